import type { AdjustmentChange } from '../../scheme/adjustment-change.ts';
import { supportSource } from '../../scheme/amount.ts';
import { sumFrom, totals } from '../../scheme/budget.ts';
import { amountOf } from '../../scheme/line-amount.ts';
import type { Proposal } from '../../scheme/proposal.ts';
import { sectionTitles } from '../../scheme/section-titles.ts';
import type { Scheme } from '../../scheme/state.ts';
import { adjustmentDecision } from '../compose/adjustment-decision.ts';
import { decimal, sum } from '../compose/wording.ts';
import { shortDate } from '../dates.ts';
import { decisionRecipients, executorsOf, minutesBasis, proposalBasis } from './decisions.ts';
import type { Draw } from './drawn.ts';
import { decisionReaders, hostOf, nameOf, ofScheme, overseerOf, referenceTo, schemeFrame, schemeOf } from './of-scheme.ts';
import { compose, drawn, tell } from './paper.ts';

/** The signer is to change a scheme: what was approved beside what is asked. Issued it is adopted, returned for good it is refused. */
export const drawAdjustmentDecision: Draw = (context) => {
  const { today, thing } = context;
  const scheme = schemeOf(context);
  const { adjustment, provinceId } = scheme;
  if (!adjustment) throw new Error('No adjustment was asked for.');
  const content = compose(adjustmentDecision, {
    frame: schemeFrame(context, 'adjustment-decision', {
      moreBases: [...minutesBasis(context), proposalBasis(context, provinceId)],
      recipients: decisionRecipients(context, 'Như Điều 4', provinceId),
    }),
    scheme: nameOf(scheme),
    approval: referenceTo(scheme.approved, today),
    changes: changesOf(scheme, adjustment.changes),
    executors: executorsOf(context, provinceId),
  });
  const paper = ofScheme(context, 'adjustment-decision');
  return [
    drawn(context, {
      ...paper,
      about: `lần ${adjustment.no} – ${paper.about}`,
      content,
      recipients: [hostOf(context), overseerOf(context, provinceId)],
      readers: [...decisionReaders(context, provinceId), `org:${scheme.host.id}`],
      whenIssued: [tell(thing.id, 'adopt-adjustment', { accepted: true })],
      whenReturned: [tell(thing.id, 'adopt-adjustment', { accepted: false })],
    }),
  ];
};

type Change = { content: string; before: string; after: string };
const none = '(không có)';
/** What a cell holds at most; whoever wrote more has it in the file itself. */
const longest = 15_000;
function shown(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return none;
  return trimmed.length > longest ? `${trimmed.slice(0, longest)}…` : trimmed;
}

/** Each section that an adjustment touches, before and after. */
function changesOf(scheme: Scheme, change: AdjustmentChange): Change[] {
  const { proposal, contract, route } = scheme;
  const changes: Change[] = [];
  const add = (content: string, before: string, after: string) => changes.push({ content, before: shown(before), after: shown(after) });
  if ('aims' in change && change.aims !== undefined) add(sectionTitles.aims.vi, proposal.aims, change.aims);
  if ('targets' in change && change.targets !== undefined) add(sectionTitles.targets.vi, proposal.targets, change.targets);
  if ('outputs' in change && change.outputs) add(sectionTitles.outputs.vi, outputsText(proposal.outputs), outputsText(change.outputs));
  if ('schedule' in change && change.schedule)
    add(sectionTitles.schedule.vi, scheduleText(proposal.schedule), scheduleText(change.schedule));
  if ('place' in change) add(sectionTitles.place.vi, proposal.place, change.place);
  if ('beneficiaries' in change) add(sectionTitles.beneficiaries.vi, proposal.beneficiaries, change.beneficiaries);
  if ('lines' in change && change.lines) {
    const after = { lines: change.lines };
    add(sectionTitles.lines.vi, linesText(without(proposal.lines, change.lines)), linesText(without(change.lines, proposal.lines)));
    add('Tổng kinh phí', sum(totals(proposal, route).totalDong), sum(totals(after, route).totalDong));
    add('Kinh phí hỗ trợ', sum(sumFrom(proposal, supportSource(route))), sum(sumFrom(after, supportSource(route))));
  }
  if ('endsOn' in change && change.endsOn !== undefined) {
    add('Thời hạn hoàn thành', contract ? shortDate(contract.endsOn) : '', shortDate(change.endsOn));
  }
  if ('carryDong' in change && change.carryDong > 0) add('Kinh phí chuyển sang năm sau', sum(0), sum(change.carryDong));
  if ('stopOn' in change) add('Dừng thực hiện', contract ? shortDate(contract.endsOn) : '', shortDate(change.stopOn));
  return changes.length === 0 ? [{ content: 'Nội dung', before: none, after: none }] : changes;
}

const outputsText = (outputs: Proposal['outputs']): string =>
  outputs.map(({ name, unit, volume }) => `${name}: ${decimal(volume)} ${unit}`).join('; ');
const scheduleText = (schedule: Proposal['schedule']): string =>
  schedule.map(({ name, from, to }) => `${name}: ${shortDate(from)} - ${shortDate(to)}`).join('; ');
/** Lines that are not among the others: of a long budget, those alone that an adjustment touches. */
function without(lines: Proposal['lines'], others: Proposal['lines']): Proposal['lines'] {
  const known = new Set(others.map((line) => JSON.stringify(line)));
  return lines.filter((line) => !known.has(JSON.stringify(line)));
}
const linesText = (lines: Proposal['lines']): string => lines.map((line) => `${line.item}: ${sum(amountOf(line))}`).join('; ');
