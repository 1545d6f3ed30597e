import { referenceChangeNames } from '../../../commit/reference/change.ts';
import type { ReferenceChange } from '../../../prisma/generated/client.ts';
import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import type { Parts } from '../../parts.ts';

/** A change of the reference data as its trail shows it. */
export type ChangeSeen = {
  at: string;
  recordedAt: string;
  what: string;
  by: string;
  reason: string | null;
  subject: string;
  href: string | null;
  given: string;
};

const most = 50;

/** The changes of one organisation, person or authority, the latest first. */
export async function changesOf(subject: string, language: Language, parts: Parts): Promise<ChangeSeen[]> {
  const rows = await parts.reader.referenceChange.findMany({
    where: { subject },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    take: most,
  });
  return changesSeen(rows, language, parts);
}

/** Changes with the names of those who made them and of what they concern. */
export async function changesSeen(rows: ReferenceChange[], language: Language, { reader }: Pick<Parts, 'reader'>): Promise<ChangeSeen[]> {
  const ids = [...new Set(rows.flatMap(({ changedBy, subject }) => [changedBy, subject]))];
  const [persons, organisations] = await Promise.all([
    reader.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
    reader.organisation.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
  ]);
  const personName = new Map(persons.map(({ id, name }) => [id, name]));
  const organisationName = new Map(organisations.map(({ id, name }) => [id, name]));
  return rows.map(({ what, subject, given, reason, changedBy, at, recordedAt }) => {
    const isOrganisation = what.endsWith('-organisation');
    const isDelegation = what.endsWith('-delegation');
    const name = isDelegation ? symbolOf(given) : ((isOrganisation ? organisationName : personName).get(subject) ?? subject);
    return {
      at: at.toISOString(),
      recordedAt: recordedAt.toISOString(),
      what: isKnown(what) ? pageText(`admin.change.${what}`, language) : what,
      by: personName.get(changedBy) ?? changedBy,
      reason,
      subject: name,
      href: isDelegation ? '/admin/delegations' : `/admin/${isOrganisation ? 'organisations' : 'persons'}/${subject}`,
      given: shown(given, organisationName),
    };
  });
}

const isKnown = (what: string): boolean => (referenceChangeNames as readonly string[]).includes(what);
const symbolOf = (given: unknown): string => String((given as { symbol?: string }).symbol ?? '');
/** What was given, in short: words and days, without what a program alone can read. */
const shown = (given: unknown, names: Map<string, string>): string =>
  Object.entries(given as Record<string, unknown>)
    .filter(([key, value]) => typeof value === 'string' && key !== 'position' && key !== 'role' && key !== 'kind')
    .map(([, value]) => names.get(String(value)) ?? String(value).replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1'))
    .join(' · ');
