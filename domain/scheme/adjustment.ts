import { isRefusal, type Refusal, refuse } from '../command.ts';
import type { RegulationPack } from '../regulation/pack.ts';
import type { AdjustmentChange } from './adjustment-change.ts';
import { totals } from './budget.ts';
import { changedSections } from './differences.ts';
import type { AppliedAdjustment } from './facts/adjustment.ts';
import { unspentIn } from './movements.ts';
import { acceptedOf } from './outputs.ts';
import type { Output, Proposal } from './proposal.ts';
import { committedDong, contractDong, workAskedDong } from './requests.ts';
import { unsoundness } from './soundness.ts';
import type { Scheme } from './state.ts';

/**
 * What an adjustment would make of the scheme: the next version of its proposal, the contract's sum (đồng) and end, and the money that
 * moves. Refuses what its kind does not allow: `adjustment.not-more`, `adjustment.other-year`, `adjustment.below-paid` …
 */
export function adjusted(scheme: Scheme, change: AdjustmentChange, pack: RegulationPack): AppliedAdjustment | Refusal {
  const proposal = proposalAfter(scheme.proposal, change);
  const { sumDong: contractSum, endsOn: contractEnd } = scheme.contract ?? { sumDong: 0, endsOn: '' };
  const differenceDong = contractDifference(scheme, proposal);
  const endsOn = endAfter(contractEnd, change);
  const applied: AppliedAdjustment = {
    version: scheme.version + 1,
    proposal,
    changed: changedSections(scheme.proposal, proposal),
    contract: { sumDong: contractSum + differenceDong, endsOn },
    moreDong: Math.max(0, differenceDong),
    lessDong: Math.max(0, -differenceDong),
    carried: null,
  };
  const wrong =
    unsoundness(pack, proposal, scheme.route) ??
    wrongDates(scheme, change, endsOn) ??
    wrongOutputs(scheme, change) ??
    wrongSum(scheme, change, differenceDong);
  if (wrong) return wrong;
  if (applied.changed.length === 0 && endsOn === contractEnd) return refuse('adjustment.nothing-changed');
  if (change.change !== 'next-year' || change.carryDong === 0) return applied;
  const carried = carriedAlong(scheme, change.carryDong);
  return isRefusal(carried) ? carried : { ...applied, carried };
}

function proposalAfter(proposal: Proposal, { change: _, ...given }: AdjustmentChange): Proposal {
  const sections = Object.entries(given).filter(([section, value]) => section in proposal && value !== undefined);
  return { ...proposal, ...Object.fromEntries(sections) };
}

/**
 * By how much the contract's state money changes with the plan: it grows with the support of the lines, and shrinks only as far as they need
 * less than it covers. A plan may ask for more than was approved and contracted. đồng
 */
function contractDifference(scheme: Scheme, after: Proposal): number {
  const supportDong = totals(after, scheme.route).supportDong;
  const grownDong = supportDong - totals(scheme.proposal, scheme.route).supportDong;
  return grownDong >= 0 ? grownDong : Math.min(0, supportDong - contractDong(scheme));
}

function endAfter(contractEnd: string, change: AdjustmentChange): string {
  if (change.change === 'stop') return change.stopOn;
  return 'endsOn' in change ? (change.endsOn ?? contractEnd) : contractEnd;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

function wrongDates({ contract }: Scheme, change: AdjustmentChange, endsOn: string): Refusal | null {
  if (!contract) return null;
  const { startsOn, endsOn: before } = contract;
  if (endsOn < startsOn) return refuse('adjustment.ends-before-start', { endsOn, startsOn });
  if (change.change === 'stop' && endsOn > before) return refuse('adjustment.stop-after-end', { stopOn: endsOn, endsOn: before });
  if (change.change === 'next-year' && yearOf(endsOn) !== yearOf(before) + 1)
    return refuse('adjustment.not-next-year', { endsOn, year: yearOf(before) + 1 });
  const schedule = 'schedule' in change ? (change.schedule ?? []) : [];
  const crossed = schedule.find(({ from, to }) => from > to);
  if (crossed) return refuse('adjustment.dates-crossed', { ...crossed });
  if (change.change !== 'dates') return null;
  const last = [endsOn, ...schedule.map(({ to }) => to)].toSorted().at(-1) ?? endsOn;
  return yearOf(last) > yearOf(before) ? refuse('adjustment.other-year', { endsOn: last, year: yearOf(before) }) : null;
}

/** What was reported or accepted keeps its place, name and unit, and no less than what was accepted of it; something is left to accept. */
function wrongOutputs(scheme: Scheme, change: AdjustmentChange): Refusal | null {
  const outputs = 'outputs' in change ? change.outputs : undefined;
  if (!outputs) return null;
  const { reported, accepted } = scheme.acceptance;
  for (const { output } of [...reported, ...accepted]) {
    const before = scheme.proposal.outputs[output - 1];
    const after = outputs[output - 1];
    if (before && !isKept(before, after, acceptedOf(scheme, output)))
      return refuse('adjustment.output-begun', { output, name: before.name });
  }
  const grown = change.change === 'reduction' ? scheme.proposal.outputs.findIndex((before, index) => hasGrown(before, outputs[index])) : -1;
  if (grown >= 0) return refuse('adjustment.output-grown', { output: grown + 1, name: outputs[grown]?.name ?? '' });
  const isOpen = outputs.some((_, index) => !accepted.some((one) => one.output === index + 1 && one.outcome === 'accepted'));
  return isOpen ? null : refuse('adjustment.nothing-left');
}

const isKept = (before: Output, after: Output | undefined, accepted: number): boolean =>
  after?.name === before.name && after.unit === before.unit && after.volume >= accepted;
const hasGrown = (before: Output, after: Output | undefined): boolean =>
  after !== undefined && (after.name !== before.name || after.unit !== before.unit || after.volume > before.volume);

function wrongSum(scheme: Scheme, change: AdjustmentChange, differenceDong: number): Refusal | null {
  if (change.change === 'more-money') return differenceDong > 0 ? null : refuse('adjustment.not-more', { differenceDong });
  if (differenceDong > 0) return refuse('adjustment.more-money', { differenceDong });
  if (change.change === 'content' && differenceDong < 0) return refuse('adjustment.less-money', { differenceDong: -differenceDong });
  const leftDong = contractDong(scheme) + differenceDong;
  const neededDong = Math.max(committedDong(scheme), workAskedDong(scheme), 1);
  return differenceDong < 0 && leftDong < neededDong ? refuse('adjustment.below-paid', { sumDong: leftDong, neededDong }) : null;
}

function carriedAlong(scheme: Scheme, amountDong: number): NonNullable<AppliedAdjustment['carried']> | Refusal {
  const unspent = unspentYear(scheme);
  const unspentDong = unspent?.unspentDong ?? 0;
  if (!unspent || amountDong > unspentDong) return refuse('carry-over.over-unspent', { amountDong, unspentDong });
  return { fromYear: unspent.year, toYear: unspent.year + 1, amountDong };
}

/** The earliest budget year of which money is left that neither was paid nor is asked for, and how much. đồng */
export function unspentYear(scheme: Scheme): { year: number; unspentDong: number } | null {
  const account = scheme.accounts.find((one) => unspentIn(one) > 0);
  if (!account) return null;
  const pendingDong = committedDong(scheme) - scheme.advancedDong - scheme.paidDong;
  return { year: account.year, unspentDong: Math.max(0, unspentIn(account) - pendingDong) };
}
