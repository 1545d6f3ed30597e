import { z } from 'zod';
import { MomentPlace, readCursor } from '../http/page.ts';

/** Where a page by creation ended. */
export const CreationPlace = z.tuple([MomentPlace, z.string()]);

/** Newest first, and after a cursor only what is older: bounded by the index, then told apart by the id. */
export function afterNewest(cursor: string | undefined) {
  const place = readCursor(cursor, CreationPlace);
  const where = place
    ? { createdAt: { lte: new Date(place[0]) }, OR: [{ createdAt: { lt: new Date(place[0]) } }, { id: { lt: place[1] } }] }
    : {};
  return { where, orderBy: [{ createdAt: 'desc' as const }, { id: 'desc' as const }] };
}

export const placeOf = (row: { createdAt: Date; id: string }): [string, string] => [row.createdAt.toISOString(), row.id];
