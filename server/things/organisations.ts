import type { Reader } from '../../prisma/client.ts';

/** Names of organisations by id: they are few and change by decree, so they are read once a minute. */
export type OrganisationNames = ((id: string) => Promise<string>) & {
  /** They were changed here: the next who asks reads them anew. */
  forget(): void;
};

const freshMs = 60_000;

export function organisationNames(reader: Reader): OrganisationNames {
  let known: { until: number; names: Promise<Map<string, string>> } | null = null;
  const read = async () =>
    new Map((await reader.organisation.findMany({ select: { id: true, name: true } })).map(({ id, name }) => [id, name]));
  const nameOf = async (id: string) => {
    const now = performance.now();
    if (!known || known.until < now) {
      const fresh = { until: now + freshMs, names: read() };
      known = fresh;
      fresh.names.catch(() => {
        if (known === fresh) known = null;
      });
    }
    return (await known.names).get(id) ?? id;
  };
  return Object.assign(nameOf, {
    forget() {
      known = null;
    },
  });
}
