import { documentRule } from '../../regulation/legal-bases.ts';
import { approvalDecision } from '../compose/approval-decision.ts';
import { localPlanDecision } from '../compose/local-plan-decision.ts';
import type { Telling } from '../state.ts';
import { decisionRecipients, executorsOf, minutesBasis, proposalBasis } from './decisions.ts';
import type { Draw, DrawContext } from './drawn.ts';
import { concerned, type Listed, listedScheme, nthList, ofRound, roundFact, roundFrame, roundOf } from './of-round.ts';
import { agencyOf, areaOf, financeOf, localFinanceOf, localTradeOf, organisation } from './offices.ts';
import { compose, drawn, tell } from './paper.ts';
import { listed, withYears } from './scheme-list.ts';

const approvedOf = (context: DrawContext): { no: number; list: Listed[] } => {
  const { no, list } = roundFact(context, 'decision-proposed');
  return { no, list: list.filter(({ outcome }) => outcome === 'approve') };
};

/** The minister approves a list of schemes: each is told its own sums when the decision is issued. */
export const drawApprovalDecision: Draw = (context) => {
  const { year } = roundOf(context);
  const { no, list } = approvedOf(context);
  const given = list.map(({ schemeId, amounts }) => ({ scheme: listedScheme(context, schemeId), amounts }));
  const content = compose(approvalDecision, {
    frame: roundFrame(context, 'approval-decision', {
      moreBases: [...minutesBasis(context), proposalBasis(context, null)],
      recipients: decisionRecipients(context, 'Như Điều 5', null),
    }),
    year,
    schemes: listed(context.pack, given),
    overseer: agencyOf(context).name,
    financeUnit: financeOf(context).name,
    executors: executorsOf(context, null),
    manner: documentRule(context.pack, 'approval-decision').manner,
  });
  return [decision(context, 'approval-decision', withYears(context.pack, content, given), no, list)];
};

/** The people's committee approves the schemes of its province and their estimates, paid from its own budget. */
export const drawLocalPlanDecision: Draw = (context) => {
  const { year, provinceId } = roundOf(context);
  const { no, list } = approvedOf(context);
  if (provinceId === null) throw new Error('A local round without a province has no people’s committee to decide.');
  const given = list.map(({ schemeId, amounts }) => ({ scheme: listedScheme(context, schemeId), amounts }));
  const content = compose(localPlanDecision, {
    frame: roundFrame(context, 'local-plan-decision', {
      moreBases: [proposalBasis(context, provinceId)],
      recipients: decisionRecipients(context, 'Như Điều 4', provinceId),
    }),
    year,
    province: areaOf(organisation(context, provinceId)),
    schemes: listed(context.pack, given),
    department: localTradeOf(context, provinceId).name,
    financeDepartment: localFinanceOf(context, provinceId).name,
    executors: executorsOf(context, provinceId),
    manner: documentRule(context.pack, 'local-plan-decision').manner,
  });
  return [decision(context, 'local-plan-decision', withYears(context.pack, content, given), no, list)];
};

type Content = Parameters<typeof drawn>[1]['content'];

function decision(context: DrawContext, type: 'approval-decision' | 'local-plan-decision', content: Content, no: number, list: Listed[]) {
  const round = context.thing.id;
  const ids = list.map(({ schemeId }) => schemeId);
  const paper = ofRound(context, type);
  const approve = list.map(({ schemeId, amounts }): Telling => tell(schemeId, 'approve', { amounts }));
  return drawn(context, {
    ...paper,
    about: `${paper.about}${nthList(no)}, ${list.length} đề án`,
    subjects: [round, ...ids],
    content,
    recipients: concerned(context, ids),
    // The round hears it first: whoever sees a scheme approved may propose its money at once.
    whenIssued: [tell(round, 'note-decision', { decisionNo: no, outcome: 'approve' }), ...approve],
    whenReturned: [...ids.map((id) => tell(id, 'return-to-ranking')), tell(round, 'note-decision-returned', { decisionNo: no })],
  });
}
