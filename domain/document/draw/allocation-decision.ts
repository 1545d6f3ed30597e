import { supportSource } from '../../scheme/amount.ts';
import type { Scheme } from '../../scheme/state.ts';
import { allocationDecision } from '../compose/allocation-decision.ts';
import type { Reference } from '../compose/frame.ts';
import { numberAndDate } from '../compose/wording.ts';
import { decisionRecipients, executorsOf, proposalBasis } from './decisions.ts';
import type { Draw } from './drawn.ts';
import { bySource, sourceName, supportOf, totalOf } from './money.ts';
import { concerned, listedScheme, nthList, ofRound, roundFact, roundFrame, roundOf } from './of-round.ts';
import { overseerOf, referenceTo } from './of-scheme.ts';
import { financeOf, localFinanceOf } from './offices.ts';
import { compose, drawn, tell } from './paper.ts';

/** The year's money is shared out among approved schemes; who gets less than approved, or nothing yet, is named as such. */
export const drawAllocationDecision: Draw = (context) => {
  const { pack, thing, today } = context;
  const { year, provinceId } = roundOf(context);
  const { no, list, estimate } = roundFact(context, 'allocation-proposed');
  const local = thing.route === 'local' && provinceId !== null;
  const schemes = list.map(({ schemeId }) => listedScheme(context, schemeId));
  const content = compose(allocationDecision, {
    frame: roundFrame(context, 'allocation-decision', {
      moreBases: [estimateBasis(estimate), proposalBasis(context, provinceId)],
      recipients: decisionRecipients(context, 'Như Điều 5', provinceId),
    }),
    year,
    approval: approvalsOf(schemes, today),
    allocations: list.map(({ schemeId, amounts }) => {
      const { proposal, host, approved } = listedScheme(context, schemeId);
      const approvedDong = totalOf(supportOf(thing.route, approved?.amounts ?? []));
      const sums = bySource(pack, amounts);
      return {
        title: proposal.title,
        host: host.name,
        approved: approvedDong,
        allocated: sums.length === 0 ? [{ source: sourceName(pack, supportSource(thing.route)), amount: 0 }] : sums,
        note: noteOf(totalOf(amounts), approvedDong),
      };
    }),
    overseer: overseerOf(context, provinceId).name,
    financeUnit: (local ? localFinanceOf(context, provinceId) : financeOf(context)).name,
    executors: executorsOf(context, provinceId),
  });
  const ids = list.map(({ schemeId }) => schemeId);
  const paper = ofRound(context, 'allocation-decision');
  return [
    drawn(context, {
      ...paper,
      about: `${paper.about}${nthList(no)}, ${list.length} đề án`,
      subjects: [thing.id, ...ids],
      content,
      recipients: concerned(context, ids),
      whenIssued: [
        tell(thing.id, 'note-allocation', { allocationNo: no }),
        ...list.map(({ schemeId, amounts }) => tell(schemeId, 'allocate', { amounts })),
      ],
      whenReturned: [tell(thing.id, 'note-allocation-returned', { allocationNo: no })],
    }),
  ];
};

/** Several decisions may have approved the schemes that get money together; the sentence names them all. */
function approvalsOf(schemes: readonly Scheme[], today: string): Reference {
  const all = new Map(schemes.map(({ approved }) => referenceTo(approved, today)).map((one) => [`${one.date} ${one.number}`, one]));
  const [first, ...others] = [...all.values()].toSorted((a, b) => b.date.localeCompare(a.date) || b.number.localeCompare(a.number));
  if (first === undefined) return { number: '…', date: today };
  return {
    ...first,
    number: [...others.toReversed().map((one) => `${numberAndDate(one).replace(/^số /u, '')}, số`), first.number].join(' '),
  };
}

const estimateBasis = (estimate: string): string => (/^Căn cứ /u.test(estimate) ? estimate : `Căn cứ ${estimate}`);

function noteOf(allocatedDong: number, approvedDong: number): string {
  if (allocatedDong === 0) return 'Chưa bố trí kinh phí';
  return allocatedDong < approvedDong ? 'Thấp hơn kinh phí được phê duyệt' : '';
}
