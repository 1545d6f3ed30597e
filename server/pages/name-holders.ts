import { roleTitle } from '../../domain/regulation/role-title.ts';
import { pageText } from '../../templates/page-texts.ts';
import type { Language } from '../http/language.ts';
import type { Parts } from '../parts.ts';

const named = 2;

/** For whom something waits, in words: roles with their organisations, or persons. */
export async function nameHolders(
  holders: string[],
  language: Language,
  parts: Pick<Parts, 'reader' | 'names' | 'committing'>,
): Promise<string> {
  const packs = [...parts.committing.packs.values()];
  const titleOf = (role: string): string => packs.map((pack) => roleTitle(pack, role)[language]).find((title) => title !== role) ?? role;
  const ids = holders.flatMap((key) => /^person:(.+)$/.exec(key)?.[1] ?? []);
  const persons =
    ids.length === 0 ? [] : await parts.reader.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(persons.map(({ id, name }) => [id, name]));
  const all = await Promise.all(
    holders.map(async (key) => {
      const person = /^person:(.+)$/.exec(key)?.[1];
      if (person !== undefined) return names.get(person) ?? person;
      const [role = '', where = ''] = key.split('@');
      const organisation = /^(?:org|province):(.+)$/.exec(where)?.[1];
      return organisation === undefined ? titleOf(role) : `${titleOf(role)} (${await parts.names(organisation)})`;
    }),
  );
  const once = [...new Set(all)];
  const more = once.length - named;
  return more > 0 ? pageText('inbox.and-more', language, { names: once.slice(0, named).join('; '), count: more }) : once.join('; ');
}
