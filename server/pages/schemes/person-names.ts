import type { Reader } from '../../../prisma/client.ts';

/** Names of persons by id, as far as they are known. */
export async function personNames(ids: readonly string[], reader: Pick<Reader, 'person'>): Promise<Map<string, string>> {
  const persons = await reader.person.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  return new Map(persons.map(({ id, name }): [string, string] => [id, name]));
}
