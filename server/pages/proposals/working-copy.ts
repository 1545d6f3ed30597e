import type { Reader } from '../../../prisma/client.ts';
import type { Prisma } from '../../../prisma/generated/client.ts';
import type { Posted } from '../page.ts';

/** What somebody has typed into a form and not yet given. `base`: the version of the proposal that they had before them. */
export type WorkingCopy = { base: number; values: Posted; savedAt: string };
/** That somebody else is at the same form, and since when they last typed. */
export type Other = { name: string; savedAt: string };

type Keeping = Pick<Reader, 'formDraft' | 'person'>;
const recentMs = 30 * 60_000;

/** The key of a part of a proposal's form. */
export const copyKey = (schemeId: string, part: string): string => `schemes/${schemeId}/proposal/${part}`;

/** Somebody's working copy of a form; null if there is none. */
export async function workingCopy(personId: string, key: string, { formDraft }: Keeping): Promise<WorkingCopy | null> {
  const row = await formDraft.findUnique({ where: { personId_key: { personId, key } } });
  return row && { base: row.base, values: row.values as Posted, savedAt: row.savedAt.toISOString() };
}

/** Somebody's working copies of all parts of a scheme's proposal, by part. */
export async function workingCopies(personId: string, schemeId: string, { formDraft }: Keeping): Promise<Map<string, WorkingCopy>> {
  const start = copyKey(schemeId, '');
  const rows = await formDraft.findMany({ where: { personId, key: { startsWith: start } } });
  return new Map(
    rows.map(({ key, base, values, savedAt }) => [
      key.slice(start.length),
      { base, values: values as Posted, savedAt: savedAt.toISOString() },
    ]),
  );
}

/** Keeps what was typed, in place of what was kept before. */
export async function keepCopy(personId: string, key: string, base: number, values: Posted, { formDraft }: Keeping): Promise<string> {
  const kept = { base, values: values as Prisma.InputJsonObject, savedAt: new Date() };
  await formDraft.upsert({ where: { personId_key: { personId, key } }, create: { personId, key, ...kept }, update: kept });
  return kept.savedAt.toISOString();
}

/** Lets a working copy go: it was given, or is not wanted any more. */
export async function dropCopy(personId: string, key: string, { formDraft }: Keeping): Promise<void> {
  await formDraft.deleteMany({ where: { personId, key } });
}

/** Who else has typed into this form within the last half hour. */
export async function othersAt(personId: string, key: string, { formDraft, person }: Keeping): Promise<Other[]> {
  const rows = await formDraft.findMany({
    where: { key, personId: { not: personId }, savedAt: { gte: new Date(Date.now() - recentMs) } },
    select: { personId: true, savedAt: true },
    orderBy: { savedAt: 'desc' },
  });
  const persons = await person.findMany({ where: { id: { in: rows.map((row) => row.personId) } }, select: { id: true, name: true } });
  return rows.map((row) => ({
    name: persons.find(({ id }) => id === row.personId)?.name ?? row.personId,
    savedAt: row.savedAt.toISOString(),
  }));
}
