import type { Ground } from '../command.ts';
import type { Dong } from '../money/dong.ts';
import { shareOf } from '../money/share.ts';
import { contentItem } from '../regulation/contents.ts';
import { findLawValue } from '../regulation/law-value.ts';
import type { RegulationPack } from '../regulation/pack.ts';
import { supportSource } from './amount.ts';
import { contractDong } from './requests.ts';
import type { Scheme } from './state.ts';

/** One kind of work in the contract: its part of the state's money, and up to which share of it may be advanced. */
type AdvanceRate = Ground & { kind: string; sumDong: Dong; rate: number };
type AdvanceLimit = { limitDong: Dong; rates: AdvanceRate[]; ground: Ground | undefined };

/**
 * How much may be advanced in all: the rate of each kind of work × its part of the contract (Circular 36/2013/TT-BCT, Articles 13 and 14,
 * as the pack has them). The contract's state money is shared among the kinds as the budget's support is. `ground`: of the kind with the
 * largest part. A kind for which the law names no rate gets no advance.
 */
export function advanceLimit(scheme: Scheme, pack: RegulationPack, today: string): AdvanceLimit {
  const rates = kindsOf(scheme, pack).map(({ kind, sumDong }) => {
    const found = findLawValue(pack, 'advance.rate', { on: today, kind });
    const { value: rate, basis, certainty } = found ?? { value: 0, basis: pack.title.vi, certainty: 'unverified' as const };
    return { kind, sumDong, rate, basis, certainty };
  });
  const [largest] = rates.toSorted((a, b) => b.sumDong - a.sumDong);
  return {
    limitDong: rates.reduce((limit, { sumDong, rate }) => limit + shareOf(sumDong, rate), 0),
    rates,
    ground: largest && { basis: largest.basis, certainty: largest.certainty },
  };
}

/** The contract's state money by kind of work, as the budget's support is shared; what cannot be divided goes to the largest part. */
function kindsOf(scheme: Scheme, pack: RegulationPack): { kind: string; sumDong: Dong }[] {
  const whole = contractDong(scheme);
  const supports = supportByKind(scheme);
  const total = [...supports.values()].reduce((sum, of) => sum + BigInt(of), 0n);
  if (total === 0n) {
    const item = contentItem(pack.contents, scheme.proposal.contentItem);
    return item && whole > 0 ? [{ kind: item.kind, sumDong: whole }] : [];
  }
  const parts = [...supports]
    .map(([kind, support]) => ({ kind, sumDong: Number((BigInt(whole) * BigInt(support)) / total) }))
    .toSorted((a, b) => b.sumDong - a.sumDong);
  const rest = whole - parts.reduce((sum, part) => sum + part.sumDong, 0);
  return parts.map((part, index) => (index === 0 ? { ...part, sumDong: part.sumDong + rest } : part));
}

/** Support of the lines of the years that the contract is for. */
function supportByKind({ proposal, route, accounts }: Scheme): Map<string, Dong> {
  const source = supportSource(route);
  const years = accounts.filter(({ contracted }) => contracted > 0).map(({ year }) => year);
  const covered = proposal.lines.filter(({ year }) => years.includes(year));
  const sums = new Map<string, Dong>();
  for (const { kind, funding } of covered.length > 0 ? covered : proposal.lines) {
    for (const share of funding) {
      if (share.source === source && share.amountDong > 0) sums.set(kind, (sums.get(kind) ?? 0) + share.amountDong);
    }
  }
  return sums;
}
