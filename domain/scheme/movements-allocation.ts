import type { Movement } from '../command.ts';
import type { Posting } from '../money/ledger.ts';
import type { RegulationPack } from '../regulation/pack.ts';
import { type Amount, supportSource } from './amount.ts';
import type { SchemeFact } from './fact.ts';
import type { Scheme } from './state.ts';
import { supportAmounts } from './support.ts';

/** The fund that a scheme's support of a year comes from: the programme's, kept by the agency, or the province's own. */
export function fundOf(scheme: Scheme, year: number, pack: RegulationPack): Movement['fund'] {
  const source = supportSource(scheme.route);
  const ownerId = source === 'local' ? (scheme.provinceId ?? pack.organisations.agency) : pack.organisations.agency;
  return { programme: scheme.programme, year, source, ownerId };
}

/**
 * What allocation and contract move: an allocation turns the round's reservation into allocated money, one that comes too late, is declined
 * or lapses sets it free, a contract commits it. đồng, negative where money comes free.
 */
export function allocationPostings(fact: SchemeFact, { route }: Scheme): Posting[] {
  const move = (amounts: readonly Amount[], kind: Posting['kind'], sign: 1 | -1): Posting[] =>
    supportAmounts(route, amounts).map(({ year, amountDong }) => ({ year, kind, amountDong: sign * amountDong }));
  switch (fact.type) {
    case 'allocated':
    case 'allocation-reduced':
      return [...move(fact.amounts, 'reserved', -1), ...move(fact.amounts, 'allocated', 1)];
    case 'allocation-voided':
      return move(fact.amounts, 'reserved', -1);
    case 'reduction-declined':
    case 'lapsed':
      return move(fact.amounts, 'allocated', -1);
    case 'contract-concluded':
      return move(fact.amounts, 'contracted', 1);
    default:
      return [];
  }
}
