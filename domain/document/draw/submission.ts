import type { Scheme } from '../../scheme/state.ts';
import { submission } from '../compose/submission.ts';
import { minutesOf } from './decisions.ts';
import type { Draw, DrawContext } from './drawn.ts';
import { sourceName } from './money.ts';
import { listedScheme, nthList, ofRound, roundFact, roundFrame, roundOf, schemesOf } from './of-round.ts';
import { headOf, ministryOf } from './offices.ts';
import { compose, drawn } from './paper.ts';
import { listed, withYears } from './scheme-list.ts';

/** States of a file that has not been found complete. */
const notEligible = [
  'submitted',
  'in-intake',
  'supplementing',
  'ineligible',
  'late',
  'withdrawn',
  'draft',
  'at-province',
  'rejected-by-province',
  'discarded',
];

/**
 * The list goes to the minister with the draft decision: what came in, what was appraised, which schemes with how much money, who waits, who
 * is refused. The people's committee of a province decides on its own finance department's appraisal, and a list that only refuses is laid
 * before the signer as the draft of the refusal: neither has a submission beside it.
 */
export const drawSubmission: Draw = (context) => {
  const round = roundOf(context);
  const { no, list } = roundFact(context, 'decision-proposed');
  const approved = list.filter(({ outcome }) => outcome === 'approve');
  if (context.thing.route === 'local' || approved.length === 0) return [];
  const { pack } = context;
  const ministry = ministryOf(context);
  const given = approved.map(({ schemeId, amounts }) => ({ scheme: listedScheme(context, schemeId), amounts }));
  const waiting = round.ranking.filter((one) => one.list === 'waiting' && !list.some(({ schemeId }) => schemeId === one.schemeId));
  const content = compose(submission, {
    frame: roundFrame(context, 'submission', { recipients: ['Như trên'] }),
    addressee: headOf(ministry),
    year: round.year,
    files: filesOf(context),
    minutes: minutesOf(context),
    schemes: listed(pack, given),
    waiting: listed(
      pack,
      waiting.map(({ schemeId, proposedDong }) => ({
        scheme: listedScheme(context, schemeId),
        amounts: [{ source: 'programme' as const, year: round.year, amountDong: proposedDong }],
      })),
    ),
    refused: list
      .filter(({ outcome }) => outcome === 'refuse')
      .map(({ schemeId, reason }) => {
        const { proposal, host } = listedScheme(context, schemeId);
        return { title: proposal.title, host: host.name, reason: reason ?? 'Hội đồng thẩm định không đề nghị phê duyệt' };
      }),
    ceilings: round.ceilings.map(({ source, ceilingDong }) => ({ source: sourceName(pack, source), ceiling: ceilingDong })),
  });
  const paper = ofRound(context, 'submission');
  return [
    drawn(context, {
      ...paper,
      about: `${paper.about}${nthList(no)}, ${approved.length} đề án`,
      content: withYears(pack, content, given),
      recipients: [ministry],
    }),
  ];
};

/** How many files came in, were complete, were appraised. */
function filesOf(context: DrawContext): { received: number; eligible: number; appraised: number } {
  const received = schemesOf(context).filter(({ data }) => (data as Scheme).submittedOn !== null);
  return {
    received: received.length,
    eligible: received.filter(({ state, data }) => !notEligible.includes(state) || (data as Scheme).appraisal.conclusion !== null).length,
    appraised: received.filter(({ data }) => (data as Scheme).appraisal.conclusion !== null).length,
  };
}
