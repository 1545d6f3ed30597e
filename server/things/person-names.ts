import type { Reader } from '../../prisma/client.ts';

/** Names of persons by id, the process among them; who is not known stands by their id. */
export async function personNames(ids: Iterable<string>, reader: Pick<Reader, 'person'>): Promise<(id: string) => string> {
  const persons = await reader.person.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  const names = new Map([['process', 'Quy trình'], ...persons.map(({ id, name }): [string, string] => [id, name])]);
  return (id) => names.get(id) ?? id;
}
