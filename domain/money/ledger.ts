import type { FundView, Movement } from '../command.ts';
import { type Dong, sumDong } from './dong.ts';

type FundColumn = Movement['kind'];
export const fundColumns = [
  'ceiling',
  'reserved',
  'allocated',
  'contracted',
  'advanced',
  'paid',
  'settled',
  'returned',
] as const satisfies readonly FundColumn[];

/** Money moved within one thing's share of a fund: đồng, negative where it comes free. Which fund it is follows from the thing. */
export type Posting = { year: number; kind: FundColumn; amountDong: number };
/** One thing's share of a year's fund: the sums of what it has moved in each column, đồng. */
export type Account = { year: number } & Record<FundColumn, number>;

/** The key of a fund: the programme's money of a year, or a province's own. `'645-2021-2025/2022/programme'`, `'…/2022/local/binh-dinh'`. */
export function fundId({ programme, year, source, ownerId }: Movement['fund']): string {
  return source === 'local' ? `${programme}/${year}/${source}/${ownerId}` : `${programme}/${year}/${source}`;
}

const empty = Object.fromEntries(fundColumns.map((column) => [column, 0])) as Record<FundColumn, number>;

/** The accounts after postings, in the order of their years. */
export function post(accounts: readonly Account[], postings: readonly Posting[]): Account[] {
  const byYear = new Map(accounts.map((account) => [account.year, account]));
  for (const { year, kind, amountDong } of postings) {
    const account = byYear.get(year) ?? { year, ...empty };
    byYear.set(year, { ...account, [kind]: account[kind] + amountDong });
  }
  return [...byYear.values()].toSorted((a, b) => a.year - b.year);
}

/** The funds after movements: what the fund table must show, as a pure fold. */
export function foldMovements(funds: Readonly<Record<string, FundView>>, movements: readonly Movement[]): Record<string, FundView> {
  const after = { ...funds };
  for (const { fund, kind, amountDong } of movements) {
    const id = fundId(fund);
    const view = after[id] ?? { id, ...empty };
    after[id] = { ...view, [kind]: view[kind] + amountDong };
  }
  return after;
}

/** What must hold of every fund at all times; the fund table's own checks say the same. */
const laws: { name: string; holds: (fund: Omit<FundView, 'id'>) => boolean }[] = [
  {
    name: 'whole and not negative',
    holds: (fund) => fundColumns.every((column) => Number.isSafeInteger(fund[column]) && fund[column] >= 0),
  },
  { name: 'reserved + allocated ≤ ceiling', holds: (fund) => fund.reserved + fund.allocated <= fund.ceiling },
  { name: 'contracted ≤ allocated', holds: (fund) => fund.contracted <= fund.allocated },
  { name: 'advanced + paid ≤ contracted', holds: (fund) => fund.advanced + fund.paid <= fund.contracted },
  { name: 'settled + returned ≤ advanced + paid', holds: (fund) => fund.settled + fund.returned <= fund.advanced + fund.paid },
];

/** Which of the laws of a fund are broken, by name; none in a sound fund. */
export function breaches(fund: Omit<FundView, 'id'>): string[] {
  return laws.filter(({ holds }) => !holds(fund)).map(({ name }) => name);
}

/** đồng of a fund that nobody has reserved or been allocated. */
export const freeIn = (fund: FundView | undefined): Dong => (fund ? fund.ceiling - fund.reserved - fund.allocated : 0);

/** Of one column, over all years. */
export const totalOf = (accounts: readonly Account[], column: FundColumn): Dong => sumDong(accounts.map((account) => account[column]));

/**
 * Shares an amount among years that have room for it, in the order given, each filled before the next.
 * Throws a RangeError if there is not room enough: the rule that let the amount through is wrong then.
 */
export function spread(amountDong: Dong, rooms: readonly { year: number; roomDong: number }[]): { year: number; amountDong: Dong }[] {
  let left = amountDong;
  const shares = rooms.flatMap(({ year, roomDong }) => {
    const share = Math.min(left, Math.max(0, roomDong));
    left -= share;
    return share > 0 ? [{ year, amountDong: share }] : [];
  });
  if (left > 0) throw new RangeError(`There is no room for ${left} of ${amountDong} đồng.`);
  return shares;
}
