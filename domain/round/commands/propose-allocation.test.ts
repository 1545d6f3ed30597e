import { describe, expect, test } from 'vitest';
import type { ThingView } from '../../command.ts';
import { post } from '../../money/ledger.ts';
import { approving, atRanking, billion, issued, programme, ranked, scheme, things } from '../examples.ts';

const decided = atRanking.and(
  ranked(['a', 6 * billion], ['b', 4 * billion]),
  approving(1, ['a', 6 * billion], ['b', 4 * billion]),
  issued(1),
);
const situation = things(scheme('a', 'approved', 6 * billion), scheme('b', 'deferred', 4 * billion), scheme('c', 'ranked', billion));
const estimate = 'Quyết định giao dự toán số 12/QĐ-BCT ngày 20/12/2021';
const allocate = (...list: [string, ...{ source: string; year: number; amountDong: number }[]][]) => ({
  estimate,
  list: list.map(([schemeId, ...amounts]) => ({ schemeId, amounts })),
});

describe('propose-allocation', () => {
  test.each([
    ['what was approved', allocate(['a', programme(6 * billion)]), 'allocation-proposed'],
    ['less', allocate(['a', programme(5 * billion)]), 'allocation-proposed'],
    ['nothing: deferred', allocate(['a']), 'allocation-proposed'],
    ['a deferred scheme in a later year', allocate(['b', programme(4 * billion, 2023)]), 'allocation-proposed'],
    ['more', allocate(['a', programme(6 * billion + 1)]), 'allocation.over-approved'],
    ['more over two years', allocate(['a', programme(6 * billion), programme(1, 2023)]), 'allocation.over-approved'],
    ['before the year of the approval', allocate(['a', programme(billion, 2021)]), 'allocation.over-approved'],
    ['counterpart funds', allocate(['a', { source: 'enterprise', year: 2022, amountDong: 1 }]), 'allocation.source'],
    ['an amount twice', allocate(['a', programme(1), programme(1)]), 'allocation.amount-twice'],
    ['one twice', allocate(['a'], ['a']), 'allocation.twice'],
    ['one that is not approved', allocate(['c', programme(1)]), 'allocation.not-approved'],
    ['one that nobody knows', allocate(['nobody']), 'allocation.not-of-this-round'],
    ['without an estimate', { ...allocate(['a']), estimate: ' ' }, 'invalid-input'],
  ])('%s: %s', (_what, input, then) => {
    decided.when('propose-allocation', input, { situation }).then(then);
  });

  test('reserves the money at once, and sets it free when it comes back', () => {
    const outcome = decided.when('propose-allocation', allocate(['a', programme(5 * billion)], ['b', programme(3 * billion)]), {
      situation,
    });
    expect(outcome.accepted.movements.map(({ kind, amountDong }) => [kind, amountDong])).toEqual([
      ['reserved', 5 * billion],
      ['reserved', 3 * billion],
    ]);
    expect(outcome.accepted.owed).toMatchObject([{ what: 'draft-document', params: { type: 'allocation-decision', allocationNo: 1 } }]);

    const back = outcome.left.when('note-allocation-returned', { allocationNo: 1, reason: 'Điều chỉnh dự toán' });
    expect(back.accepted.movements.map(({ amountDong }) => amountDong)).toEqual([-5 * billion, -3 * billion]);
    back.left.when('propose-allocation', allocate(['a', programme(5 * billion)]), { situation }).then('allocation-proposed');
    back.left.when('note-allocation-returned', { allocationNo: 1, reason: 'Điều chỉnh dự toán' }).then('allocation.not-open');
  });

  test('a scheme stands in one open allocation only, and is never given more than approved in all', () => {
    const half = decided.when('propose-allocation', allocate(['a', programme(3 * billion)]), { situation }).left;
    half.when('propose-allocation', allocate(['a', programme(1)]), { situation }).then('allocation.already-open');
    const noted = half.when('note-allocation', { allocationNo: 1, documentId: 'd', symbol: '20/QĐ-BCT', date: '2022-06-01' });
    expect(noted.accepted.movements).toEqual([]);
    noted.left
      .when('note-allocation', { allocationNo: 1, documentId: 'd', symbol: '20/QĐ-BCT', date: '2022-06-01' })
      .then('allocation.not-open');
    noted.left.when('propose-allocation', allocate(['a', programme(3 * billion)]), { situation }).then('allocation-proposed');
    noted.left.when('propose-allocation', allocate(['a', programme(3 * billion + 1)]), { situation }).then('allocation.over-approved');
  });

  test('what the host declined may be given again, in full', () => {
    const given = decided
      .when('propose-allocation', allocate(['a', programme(5 * billion)]), { situation })
      .left.when('note-allocation', { allocationNo: 1, documentId: 'd', symbol: '20/QĐ-BCT', date: '2022-06-01' }).left;
    const again = (view: ThingView, dong: number) =>
      given.when('propose-allocation', allocate(['a', programme(dong)]), { situation: things(view) });
    const approved = scheme('a', 'approved', 6 * billion);
    const [account] = post([], [{ year: 2022, kind: 'reserved', amountDong: -5 * billion }]);
    const declined = { ...approved, data: { ...(approved.data as object), accounts: [account] } };
    again(approved, 6 * billion).then('allocation.over-approved');
    again(declined, 6 * billion).then('allocation-proposed');
    again(declined, 6 * billion + 1).then('allocation.over-approved');
  });

  test('the round is finished when nothing of it lies with a signer', () => {
    const open = decided.when('propose-allocation', allocate(['a', programme(billion)]), { situation }).left;
    open.when('finish-round', {}).then('round.open-business');
    expect(decided.when('finish-round', {}).then('round-finished').state).toBe('finished');
  });
});
