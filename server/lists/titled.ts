import { z } from 'zod';
import type { ThingKind } from '../../domain/process/chart.ts';
import type { Reader } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { searchFor } from './search.ts';

export const TitleWords = z.string().max(200).optional().meta({ description: 'Words of the title, with or without diacritics.' });

/** Of a kind of which there are few (rounds, councils, plans): those in whose title every word is found, with or without diacritics. */
export async function titledAs(
  kind: ThingKind,
  q: string | undefined,
  reader: Pick<Reader, '$queryRaw'>,
): Promise<{ id?: { in: string[] } }> {
  const search = searchFor(q, Prisma.sql`searchable(data->>'title')`);
  if (search.length === 0) return {};
  const found = await reader.$queryRaw<{ id: string }[]>(
    Prisma.sql`SELECT id FROM thing WHERE kind = ${kind} AND ${Prisma.join(search, ' AND ')}`,
  );
  return { id: { in: found.map(({ id }) => id) } };
}
