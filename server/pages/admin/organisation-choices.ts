import { roleTitle } from '../../../domain/regulation/role-title.ts';
import type { Language } from '../../http/language.ts';
import type { Parts } from '../../parts.ts';
import type { Choice } from '../forms/fields.ts';
import { latestPack } from './reference-form.ts';

/** Organisations to be chosen, units under the body above them. Those that have ended are left out unless they are asked for. */
export async function organisationChoices({ reader, time }: Parts, but: string | null = null): Promise<Choice[]> {
  const today = new Date(await time.today());
  const rows = await reader.organisation.findMany({
    where: { OR: [{ toDate: null }, { toDate: { gte: today } }], ...(but !== null && { id: { not: but } }) },
    select: { id: true, name: true, parent: { select: { name: true } } },
    orderBy: { name: 'asc' },
  });
  return rows.map(({ id, name, parent }) => ({ value: id, text: parent ? `${name} (${parent.name})` : name }));
}

/** Roles that somebody has by a position. Authority to sign for others comes by its instrument alone. */
export const roleChoices = (language: Language, parts: Parts): Choice[] =>
  latestPack(parts)
    .roles.filter(({ by, id }) => by === 'position' && id !== 'delegate')
    .map(({ id, title }) => ({ value: id, text: title[language] }));

/** What a role is called, in whichever programme knows it. */
export const roleName = (role: string, language: Language, parts: Parts): string => roleTitle(latestPack(parts), role)[language];
