import { sumDong } from '../../money/dong.ts';
import type { RegulationPack } from '../../regulation/pack.ts';
import { type Amount, type Source, supportSource } from '../../scheme/amount.ts';
import type { SourceAmount } from '../compose/scheme-list.ts';

/** A source as documents name it. */
export const sourceName = ({ sources }: Pick<RegulationPack, 'sources'>, source: Source): string =>
  sources.find(({ id }) => id === source)?.title.vi ?? source;

const order: Source[] = ['programme', 'local', 'enterprise', 'other'];

/** Sums by source over all years, in the order of the sources; none of 0. */
export function bySource(pack: Pick<RegulationPack, 'sources'>, amounts: readonly Amount[]): SourceAmount[] {
  return order
    .map((source) => ({ source: sourceName(pack, source), amount: totalOf(amounts.filter((one) => one.source === source)) }))
    .filter(({ amount }) => amount > 0);
}

export const totalOf = (amounts: readonly Pick<Amount, 'amountDong'>[]): number => sumDong(amounts.map(({ amountDong }) => amountDong));

/** The state's money among amounts. */
export const supportOf = (route: string, amounts: readonly Amount[]): Amount[] =>
  amounts.filter(({ source }) => source === supportSource(route));

export const yearsOf = (amounts: readonly Pick<Amount, 'year'>[]): number[] =>
  [...new Set(amounts.map(({ year }) => year))].toSorted((a, b) => a - b);
