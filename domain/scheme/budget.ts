import type { Ground } from '../command.ts';
import { exceedsShare } from '../money/share.ts';
import { findLawValue } from '../regulation/law-value.ts';
import type { RegulationPack } from '../regulation/pack.ts';
import { type Amount, type Source, supportSource } from './amount.ts';
import { amountOf, inThousandths } from './line-amount.ts';
import type { Proposal } from './proposal.ts';

type Budget = Pick<Proposal, 'lines'>;

/** Whether every sum of the budget stays where whole numbers are exact (2^53 − 1 đồng). */
export function isCountable({ lines }: Budget): boolean {
  const priced = lines.reduce((sum, line) => sum + inThousandths(line) / 1000n, 0n);
  const funded = lines.reduce((sum, line) => sum + line.funding.reduce((of, { amountDong }) => of + BigInt(amountDong), 0n), 0n);
  return priced <= BigInt(Number.MAX_SAFE_INTEGER) && funded <= BigInt(Number.MAX_SAFE_INTEGER);
}

/** What is planned to come from each source in each year, đồng; by year, then in the order of the sources. Nothing of 0. */
export function amountsBySource({ lines }: Budget): Amount[] {
  const sums = new Map<string, Amount>();
  for (const { year, funding } of lines) {
    for (const { source, amountDong } of funding) {
      const key = `${year} ${source}`;
      sums.set(key, { source, year, amountDong: (sums.get(key)?.amountDong ?? 0) + amountDong });
    }
  }
  return [...sums.values()]
    .filter(({ amountDong }) => amountDong > 0)
    .toSorted((a, b) => a.year - b.year || order.indexOf(a.source) - order.indexOf(b.source));
}
const order: Source[] = ['programme', 'local', 'enterprise', 'other'];

export const sumOf = (amounts: readonly { amountDong: number }[]): number => amounts.reduce((sum, { amountDong }) => sum + amountDong, 0);

/** What a source is to give in all years, đồng. */
export const sumFrom = (budget: Budget, source: Source): number =>
  sumOf(amountsBySource(budget).filter((amount) => amount.source === source));

/** Sums of a budget in đồng: support is the state's money of the route, counterpart funds all the rest. */
export function totals(budget: Budget, route: string): { totalDong: number; supportDong: number; counterpartDong: number } {
  const totalDong = budget.lines.reduce((sum, line) => sum + amountOf(line), 0);
  const supportDong = sumFrom(budget, supportSource(route));
  return { totalDong, supportDong, counterpartDong: totalDong - supportDong };
}

/** The state's support in each year, đồng. */
export const supportByYear = (budget: Budget, route: string): Amount[] =>
  amountsBySource(budget).filter(({ source }) => source === supportSource(route));

/** A line (from 1) that asks for more than the law supports. `share` is the ceiling, `amountDong` the line's amount, `supportDong` what it asks. */
export type CeilingBreach = Ground & { lineNo: number; item: string; kind: string; share: number; amountDong: number; supportDong: number };

/**
 * The lines whose support is above the ceiling of their kind and year. The ceiling is that of the line's own budget year; where the law
 * names none, there is none.
 */
export function ceilingBreaches(pack: RegulationPack, budget: Budget, route: string): CeilingBreach[] {
  const source = supportSource(route);
  return budget.lines.flatMap((line, index) => {
    const ceiling = findLawValue(pack, 'support.ceiling', { on: `${line.year}-01-01`, kind: line.kind, source: lawSource(pack, source) });
    const supportDong = sumOf(line.funding.filter((share) => share.source === source));
    const amountDong = amountOf(line);
    if (ceiling === null || !exceedsShare(supportDong, amountDong, ceiling.value)) return [];
    const { basis, certainty, value: share } = ceiling;
    return [{ lineNo: index + 1, item: line.item, kind: line.kind, share, amountDong, supportDong, basis, certainty }];
  });
}

/** How the pack's laws call a source: by its own name for the programme's and the provinces' money. */
export function lawSource(pack: RegulationPack, source: Source): string {
  const owner = source === 'programme' ? 'programme' : source === 'local' ? 'province' : null;
  return pack.sources.find((one) => one.owner === owner)?.id ?? source;
}
