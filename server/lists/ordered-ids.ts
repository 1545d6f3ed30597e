import { readerKeys } from '../../domain/process/permit.ts';
import type { RegulationPack } from '../../domain/regulation/pack.ts';
import type { Reader } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import type { Caller } from '../identity/caller.ts';

/** A list's order: a column with an index of its own, told apart by the id. */
export type Order = { column: string; descending: boolean };
/** Where the page before ended, as SQL values. */
export type Place = { value: Prisma.Sql; id: string };
type Asked = {
  table: 'scheme' | 'document' | 'incoming';
  caller: Caller;
  filters: Prisma.Sql[];
  /** What is looked for in texts; where it is found often, the order's index is the shorter way to a page. */
  search?: Prisma.Sql[];
  /** The columns in which it is looked for. */
  searched?: string;
  order: Order;
  after: Place | null;
  take: number;
  /** A filter leaves few, whoever asks. */
  selective?: boolean;
};

/** Whether somebody may read most of what there is: auditors, and the three offices that run a programme. */
function readsMost(keys: string[], packs: Iterable<RegulationPack>): boolean {
  const offices = [...packs].flatMap(({ organisations }) => Object.values(organisations).map((id) => `org:${id}`));
  return keys.some((key) => key === 'role:auditor' || offices.includes(key));
}

/** So many rows along the order's index are looked through for a text before the index of texts is asked: a fraction of a millisecond. */
const lookedThrough = 700;

/**
 * The ids of a page, in order, of what somebody may know of. Whoever may read most of it gets it along the order's index, which ends after
 * a page; for all others their own few are found by their readers first. Left to choose, the planner takes now the one, now the other,
 * and the time of a list would grow with the number of schemes.
 */
export async function orderedIds(reader: Reader, packs: Iterable<RegulationPack>, asked: Asked): Promise<string[]> {
  const { table, caller, filters, search = [], searched = 'search', order, after, take, selective = false } = asked;
  const keys = ['all', ...readerKeys(caller)];
  const column = Prisma.raw(order.column);
  const [direction, beyond] = order.descending ? [Prisma.raw('DESC'), Prisma.raw('<')] : [Prisma.raw('ASC'), Prisma.raw('>')];
  const place = after ? [Prisma.sql`(${column}, id) ${beyond} (${after.value}, ${after.id})`] : [];
  const sorted = (most: number) => Prisma.sql`ORDER BY ${column} ${direction}, id ${direction} LIMIT ${most}`;
  const from = Prisma.raw(table);
  const all = (conditions: Prisma.Sql[]) => Prisma.join(conditions, ' AND ');
  // As a CASE no index answers it, and the planner takes it to be true of many rows, which it is.
  const withoutIndex = (conditions: Prisma.Sql[]) => Prisma.sql`CASE WHEN ${all(conditions)} THEN true ELSE false END`;
  const ids = async (query: Prisma.Sql) => (await reader.$queryRaw<{ id: string }[]>(query)).map(({ id }) => id);
  const ofFew = (conditions: Prisma.Sql[]) =>
    ids(
      Prisma.sql`WITH few AS MATERIALIZED (SELECT id, ${column} FROM ${from} WHERE ${all(conditions)}) SELECT id FROM few ${sorted(take)}`,
    );

  const own = Prisma.sql`readers && ${keys}`;
  const found = search.length > 0 ? [withoutIndex(search)] : [];
  if (!readsMost(keys, packs)) return ofFew([own, ...filters, ...found, ...place]);
  const readable = [withoutIndex([own]), ...filters, ...place];
  if (selective) return ofFew([...readable, ...found]);
  if (search.length === 0) return ids(Prisma.sql`SELECT id FROM ${from} WHERE ${all(readable)} ${sorted(take)}`);
  const near = Prisma.sql`SELECT id, ${column}, ${Prisma.raw(searched)} FROM ${from} WHERE ${all(readable)} ${sorted(lookedThrough)}`;
  const nearby = await ids(Prisma.sql`SELECT id FROM (${near}) near WHERE ${all(search)} ${sorted(take)}`);
  return nearby.length === take ? nearby : ofFew([...readable, ...search]);
}

/** Rows in the order of their ids. */
export function inOrder<Row extends { id: string }>(ids: string[], rows: Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
