import { describe, expect, test } from 'vitest';
import { given } from '../../test-kit.ts';
import { approving, atRanking, billion, closed, issued, opened, programme, ranked, scheme, things } from '../examples.ts';
import { roundKind } from '../kind.ts';

const ready = atRanking.and(ranked(['a', 6 * billion], ['b', 4 * billion], ['c', 2 * billion, 'waiting']));
const situation = things(
  scheme('a', 'ranked', 6 * billion),
  scheme('b', 'ranked', 8 * billion),
  scheme('c', 'waiting-list', 2 * billion),
  scheme('failed', 'not-recommended', billion),
  scheme('gone', 'withdrawn', billion),
);
const approve = (schemeId: string, ...amounts: ReturnType<typeof programme>[]) => ({
  schemeId,
  outcome: 'approve',
  ...(amounts.length > 0 && { amounts }),
});
const decline = (schemeId: string, reason?: string) => ({ schemeId, outcome: 'refuse', ...(reason && { reason }) });

describe('propose-decision', () => {
  test.each([
    ['approvals and refusals', [approve('a'), approve('b'), decline('failed')], 'decision-proposed'],
    ['refusing one that waits, with a reason', [decline('c', 'Hết kinh phí')], 'decision-proposed'],
    ['refusing one that waits, without', [decline('c')], 'decision.reason-needed'],
    ['approving one that waits', [approve('c')], 'decision.not-ranked'],
    ['approving one that was not recommended', [approve('failed')], 'decision.not-ranked'],
    ['one that was withdrawn', [decline('gone', 'Đã rút')], 'decision.not-now'],
    ['one that nobody knows', [approve('nobody')], 'decision.not-of-this-round'],
    ['one twice', [approve('a'), decline('a', 'Trùng')], 'decision.twice'],
    ['more than was ranked for it', [approve('a', programme(7 * billion))], 'decision.over-proposed'],
    ['less than was ranked for it', [approve('a', programme(5 * billion))], 'decision-proposed'],
    ['an amount twice', [approve('a', programme(1), programme(1))], 'decision.amount-twice'],
    [
      'counterpart funds alone',
      [{ ...approve('a'), amounts: [{ source: 'enterprise', year: 2022, amountDong: 1 }] }],
      'decision.no-support',
    ],
    ['nothing', [], 'invalid-input'],
  ])('%s: %s', (_what, list, then) => {
    ready.when('propose-decision', { list }, { situation }).then(then);
  });

  test('without amounts the ranked sum is given and the counterpart funds stand', () => {
    const { accepted } = ready.when('propose-decision', { list: [approve('b'), decline('failed')] }, { situation });
    expect(accepted.data.decisions[0]?.list).toMatchObject([
      { schemeId: 'b', amounts: [programme(4 * billion), { source: 'enterprise', year: 2022, amountDong: 4 * billion }] },
      { schemeId: 'failed', outcome: 'refuse', amounts: [] },
    ]);
    expect(accepted.state).toBe('deciding');
    expect(accepted.owed.map(({ what, params }) => [what, params.thing ?? params.type])).toEqual([
      ['tell', 'b'],
      ['tell', 'failed'],
      ['draft-document', 'submission'],
      ['draft-document', 'approval-decision'],
      ['draft-document', 'refusal'],
    ]);
  });

  test.each([
    ['central', 'Hội đồng thẩm định không đề nghị phê duyệt đề án.'],
    ['local', 'Cơ quan tài chính thẩm định không đề nghị phê duyệt đề án.'],
  ])('on the %s route one that was not recommended is refused because: %s', (route, reason) => {
    const round = given(roundKind, route, { ...opened, route, provinceId: 'ubnd-tinh-binh-dinh' }, closed);
    const { accepted } = round.when('propose-decision', { list: [decline('failed')] }, { situation });
    expect(accepted.data.decisions[0]?.list).toMatchObject([{ schemeId: 'failed', reason }]);
  });

  test('approvals together stay within the ceiling, also over several decisions', () => {
    const more = things(...Object.values(situation.things), scheme('big', 'ranked', 9 * billion));
    const big = atRanking.and(ranked(['a', 6 * billion], ['big', 9 * billion]));
    big.when('propose-decision', { list: [approve('a'), approve('big')] }, { situation: more }).then('round.over-ceiling');
    big
      .and(approving(1, ['a', 6 * billion]))
      .when('propose-decision', { list: [approve('big')] }, { situation: more })
      .then('round.over-ceiling');
  });

  test('what lies with the signer cannot be proposed again', () => {
    ready
      .and(approving(1, ['a', billion]))
      .when('propose-decision', { list: [approve('a')] }, { situation })
      .then('decision.already-open');
  });
});

describe('what becomes of a decision', () => {
  const both = ready.when('propose-decision', { list: [approve('a'), decline('failed')] }, { situation }).left;
  const document = { documentId: 'd', symbol: '15/QĐ-BCT', date: '2022-05-16', decisionNo: 1 };

  test('it is decided when both documents are issued', () => {
    const first = both.when('note-decision', { ...document, outcome: 'approve' }).then('decision-issued');
    expect(first.state).toBe('deciding');
    first.when('note-decision', { ...document, outcome: 'approve' }).then('decision.not-open');
    const second = first.when('note-decision', { ...document, outcome: 'refuse' }).then('decision-issued');
    expect([second.state, second.data.decisions[0]?.status]).toEqual(['decided', 'issued']);
    second.when('note-decision', { ...document, outcome: 'refuse' }).then('decision.not-open');
  });

  test('one issued, one given back: decided', () => {
    const first = both.when('note-decision', { ...document, outcome: 'approve' }).left;
    expect(first.when('note-decision-returned', { decisionNo: 1, reason: 'Chưa đủ căn cứ' }).left.state).toBe('decided');
  });

  test('both given back: to be ranked again', () => {
    const returned = { decisionNo: 1, reason: 'Chưa đủ căn cứ' };
    const after = both.when('note-decision-returned', returned).left.when('note-decision-returned', returned).left;
    expect([after.state, after.data.decisions[0]?.status]).toEqual(['ranked', 'returned']);
    after.when('note-decision-returned', returned).then('state.not-now');
  });

  test('a later decision given back leaves the round decided', () => {
    const decided = ready.and(approving(1, ['a', billion]), issued(1), approving(2, ['b', billion]));
    expect(decided.when('note-decision-returned', { decisionNo: 2, reason: 'Chờ ý kiến' }).left.state).toBe('decided');
    decided.when('note-decision-returned', { decisionNo: 3, reason: 'Chờ ý kiến' }).then('decision.not-open');
  });
});
