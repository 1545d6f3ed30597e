import { refusal } from '../compose/refusal.ts';
import { minutesBasis, proposalBasis } from './decisions.ts';
import type { Draw } from './drawn.ts';
import { concerned, listedScheme, nthList, ofRound, roundFact, roundFrame, roundOf } from './of-round.ts';
import { compose, drawn, tell } from './paper.ts';

const noReason = 'Hội đồng thẩm định không đề nghị phê duyệt đề án.';

/** Schemes of a list that are refused: one notice with the reasons of each. */
export const drawRefusal: Draw = (context) => {
  const round = roundOf(context);
  const { no, list } = roundFact(context, 'decision-proposed');
  const refused = list.filter(({ outcome }) => outcome === 'refuse').map((one) => ({ ...one, reason: one.reason ?? noReason }));
  const ids = refused.map(({ schemeId }) => schemeId);
  const content = compose(refusal, {
    frame: roundFrame(context, 'refusal', {
      moreBases: [...minutesBasis(context), proposalBasis(context, round.provinceId)],
      recipients: ['Các đơn vị chủ trì đề án có tên trên'],
    }),
    as: 'notice',
    year: round.year,
    schemes: refused.map(({ schemeId, reason }) => {
      const { proposal, host } = listedScheme(context, schemeId);
      return { title: proposal.title, host: host.name, reasons: [reason] };
    }),
    remedy: 'Đơn vị chủ trì đề án có quyền kiến nghị, khiếu nại theo quy định của pháp luật về khiếu nại.',
  });
  const paper = ofRound(context, 'refusal');
  const about = `${paper.about}${nthList(no)}, ${refused.length} đề án`;
  return [
    drawn(context, {
      ...paper,
      about,
      subjects: [context.thing.id, ...ids],
      content,
      recipients: concerned(context, ids),
      whenIssued: [
        tell(context.thing.id, 'note-decision', { decisionNo: no, outcome: 'refuse' }),
        ...refused.map(({ schemeId, reason }) => tell(schemeId, 'refuse', { reason })),
      ],
      whenReturned: [
        ...ids.map((id) => tell(id, 'return-to-ranking')),
        tell(context.thing.id, 'note-decision-returned', { decisionNo: no }),
      ],
    }),
  ];
};
