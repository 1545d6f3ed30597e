import { gradeOf } from '../../council/grade.ts';
import { neededOf } from '../../council/quorum.ts';
import { isBarred, seated } from '../../council/seats.ts';
import type { AgendaItem, Council, ScoreSheet } from '../../council/state.ts';
import { lawValue } from '../../regulation/law-value.ts';
import { type Conclusion, councilRoleName } from '../compose/council.ts';
import { countRecord } from '../compose/count-record.ts';
import { scoreSheet } from '../compose/score-sheet.ts';
import type { Draw, DrawContext, Drawn } from './drawn.ts';
import { councilFact, councilOf, itemOf, memberName, memberSigning, membersOf, ofCouncil, ownFrame, sessionOf } from './of-council.ts';
import { compose, drawn } from './paper.ts';

/** What a count comes to, in the words of documents. */
export const conclusions: Record<'pass' | 'conditional' | 'fail', Conclusion> = {
  pass: 'recommended',
  conditional: 'conditional',
  fail: 'not-recommended',
};

/** A ballot was closed: the record of the count, and with it every member's score sheet on the scheme. */
export const drawCountRecord: Draw = (context) => {
  const council = councilOf(context);
  const counted = councilFact(context, 'ballot-closed');
  const item = itemOf(council, counted.schemeId);
  const { place } = sessionOf(council, item.sessionNo);
  const majority = lawValue(context.pack, 'council.majority', { on: context.today }).value;
  const returned = counted.votes.pass + counted.votes.conditional + counted.votes.fail;
  const tellers = tellersOf(council, context.fact.actor);
  const content = compose(countRecord, {
    frame: ownFrame(context, 'count-record'),
    councilName: council.name,
    session: item.sessionNo,
    countedAt: context.now,
    meetingPlace: place,
    scheme: { title: item.title, host: item.hostName },
    members: seated(council).length,
    present: counted.present,
    ballotsIssued: counted.present,
    ballotsReturned: returned,
    invalid: 0,
    votes: counted.votes,
    required: {
      // A tie is no majority, whatever share the law asks for.
      votes: Math.max(neededOf(counted.present, majority), Math.floor(counted.present / 2) + 1),
      rule: `ít nhất ${majority.count}/${majority.of} số thành viên có mặt`,
    },
    conclusion: conclusions[counted.conclusion],
    tellers: tellers.map(({ name, task }) => ({ name, task })),
  });
  const paper = ofCouncil(context, 'count-record');
  const subjects = [context.thing.id, item.schemeId];
  const record = drawn(context, {
    ...paper,
    about: item.title,
    subjects,
    schemeId: item.schemeId,
    content,
    signers: tellers.map(({ personId }) => memberSigning(context, personId)),
  });
  return [
    record,
    ...item.sheets.filter(({ by }) => !isBarred(item, by)).map((sheet, index) => drawScoreSheet(context, item, sheet, index + 1)),
  ];
};

/** The secretary counts, and whoever closed the ballot. */
function tellersOf(council: Council, actor: string): { personId: string; name: string; task: string }[] {
  const secretary = seated(council).find(({ role }) => role === 'secretary');
  const closer = seated(council).find(({ personId }) => personId === actor);
  const both = [secretary, closer].flatMap((one) => one ?? []);
  const tellers = [
    ...new Map(both.map(({ personId, name, role }) => [personId, { personId, name, task: councilRoleName(role) }])).values(),
  ];
  return tellers.length > 0 ? tellers : [{ personId: actor, name: memberName(council, actor), task: 'Người kiểm phiếu' }];
}

function drawScoreSheet(context: DrawContext, item: AgendaItem, sheet: ScoreSheet, nth: number): Drawn {
  const council = councilOf(context);
  const { pack, today } = context;
  const criteria = lawValue(pack, 'council.criteria', { on: today }).value;
  const member = membersOf(context, council).find(({ personId }) => personId === sheet.by);
  const name = member?.name ?? memberName(council, sheet.by);
  const content = compose(scoreSheet, {
    frame: ownFrame(context, 'score-sheet', { nth, signer: { capacity: [], title: 'NGƯỜI ĐÁNH GIÁ', name } }),
    councilName: council.name,
    session: item.sessionNo,
    member: { name, role: member?.role ?? 'member', organisation: member?.organisation ?? council.name },
    scheme: { title: item.title, host: item.hostName },
    criteria: criteria.map(({ id, title, max }) => ({
      name: title.vi,
      maximum: max,
      score: sheet.scores.find(({ criterion }) => criterion === id)?.points ?? 0,
    })),
    verdict: verdictOf(context, sheet),
    comment: sheet.comment,
  });
  const paper = ofCouncil(context, 'score-sheet');
  const subjects = [context.thing.id, item.schemeId];
  return drawn(context, {
    ...paper,
    about: `${name}, ${item.title}`,
    subjects,
    schemeId: item.schemeId,
    content,
    signers: [memberSigning(context, sheet.by)],
    nth,
  });
}

/** What the points alone come to. The ballot is the member's secret and does not stand on the sheet. */
const verdictOf = ({ pack, today }: DrawContext, sheet: ScoreSheet) =>
  gradeOf(sheet, lawValue(pack, 'council.criteria', { on: today }).value, lawValue(pack, 'council.grades', { on: today }).value);
