import { describe, expect, test } from 'vitest';
import { appointed, balloting, called, everyone, inSession, without } from '../examples.ts';

const all = everyone.map((personId) => ({ personId, present: true }));

describe('record-attendance', () => {
  test.each([
    ['on the day', all, '2022-04-20', 'attendance-recorded'],
    ['the day after', all, '2022-04-21', 'attendance-recorded'],
    ['before the day', all, '2022-04-19', 'session.not-yet'],
    ['one twice', [...all, all[0]], '2022-04-20', 'session.attendance-twice'],
    ['a stranger', [{ personId: 'stranger', present: true }], '2022-04-20', 'session.no-member'],
  ])('%s', (_what, attendance, day, then) => {
    called.at(day).when('record-attendance', { attendance }).then(then);
  });

  test('whoever is not named is absent', () => {
    const { accepted } = called.at('2022-04-20').when('record-attendance', { attendance: all.slice(0, 5) });
    expect(accepted.result).toEqual({ present: 5, members: 7 });
    expect(accepted.data.session?.attendance.at(-1)).toEqual({ personId: 'council-7', present: false, reason: null });
    expect(accepted.state).toBe('in-session');
  });

  test('opens the session at the moment of the first, whatever time it was called for', () => {
    const opened = called.at('2022-04-20T01:00:00.000Z').when('record-attendance', { attendance: all.slice(0, 5) }).left;
    const later = opened.at('2022-04-20T02:30:00.000Z').when('record-attendance', { attendance: all }).left;
    expect([called, opened, later].map(({ data }) => data.session?.openedAt)).toEqual([
      undefined,
      '2022-04-20T01:00:00.000Z',
      '2022-04-20T01:00:00.000Z',
    ]);
  });

  test('stands still while votes are cast', () => {
    inSession.when('record-attendance', { attendance: all }).then('attendance-recorded');
    balloting.when('record-attendance', { attendance: all }).then('session.ballot-open');
  });
});

describe('delegate-chair', () => {
  const chair = { role: 'chair', id: 'council-1' };
  test.each([
    ['the deputy', 'council-2', 'chair-delegated'],
    ['a member', 'council-6', 'chair-delegated'],
    ['themselves', 'council-1', 'council.cannot-lead'],
    ['the secretary', 'council-5', 'council.cannot-lead'],
    ['a stranger', 'stranger', 'council.cannot-lead'],
  ])('to %s: %s → %s', (_who, to, then) => {
    called.when('delegate-chair', { to, text: 'Ủy quyền chủ trì phiên họp' }, { as: chair }).then(then);
  });

  test('is written', () => {
    called.when('delegate-chair', { to: 'council-6', text: '' }, { as: chair }).then('invalid-input');
  });

  test('given before the session is called, holds for it; and is never passed on', () => {
    const early = appointed.when('delegate-chair', { to: 'council-6', text: 'Ủy quyền chủ trì phiên họp' }, { as: chair }).left;
    expect(early.data.delegation?.to).toBe('council-6');
    const led = without('council-1').and({ type: 'chair-delegated', to: 'council-6', text: 'Ủy quyền' });
    led
      .when('delegate-chair', { to: 'council-7', text: 'Ủy quyền lại' }, { as: { role: 'chair', id: 'council-6' } })
      .then('council.not-passed-on');
  });
});

describe('declare-interest', () => {
  const reviewer = { role: 'reviewer', id: 'council-3' };
  test.each([
    ['none', 'interest-declared'],
    ['family', 'interest-declared'],
    ['envy', 'interest.unknown'],
  ])('%s: %s', (kind, then) => {
    called.when('declare-interest', { schemeId: 'a', kind }, { as: reviewer }).then(then);
  });

  test('bars from that scheme alone, and may be set right before the ballot', () => {
    const declared = called.when('declare-interest', { schemeId: 'a', kind: 'family' }, { as: reviewer });
    expect(declared.accepted.result).toEqual({ bars: true });
    const scores = { schemeId: 'a', scores: [] };
    expect(declared.left.data.items.b?.interests.some(({ by }) => by === 'council-3')).toBe(false);
    declared.left.when('submit-score-sheet', scores, { as: reviewer }).then('invalid-input');
    expect(
      declared.left.when('declare-interest', { schemeId: 'a', kind: 'none' }, { as: reviewer }).left.data.items.a?.interests,
    ).toMatchObject([{ by: 'council-3', kind: 'none', bars: false }]);
  });

  test('the scheme is told who appraises it from now on, where that changes', () => {
    const chair = { role: 'chair', id: 'council-1' };
    const declared = called.when('declare-interest', { schemeId: 'a', kind: 'family' }, { as: chair });
    const input = { councilId: 'the-thing', sessionNo: 1, roster: { chair: ['council-2'], deputy: ['council-2'] } };
    expect(declared.accepted.owed).toMatchObject([{ what: 'tell', params: { thing: 'a', command: 'enter-council', input } }]);
    const again = declared.left.when('declare-interest', { schemeId: 'a', kind: 'none' }, { as: chair });
    expect(again.accepted.owed).toMatchObject([{ params: { thing: 'a', input: { roster: { chair: ['council-1'] } } } }]);
    expect(called.when('declare-interest', { schemeId: 'a', kind: 'none' }, { as: chair }).accepted.owed).toEqual([]);
    const adjourned = called.and({ type: 'session-cancelled', councilId: 'the-thing', no: 1, agenda: ['a', 'b'], reason: 'Hoãn' });
    adjourned.when('declare-interest', { schemeId: 'a', kind: 'family' }, { as: chair }).then('council.not-on-agenda');
    const putOff = inSession.and({ type: 'item-adjourned', councilId: 'the-thing', sessionNo: 1, schemeId: 'a', reason: 'Hoãn' });
    expect(putOff.when('declare-interest', { schemeId: 'a', kind: 'family' }, { as: chair }).accepted.owed).toEqual([]);
  });

  test('“none” does not lift what follows from a position', () => {
    const declared = called.when('declare-interest', { schemeId: 'b', kind: 'none' }, { as: { role: 'member', id: 'council-6' } }).left;
    expect(declared.data.items.b?.interests.filter(({ bars }) => bars)).toMatchObject([{ by: 'council-6', kind: 'applicant' }]);
  });

  test('comes too late after a ballot, and only for what is on the agenda', () => {
    const voted = balloting.by('council-1').and({ type: 'ballot-cast', schemeId: 'a', vote: 'pass', conditions: [] });
    voted.when('declare-interest', { schemeId: 'a', kind: 'family' }, { as: reviewer }).then('interest.after-ballot');
    called.when('declare-interest', { schemeId: 'z', kind: 'none' }, { as: reviewer }).then('council.not-on-agenda');
    appointed.when('declare-interest', { schemeId: 'a', kind: 'none' }, { as: reviewer }).then('council.not-on-agenda');
  });
});
