import { type fundColumns as columns, fundColumns } from '../../commit/funds.ts';
import type { Fund } from '../../prisma/generated/client.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { whoseFunds } from './whose-funds.ts';

export type FundColumn = (typeof columns)[number];
export type FundSums = Record<FundColumn, number>;
/** A fund with its sums, and what nobody has reserved or been allocated. đồng */
export type FundRow = {
  id: string;
  programme: string;
  year: number;
  source: string;
  ownerId: string;
  ownerName: string;
  available: number;
} & FundSums;

export const sumsOf = (row: Pick<Fund, FundColumn>): FundSums =>
  Object.fromEntries(fundColumns.map((name) => [name, Number(row[name])])) as FundSums;
export const availableIn = ({ ceiling, reserved, allocated }: Pick<FundSums, 'ceiling' | 'reserved' | 'allocated'>): number =>
  ceiling - reserved - allocated;

/** The funds that somebody may look into: of a programme, of a year of it, or one. @throws ProblemError 403 */
export async function readFunds(
  wanted: { programme?: string; year?: number; id?: string },
  caller: Caller,
  { reader, names }: Pick<Parts, 'reader' | 'names'>,
): Promise<FundRow[]> {
  const rows = await reader.fund.findMany({
    where: { AND: [wanted, whoseFunds(caller)] },
    orderBy: [{ programme: 'asc' }, { year: 'desc' }, { source: 'desc' }, { id: 'asc' }],
  });
  return Promise.all(
    rows.map(async (row) => {
      const { id, programme, year, source, ownerId } = row;
      const sums = sumsOf(row);
      return { id, programme, year, source, ownerId, ownerName: await names(ownerId), ...sums, available: availableIn(sums) };
    }),
  );
}
