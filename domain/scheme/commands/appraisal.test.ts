import { describe, expect, test } from 'vitest';
import { conditional, eligible, inCouncil, localEligible, recommended } from '../test-kit.ts';

const conclusion = {
  councilId: 'council-2022',
  sessionNo: 1,
  conditions: [],
  reviseBy: null,
  votes: { pass: 6, conditional: 1, fail: 0 },
  averageScore: 84,
};
const bothAnswered = {
  answers: [
    { no: 1, answer: 'accepted', text: 'Đã giảm đơn giá.' },
    { no: 2, answer: 'explained', text: 'Đối tượng đã nêu ở mục V.' },
  ],
};

describe('enter-council, conclude-appraisal', () => {
  test('the scheme enters with the council’s roster; its members may read it', () => {
    const entered = eligible().when('enter-council', { councilId: 'council-2022', sessionNo: 1, roster: { chair: ['council-1'] } });
    expect(entered.left.state).toBe('in-council');
    expect(entered.accepted.readers).toContain('person:council-1');
  });
  test.each([
    ['pass', 'recommended', 'recommended'],
    ['conditional', 'recommended-conditionally', 'conditional'],
    ['fail', 'not-recommended', 'not-recommended'],
    ['adjourned', 'adjourned', 'eligible'],
  ])('%s: %s', (found, fact, state) => {
    expect(
      inCouncil()
        .when('conclude-appraisal', { ...conclusion, conclusion: found })
        .then(fact).state,
    ).toBe(state);
  });
  test('conditions without a day get the lawful one: 15 working days', () => {
    const left = inCouncil().when('conclude-appraisal', {
      ...conclusion,
      conclusion: 'conditional',
      conditions: [{ no: 1, text: 'Sửa.' }],
    }).left;
    expect(left.data.appraisal).toMatchObject({ reviseBy: '2022-02-28', conditions: [{ no: 1 }] });
  });
  test('nobody types a conclusion', () => {
    inCouncil()
      .when('conclude-appraisal', { ...conclusion, conclusion: 'pass' }, { as: 'agency-head' })
      .then('role.not-yours');
  });
});

describe('submit-revision', () => {
  const [first, second] = bothAnswered.answers;
  test.each<[string, object[], string]>([
    ['both', [first!, second!], 'revision-submitted'],
    ['one', [first!], 'revision.unanswered'],
    ['none', [], 'revision.unanswered'],
    ['one twice', [first!, first!, second!], 'revision.answered-twice'],
    ['one that was not asked', [first!, second!, { ...first!, no: 3 }], 'revision.unknown-condition'],
    ['one in no word', [first!, { ...second!, text: '' }], 'invalid-input'],
  ])('answers %s: %s', (_, answers, expected) => {
    conditional().when('submit-revision', { answers }).then(expected);
  });
  test('from a revision back to who confirms it', () => {
    const revising = conditional().when('edit-proposal', { proposal: { aims: 'Rõ hơn.' } }).left;
    expect(revising.when('submit-revision', bothAnswered).then('revision-submitted').state).toBe('conditional');
  });
});

describe('confirm-revision, return-revision', () => {
  const handedIn = conditional().when('submit-revision', bothAnswered).left;
  test.each([
    ['confirmed by the chair', handedIn, 'confirm-revision', {}, {}, 'revision-confirmed'],
    ['returned by the chair', handedIn, 'return-revision', { reason: 'Chưa giảm.' }, {}, 'revision-returned'],
    ['confirmed too early', conditional(), 'confirm-revision', {}, {}, 'revision.not-submitted'],
    ['returned too early', conditional(), 'return-revision', { reason: 'Chưa.' }, {}, 'revision.not-submitted'],
    [
      'confirmed by another member',
      handedIn,
      'confirm-revision',
      {},
      { as: { role: 'chair', of: 'council', id: 'council-6' } },
      'role.not-yours',
    ],
    ['confirmed by the host', handedIn, 'confirm-revision', {}, { as: { role: 'host-head', of: 'host' } }, 'role.not-yours'],
  ])('%s', (_, scheme, command, input, circumstances, expected) => {
    scheme.when(command, input, circumstances).then(expected);
  });
  test('a returned revision is handed in again', () => {
    const again = handedIn.when('return-revision', { reason: 'Chưa giảm.' }).left;
    again.when('confirm-revision', {}).then('revision.not-submitted');
    again.when('submit-revision', bothAnswered).left.when('confirm-revision', {}).then('revision-confirmed');
  });
});

describe('appraise-estimate, on the local route', () => {
  test.each<[object, string]>([
    [{ outcome: 'pass', text: 'Phù hợp.' }, 'recommended'],
    [{ outcome: 'conditional', text: 'Cần sửa.', conditions: ['Giảm đơn giá.'] }, 'recommended-conditionally'],
    [{ outcome: 'conditional', text: 'Cần sửa.' }, 'appraisal.conditions-missing'],
    [{ outcome: 'conditional', text: 'Cần sửa.', conditions: ['Sửa.'], reviseBy: '2022-02-06' }, 'appraisal.date-past'],
    [{ outcome: 'fail', text: 'Không phù hợp.' }, 'not-recommended'],
  ])('%j: %s', (input, expected) => {
    localEligible().when('appraise-estimate', input).then(expected);
  });
  test('by the province’s finance department, not by who handed it in', () => {
    const input = { outcome: 'pass', text: 'Phù hợp.' };
    localEligible().when('appraise-estimate', input, { as: 'province-officer' }).then('role.not-yours');
    localEligible()
      .when('appraise-estimate', input, { as: { role: 'local-finance', id: 'host-head.binh-dinh' } })
      .then('duties.apart');
  });
  test('conditions are answered to the finance department', () => {
    const asked = localEligible().when('appraise-estimate', { outcome: 'conditional', text: 'Sửa.', conditions: ['Giảm đơn giá.'] }).left;
    const answered = asked.when('submit-revision', { answers: [{ no: 1, answer: 'accepted', text: 'Đã giảm.' }] }).left;
    expect(answered.when('confirm-revision', {}, { as: 'local-finance' }).then('revision-confirmed').state).toBe('recommended');
  });
  test('the central route knows it not', () => {
    recommended()
      .when('appraise-estimate', { outcome: 'pass', text: 'Phù hợp.' }, { as: 'agency-officer' })
      .then('command.not-on-this-route');
  });
});
