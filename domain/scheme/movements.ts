import type { Movement, Slip } from '../command.ts';
import { type Account, type Posting, spread, totalOf } from '../money/ledger.ts';
import type { RegulationPack } from '../regulation/pack.ts';
import type { SchemeFact, SchemeFactOf } from './fact.ts';
import { allocationPostings, fundOf } from './movements-allocation.ts';
import type { Scheme } from './state.ts';

/**
 * What a fact moves in the scheme's share of its funds, đồng. Payments are taken from the earliest year that has room in the contract,
 * what comes free from the latest. Everything follows from the fact and the accounts before it.
 */
export function postingsOf(fact: SchemeFact, before: Scheme): Posting[] {
  const { accounts, adjustment } = before;
  switch (fact.type) {
    case 'payment-recorded': {
      const paid = spread(fact.amountDong, roomsOf(accounts, unspentIn));
      const kinds: Posting['kind'][] = fact.kind === 'advance' ? ['advanced'] : fact.settles ? ['paid', 'settled'] : ['paid'];
      return kinds.flatMap((kind) => paid.map((share) => ({ ...share, kind })));
    }
    case 'repayment-recorded':
      return spread(fact.amountDong, roomsOf(accounts, unsettledIn)).map((share) => ({ ...share, kind: 'returned' }));
    case 'adjustment-sent-to-signer':
      return reserved(accounts, adjustment?.moreDong ?? 0, 1);
    case 'adjustment-decided':
      return [...takenBack(before), ...adjusted(accounts, fact)];
    case 'terminated':
      return [...takenBack(before), ...freed(accounts, fact.keptDong), ...uncontracted(accounts)];
    case 'settlement-confirmed': {
      const settled = spread(Math.min(fact.allowedDong, fact.receivedDong), roomsOf(accounts, unsettledIn));
      return [
        ...settled.map((share) => ({ ...share, kind: 'settled' as const })),
        ...freed(accounts, fact.keptDong),
        ...uncontracted(accounts),
      ];
    }
    case 'carried-over':
      return carried(fact);
    default:
      return allocationPostings(fact, before);
  }
}

/** The same as movements of the funds that they come from. */
export const movementsOf = (fact: SchemeFact, before: Scheme, after: Scheme, pack: RegulationPack): Movement[] =>
  postingsOf(fact, before).map(({ year, kind, amountDong }) => ({ fund: fundOf(after, year, pack), kind, amountDong }));

/** The treasury slip that a fact takes down, in the books of the slip's own year. */
export function slipsOf(fact: SchemeFact): Slip[] {
  if (fact.type !== 'payment-recorded' && fact.type !== 'repayment-recorded') return [];
  const { number, date } = fact.slip;
  const kind = fact.type === 'payment-recorded' ? fact.slip.kind : 'repayment';
  return [{ number, year: Number(date.slice(0, 4)), kind, amountDong: fact.amountDong, date }];
}

/** Of a year's contract, what the treasury has not paid. */
export const unspentIn = (account: Account): number => account.contracted - account.advanced - account.paid;
const unsettledIn = (account: Account): number => account.advanced + account.paid - account.settled - account.returned;

const roomsOf = (accounts: readonly Account[], room: (account: Account) => number) =>
  accounts.map((account) => ({ year: account.year, roomDong: room(account) }));

/** The contract shrinks to what is kept of it, and the allocation with it. */
function freed(accounts: readonly Account[], keptDong: number): Posting[] {
  const spare = Math.max(0, totalOf(accounts, 'contracted') - keptDong);
  return spread(spare, roomsOf(accounts.toReversed(), unspentIn)).flatMap(({ year, amountDong }) => [
    { year, kind: 'contracted', amountDong: -amountDong },
    { year, kind: 'allocated', amountDong: -amountDong },
  ]);
}

/** What was allocated and no contract took up comes free. */
const uncontracted = (accounts: readonly Account[]): Posting[] =>
  accounts.flatMap(({ year, allocated, contracted }) =>
    allocated > contracted ? [{ year, kind: 'allocated', amountDong: contracted - allocated }] : [],
  );

/** More support is taken from the latest year of the contract. */
const reserved = (accounts: readonly Account[], moreDong: number, sign: 1 | -1): Posting[] =>
  moreDong > 0 ? [{ year: yearOfMore(accounts), kind: 'reserved', amountDong: sign * moreDong }] : [];

/** The budget year from whose fund an adjustment takes more support. */
export const yearOfMore = (accounts: readonly Account[]): number => accounts.findLast(({ contracted }) => contracted > 0)?.year ?? 0;

const takenBack = ({ accounts, adjustment }: Scheme): Posting[] =>
  adjustment?.status === 'at-signer' ? reserved(accounts, adjustment.moreDong, -1) : [];

function adjusted(accounts: readonly Account[], { applied }: SchemeFactOf<'adjustment-decided'>): Posting[] {
  if (!applied) return [];
  const { moreDong, lessDong, carried: along } = applied;
  const year = yearOfMore(accounts);
  const more: Posting[] = moreDong > 0 ? [posting(year, 'allocated', moreDong), posting(year, 'contracted', moreDong)] : [];
  const less = lessDong > 0 ? freed(accounts, totalOf(accounts, 'contracted') - lessDong) : [];
  return [...more, ...less, ...(along ? carried(along) : [])];
}

const posting = (year: number, kind: Posting['kind'], amountDong: number): Posting => ({ year, kind, amountDong });

/** Carried-over money (chuyển nguồn) adds to the next year's estimate: the ceiling goes along with what was allocated and contracted. */
const carried = ({ fromYear, toYear, amountDong }: { fromYear: number; toYear: number; amountDong: number }): Posting[] =>
  (['ceiling', 'allocated', 'contracted'] as const).flatMap((kind) => [
    posting(fromYear, kind, -amountDong),
    posting(toYear, kind, amountDong),
  ]);
