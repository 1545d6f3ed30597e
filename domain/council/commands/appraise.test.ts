import { describe, expect, test } from 'vitest';
import { attending, balloting, called, everyone, fullScores, inSession, without } from '../examples.ts';

const chair = { role: 'chair', id: 'council-1' };
const reviewer = { role: 'reviewer', id: 'council-3' };
const member = { role: 'member', id: 'council-7' };
const barred = { role: 'member', id: 'council-6' };

describe('open-item', () => {
  test.each([
    ['a scheme on the agenda', inSession, 'a', chair, 'item-opened'],
    ['with the secretary at the book', inSession, 'a', { role: 'secretary', id: 'council-5' }, 'item-opened'],
    ['one that is not on it', inSession, 'z', chair, 'council.not-on-agenda'],
    ['by one who is absent', without('council-1'), 'a', chair, 'council.not-present'],
    ['without a quorum', without('council-3'), 'a', chair, 'session.no-quorum'],
    ['while another is open', inSession.and({ type: 'item-opened', schemeId: 'b' }), 'a', chair, 'session.another-open'],
    ['one that is open already', inSession.and({ type: 'item-opened', schemeId: 'a' }), 'a', chair, 'council.item-not-now'],
  ])('%s', (_what, council, schemeId, as, then) => {
    council.when('open-item', { schemeId }, { as }).then(then);
  });

  test('the refusal says exactly who is missing, and why', () => {
    const { refusal } = without('council-3', 'council-5', 'council-7').when('open-item', { schemeId: 'b' }, { as: chair });
    expect(refusal).toMatchObject({
      values: {
        present: 3,
        entitled: 6,
        needed: 4,
        missing: [{ vi: 'Ủy viên phản biện Ông/bà council-3 (vắng mặt)' }, { vi: 'Ủy viên thư ký Ông/bà council-5 (vắng mặt)' }],
      },
      ground: { certainty: 'analogue' },
    });
  });

  test('somebody delegated the chair opens it while the chair is away', () => {
    const delegated = { type: 'chair-delegated' as const, to: 'council-7', text: 'Ủy quyền' };
    without('council-1', 'council-2')
      .and(delegated)
      .when('open-item', { schemeId: 'a' }, { as: { role: 'chair', id: 'council-7' } })
      .then('item-opened');
    expect(inSession.and(delegated).when('open-item', { schemeId: 'a' }, { as: { role: 'chair', id: 'council-7' } }).refusal?.rule).toBe(
      'role.not-yours',
    );
  });
});

describe('submit-score-sheet', () => {
  const open = inSession.and({ type: 'item-opened', schemeId: 'a' });
  const changed = (criterion: string, points: number) =>
    fullScores.map((score) => (score.criterion === criterion ? { criterion, points } : score));

  test.each([
    ['all criteria', fullScores, 'score-sheet-submitted'],
    ['nothing for one of them', changed('need', 0), 'score-sheet-submitted'],
    ['the most for one of them', changed('need', 15), 'score-sheet-submitted'],
    ['more than the most', changed('need', 15.5), 'score.over-maximum'],
    ['less than nothing', changed('need', -1), 'invalid-input'],
    ['a quarter of a point', changed('need', 1.25), 'invalid-input'],
    ['one left out', fullScores.slice(1), 'score.each-once'],
    ['one twice', [...fullScores, fullScores[0]], 'score.each-once'],
    ['one of their own', [...fullScores.slice(1), { criterion: 'beauty', points: 1 }], 'score.unknown-criterion'],
  ])('%s: %s', (_what, scores, then) => {
    open.when('submit-score-sheet', { schemeId: 'a', scores }, { as: reviewer }).then(then);
  });

  test.each([
    ['before the session', called, reviewer, 'a', 'score-sheet-submitted'],
    ['at it', inSession, reviewer, 'a', 'score-sheet-submitted'],
    ['at it, being absent', without('council-7'), member, 'a', 'council.not-present'],
    ['being barred', inSession, barred, 'b', 'council.barred'],
    ['while votes are cast', balloting, reviewer, 'a', 'council.item-not-now'],
  ])('%s', (_what, council, as, schemeId, then) => {
    council.when('submit-score-sheet', { schemeId, scores: fullScores }, { as }).then(then);
  });

  test('the sum is computed, and a new sheet takes the place of the old', () => {
    const first = open.when('submit-score-sheet', { schemeId: 'a', scores: fullScores }, { as: reviewer });
    expect(first.accepted.result).toEqual({ total: 84.5 });
    const second = first.left.when('submit-score-sheet', { schemeId: 'a', scores: changed('need', 10) }, { as: reviewer }).left;
    expect(second.data.items.a?.sheets.map(({ by, total }) => [by, total])).toEqual([['council-3', 82.5]]);
  });
});

describe('submit-written-view', () => {
  const view = { schemeId: 'a', view: 'pass', text: 'Đồng ý với đề án' };
  test.each([
    ['before the session', called, member, view, 'written-view-submitted'],
    ['being absent from it', without('council-7'), member, view, 'written-view-submitted'],
    ['being there', inSession, member, view, 'council.present-votes'],
    ['being barred', called, barred, { ...view, schemeId: 'b' }, 'council.barred'],
    ['without a word', called, member, { ...view, text: ' ' }, 'invalid-input'],
  ])('%s', (_what, council, as, input, then) => {
    council.when('submit-written-view', input, { as }).then(then);
  });
});

describe('open-ballot', () => {
  const open = inSession.and({ type: 'item-opened', schemeId: 'a' });
  const sheet = { type: 'score-sheet-submitted' as const, schemeId: 'a', scores: fullScores, total: 84.5, comment: '' };
  const scored = open.by('council-3').and(sheet).by('council-4').and(sheet);

  test.each([
    ['with both sheets', scored, 'ballot-opened'],
    ['without the reviewers’ sheets', open, 'ballot.sheets-missing'],
    ['with one of them', open.by('council-3').and(sheet), 'ballot.sheets-missing'],
    ['before the item is open', inSession, 'council.item-not-now'],
    ['when a reviewer has left', scored.and(attending(everyone.filter((id) => id !== 'council-4'))), 'session.no-quorum'],
  ])('%s', (_what, council, then) => {
    council.when('open-ballot', { schemeId: 'a' }, { as: chair }).then(then);
  });
});
