import { describe, expect, test } from 'vitest';
import {
  approved,
  atProvince,
  conditional,
  deciding,
  draft,
  eligible,
  inIntake,
  localDraft,
  recommended,
  submitted,
  supplementing,
} from '../test-kit.ts';

describe('begin-intake, accept-file', () => {
  test('the receipt begins the check', () => {
    expect(submitted().when('begin-intake', {}).then('intake-begun').state).toBe('in-intake');
  });
  test('only the process begins it', () => {
    submitted().when('begin-intake', {}, { as: 'agency-officer' }).then('role.not-yours');
  });
  test.each([
    ['in intake', inIntake(), 'agency-officer', 'file-accepted'],
    ['before the receipt', submitted(), 'agency-officer', 'file-accepted'],
    ['a supplement is awaited', supplementing(), 'agency-officer', 'state.not-now'],
    ['by the head', inIntake(), 'agency-head', 'role.not-yours'],
    ['by the host', inIntake(), { role: 'agency-officer', organisationId: 'vecom' }, 'role.not-yours'],
    ['on the local route by the finance department', localDraft().and({ type: 'submitted', version: 1 }), 'local-finance', 'file-accepted'],
  ])('%s', (_, scheme, as, expected) => {
    scheme.when('accept-file', {}, { as }).then(expected);
  });
});

describe('request-supplement', () => {
  const asking = { sections: ['need', 'lines'], reason: 'Thiếu căn cứ đơn giá.' };
  // Monday 7 February 2022; ten working days later is Monday the 21st.
  test.each([
    ['2022-02-06', 'supplement.until-past'],
    ['2022-02-07', 'supplement-requested'],
    ['2022-02-21', 'supplement-requested'],
    ['2022-02-22', 'supplement.until-late'],
  ])('until %s: %s', (until, expected) => {
    inIntake()
      .when('request-supplement', { ...asking, until })
      .then(expected);
  });
  test.each([[[]], [['colour']]])('names sections: not %j', (sections) => {
    inIntake()
      .when('request-supplement', { ...asking, sections, until: '2022-02-21' })
      .then('invalid-input');
  });
  test('the limit cites its basis', () => {
    expect(inIntake().when('request-supplement', { ...asking, until: '2022-12-31' }).refusal).toMatchObject({
      ground: { certainty: 'unverified' },
      values: { latest: '2022-02-21', workingDays: 10 },
    });
  });
  test('the clock of the check pauses, that of the supplement runs', () => {
    const started = submitted().when('begin-intake', {}).left;
    const asked = started.when('request-supplement', { ...asking, until: '2022-02-15' });
    expect(asked.accepted.clocks.map(({ name, due }) => [name, due])).toEqual([
      ['intake', null],
      ['supplement', '2022-02-15T16:59:59.999Z'],
    ]);
    expect(asked.left.data.intake).toMatchObject({ supplementBy: '2022-02-15', openedSections: ['need', 'lines'] });
  });
});

describe('supplement', () => {
  const edited = supplementing().when('edit-proposal', { proposal: { need: 'Rõ hơn.' } }).left;
  test.each<[string, ReturnType<typeof supplementing>, object, string]>([
    ['an opened section', supplementing(), { proposal: { need: 'Rõ hơn.' } }, 'supplemented'],
    ['what the drafter edited before', edited, {}, 'supplemented'],
    ['nothing changed', supplementing(), {}, 'supplement.unchanged'],
    ['an explanation', supplementing(), { explanation: 'Đơn giá theo Quyết định số 1.' }, 'supplemented'],
    ['a closed section', supplementing(), { proposal: { aims: 'Khác' } }, 'supplement.section-closed'],
    ['an opened section emptied', supplementing(), { proposal: { need: '' } }, 'proposal.incomplete'],
  ])('%s', (_, scheme, input, expected) => {
    scheme.when('supplement', input).then(expected);
  });
  test('a new version goes back into intake, its sections closed again', () => {
    const left = supplementing().when('supplement', { proposal: { need: 'Rõ hơn.' } }).left;
    expect([left.state, left.data.version, left.data.intake.openedSections]).toEqual(['in-intake', 2, []]);
  });
  test('only the head hands it in', () => {
    supplementing().when('supplement', {}, { as: 'host-drafter' }).then('role.not-yours');
  });
});

describe('declare-ineligible', () => {
  test.each([
    ['host', 'declared-ineligible'],
    ['mood', 'intake.reason-unlisted'],
  ])('for the reason %s: %s', (reason, expected) => {
    inIntake().when('declare-ineligible', { reason, text: 'Đơn vị không thuộc đối tượng.' }).then(expected);
  });
  test('also while a supplement is awaited', () => {
    expect(supplementing().when('declare-ineligible', { reason: 'host', text: 'Không.' }).then('declared-ineligible').state).toBe(
      'ineligible',
    );
  });
});

describe('withdraw', () => {
  test.each([
    ['at the province', atProvince(), 'withdrawn'],
    ['in intake', inIntake(), 'withdrawn'],
    ['eligible', eligible(), 'withdrawn'],
    ['on conditions', conditional(), 'withdrawn'],
    ['recommended', recommended(), 'withdrawn'],
    ['a draft', draft(), 'state.not-now'],
    ['with the signer', deciding(), 'state.not-now'],
    ['approved', approved(), 'state.not-now'],
  ])('%s', (_, scheme, expected) => {
    scheme.when('withdraw', { reason: 'Không còn nhu cầu.' }).then(expected);
  });
});

describe('discard-scheme, note-deadline, note-document', () => {
  test.each([
    [draft(), 'scheme-discarded'],
    [submitted(), 'state.not-now'],
  ])('a draft is thrown away, nothing later', (scheme, expected) => {
    scheme.when('discard-scheme', {}).then(expected);
  });
  test('an extension moves the cut-off and its clock', () => {
    const moved = draft().when('note-deadline', { cutOff: '2022-04-15' });
    expect(moved.left.data.cutOff).toBe('2022-04-15');
    expect(moved.accepted.clocks).toMatchObject([{ name: 'cut-off', due: '2022-04-15T16:59:59.999Z' }]);
  });
  test('the cut-off’s clock makes a draft late', () => {
    const running = draft().when('note-deadline', { cutOff: '2022-02-07' }).left;
    const [clock] = running.found.clocks;
    expect(
      running
        .when('strike-clock', { clock: 'cut-off', at: clock?.due }, { as: 'process', now: '2022-02-08T00:00:00.000Z' })
        .then('clock-ran-out', 'missed-cut-off').state,
    ).toBe('late');
  });
  test('a document is noted in any state, once', () => {
    const note = {
      documentId: 'd1',
      type: 'receipt',
      title: 'Giấy tiếp nhận hồ sơ',
      symbol: '01/GTN-TMĐT',
      date: '2022-02-07',
      file: null,
    };
    const left = approved()
      .when('note-document', note)
      .left.when('note-document', { ...note, file: 'f'.repeat(64) }).left;
    expect(left.data.documents).toEqual([{ ...note, file: 'f'.repeat(64) }]);
  });
});
