import type { Office, OrganisationView } from './command.ts';

type Known<O = OrganisationView> = Readonly<Record<string, O>>;
type InTime = Pick<OrganisationView, 'id' | 'toDate' | 'successorId'>;

/** The organisation that stands in this one's place on a day: itself, or, where it has ended, whoever came after it. */
export function standingFor<O extends InTime>(organisations: Known<O>, id: string, on: string): O | undefined {
  const passed = new Set<string>();
  for (let one = organisations[id]; one && !passed.has(one.id); one = organisations[one.successorId ?? '']) {
    if (!one.toDate || one.toDate >= on) return one;
    passed.add(one.id);
  }
  return undefined;
}

/** Whether an organisation is another one or one of its units, as both stand on a day: a merged department is that which came after it. */
export function belongsTo(organisations: Known, id: string, whole: string, on: string): boolean {
  const today = (one: string): string => standingFor(organisations, one, on)?.id ?? one;
  const passed = new Set<string>();
  for (let one: string | null = today(id); one !== null && !passed.has(one); ) {
    if (one === today(whole)) return true;
    passed.add(one);
    const above: string | null = organisations[one]?.parentId ?? null;
    one = above === null ? null : today(above);
  }
  return false;
}

/** Organisations that have ended and in whose place this one stands on a day: whose files it now holds. */
export function mergedInto(organisations: Known<InTime & Pick<OrganisationView, 'provinceId'>>, id: string, on: string): Office[] {
  return Object.values(organisations)
    .filter((one) => one.id !== id && one.toDate && one.toDate < on && standingFor(organisations, one.id, on)?.id === id)
    .map((one) => ({ organisationId: one.id, provinceId: one.provinceId }));
}
