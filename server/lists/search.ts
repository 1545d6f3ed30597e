import { searchable } from '../../commit/projections.ts';
import { Prisma } from '../../prisma/generated/client.ts';

/** Every word has to be found in a text that is lower case without diacritics. */
export function searchFor(q: string | undefined, text: Prisma.Sql): Prisma.Sql[] {
  const words = searchable(q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return words.map((word) => Prisma.sql`${text} LIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
}
