import { describe, expect, test } from 'vitest';
import { balloting, called, everyone, type inSession, voting, without } from '../examples.ts';

const chair = { role: 'chair', id: 'council-1' };
const deputy = { role: 'deputy', id: 'council-2' };
const secretary = { role: 'secretary', id: 'council-5' };
const member = { role: 'member', id: 'council-7' };
const counted = voting('ppppppf').when('close-ballot', { schemeId: 'a' }, { as: chair }).left;
const finished = counted.when('adjourn-item', { schemeId: 'b', reason: 'Chờ báo giá' }, { as: chair }).left;

describe('adjourn-item', () => {
  test('puts a scheme off, also in the middle of a vote, and tells it', () => {
    const outcome = balloting.when('adjourn-item', { schemeId: 'a', reason: 'Mất điện' }, { as: chair });
    expect(outcome.accepted.owed).toMatchObject([
      { what: 'tell', params: { thing: 'a', input: { conclusion: 'adjourned', votes: null } } },
    ]);
    expect(outcome.left.data).toMatchObject({ items: { a: { status: 'adjourned' } }, session: { openItem: null } });
    outcome.left.when('open-item', { schemeId: 'b' }, { as: chair }).then('item-opened');
    outcome.left.when('adjourn-item', { schemeId: 'a', reason: 'Mất điện' }, { as: chair }).then('council.item-not-now');
    counted.when('adjourn-item', { schemeId: 'a', reason: 'Muộn' }, { as: chair }).then('council.item-not-now');
  });
});

describe('record-dissent', () => {
  const dissent = { schemeId: 'a', text: 'Không đồng ý về định mức chi' };
  test.each([
    ['after the count', counted, member, 'dissent-recorded'],
    ['before it', balloting, member, 'council.item-not-now'],
    ['after the minutes are signed', finished.when('adopt-minutes', {}, { as: secretary }).left, member, 'minutes.signed'],
  ])('%s', (_what, council, as, then) => {
    council.when('record-dissent', dissent, { as }).then(then);
  });
});

describe('adopt-minutes', () => {
  test('takes both signatures', () => {
    const first = finished.when('adopt-minutes', {}, { as: chair }).then('minutes-signed');
    first.when('adopt-minutes', {}, { as: chair }).then('minutes.signed');
    first.when('close-session', {}, { as: chair }).then('session.minutes-needed');
    const second = first.when('adopt-minutes', {}, { as: secretary });
    second.then('minutes-signed', 'minutes-adopted');
    expect(second.accepted.owed).toMatchObject([{ what: 'draft-document', params: { type: 'minutes', sessionNo: 1 } }]);
    expect(second.left.data.session?.minutesSigned).toEqual({ chair: 'council-1', secretary: 'council-5' });
    const closed = second.left.when('close-session', {}, { as: chair }).then('session-closed');
    expect([closed.state, closed.data.session, closed.data.sessions.length]).toEqual(['appointed', null, 1]);
  });

  test('has three working days from the session on', () => {
    const attendance = everyone.map((personId) => ({ personId, present: true }));
    const { clocks } = called.at('2022-04-20').when('record-attendance', { attendance }).accepted;
    expect(clocks.map(({ name, due, certainty }) => [name, due, certainty])).toEqual([
      ['minutes', '2022-04-25T16:59:59.999Z', 'unverified'],
    ]);
  });

  test('waits for every scheme on the agenda', () => {
    expect(counted.when('adopt-minutes', {}, { as: chair }).refusal).toMatchObject({
      rule: 'session.items-open',
      values: { schemes: ['Đề án b'] },
    });
  });

  test('is signed by whoever led the session', () => {
    finished.when('adopt-minutes', {}, { as: deputy }).then('minutes.not-yours');
    const putOff = (council: typeof inSession) =>
      ['a', 'b'].reduce(
        (now, schemeId) => now.and({ type: 'item-adjourned', councilId: 'the-thing', sessionNo: 1, schemeId, reason: 'Hoãn' }),
        council,
      );
    putOff(without('council-1')).when('adopt-minutes', {}, { as: deputy }).then('minutes-signed');
    const delegated = putOff(without('council-1')).and({ type: 'chair-delegated', to: 'council-7', text: 'Ủy quyền' });
    delegated.when('adopt-minutes', {}, { as: deputy }).then('minutes.not-yours');
    delegated.when('adopt-minutes', {}, { as: { role: 'chair', id: 'council-7' } }).then('minutes-signed');
  });
});
