import type { Parts } from '../../parts.ts';

/** Names of persons by id, for sentences that say who did something; the id where nobody is known by it. */
export async function namesOf(ids: (string | undefined)[], { reader }: Pick<Parts, 'reader'>): Promise<(id: string) => string> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined))];
  const persons =
    wanted.length === 0 ? [] : await reader.person.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  const names = new Map(persons.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
