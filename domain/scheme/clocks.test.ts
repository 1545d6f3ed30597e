import { describe, expect, test } from 'vitest';
import { given } from '../test-kit.ts';
import { schemeKind } from './scheme.ts';
import { conditional, draft, localDraft, reduced, roundNamed, submitted, trainingProposal } from './test-kit.ts';
import { confirmed, contracted, filed, implementing, million, type SchemeGiven, settling } from './test-kit-execution.ts';

type Step = [command: string, input?: object, as?: string];
/** The scheme after commands, with the clocks that each left. */
const led = (scheme: SchemeGiven, ...steps: Step[]): SchemeGiven =>
  steps.reduce((before, [command, input = {}, as]) => before.when(command, input, as ? { as } : {}).left, scheme);
/** The last day of every clock that runs. */
const dues = ({ found }: SchemeGiven): object => Object.fromEntries(found.clocks.map(({ name, due }) => [name, due?.slice(0, 10)]));
const clockOf = ({ found }: SchemeGiven, clock: string) => found.clocks.find(({ name }) => name === clock);

const edit: Step = ['edit-proposal', { proposal: { aims: 'Rõ hơn.' } }];
const answer: Step = [
  'submit-revision',
  {
    answers: [
      { no: 1, answer: 'accepted', text: 'Đã giảm.' },
      { no: 2, answer: 'explained', text: 'Đã rõ.' },
    ],
  },
];
const ask: Step = ['request-adjustment', { changes: { change: 'place', place: 'Thị xã An Nhơn' }, reason: 'Thực tế thay đổi' }];
const advance: Step = ['request-advance', { amountDong: million, purpose: 'Mở lớp' }];
const prepared: Step = ['approve-advance', {}, 'finance-officer'];
const approved: Step = ['approve-advance', {}, 'finance-head'];
const report = (month: string): Step => ['file-progress-report', { month, text: 'Đang mở lớp.', percent: 10 }];
const results: Step = ['report-results', { outputs: [{ output: 1, done: 10 }] }];
const inspection: Step = ['record-inspection', { findings: 'Thiếu danh sách học viên.', mendBy: '2022-07-01' }];

describe('clocks of a scheme', () => {
  const carryingOut = { report: '2022-06-25', results: '2022-12-15', 'year-end': '2022-12-30' };
  // Proposals are handled on Monday, 7 February 2022, contracts on Wednesday, 1 June.
  test.each<[string, SchemeGiven, object]>([
    ['a draft', led(draft(), edit), { 'cut-off': '2022-03-31' }],
    ['at the province', led(draft(), ['submit-to-province']), { 'cut-off': '2022-03-31', opinion: '2022-02-21' }],
    ['handed in', led(submitted(), ['begin-intake']), { intake: '2022-02-28' }],
    ['eligible on the local route', led(localDraft(), ['submit'], ['accept-file']), { appraisal: '2022-02-28' }],
    ['being revised', led(conditional(), edit), { revision: '2022-03-01' }],
    ['revised', led(conditional(), edit, answer), { confirmation: '2022-02-14' }],
    ['revised, and given back', led(conditional(), answer, ['return-revision', { reason: 'Chưa.' }]), { revision: '2022-03-01' }],
    ['confirmed', led(conditional(), answer, ['confirm-revision']), {}],
    ['being carried out', led(contracted(), ['begin-implementation']), carryingOut],
    ['an advance asked for', led(implementing(), advance), { ...carryingOut, advance: '2022-06-08' }],
    ['an advance prepared', led(implementing(), advance, prepared), { ...carryingOut, advance: '2022-06-08' }],
    ['an advance approved', led(implementing(), advance, prepared, approved), { ...carryingOut, treasury: '2022-06-08' }],
    ['something to mend', led(implementing(), inspection), { ...carryingOut, mending: '2022-07-01' }],
    ['being adjusted', led(implementing(), ask), { adjustment: '2022-06-15', 'year-end': '2022-12-30' }],
    ['being accepted', led(implementing(), results), { acceptance: '2022-06-22', 'year-end': '2022-12-30' }],
    ['under review', filed(settling()), { review: '2022-12-15' }],
    ['settled', confirmed(filed(settling()), 70 * million), { closing: '2022-12-15' }],
  ])('%s', (_, scheme, expected) => {
    expect(dues(scheme)).toEqual(expected);
  });

  test('a smaller sum is answered in ten working days', () => {
    const left = led(reduced(), ['propose-termination', { text: 'Không đủ vốn.' }, 'host-head']);
    expect(dues(left)).toEqual({ answer: '2022-05-30' });
  });

  test.each([
    // reported on   months                   next due
    ['2022-06-20', ['2022-06'], '2022-07-25'],
    ['2022-06-20', ['2022-05'], '2022-06-25'],
    ['2022-06-20', ['2022-06', '2022-05'], '2022-07-25'],
    ['2022-06-27', ['2022-06'], '2022-07-25'],
    ['2022-12-20', ['2022-12'], '2023-01-25'],
  ])('on %s, after the reports of %j, the next one is due on %s', (day, months, due) => {
    expect(dues(led(implementing().at(day), ...months.map(report)))).toMatchObject({ report: due });
  });

  test('what waits in the treasury’s time is told before the year closes, every year', () => {
    const view = clockOf(led(contracted(), ['begin-implementation']), 'year-end');
    expect(view).toMatchObject({ basis: expect.stringContaining('342/2016/TT-BTC'), certainty: 'unverified' });
    const struck = contracted().at('2022-12-31').when('begin-implementation', {}).left;
    expect(dues(struck)).toMatchObject({ 'year-end': '2023-12-30' });
  });

  test('the archive is told of a deposit as long before as the law says', () => {
    const closed = led(confirmed(filed(settling()), 70 * million), ['close-scheme']);
    expect(clockOf(closed, 'archive')?.stages.map(({ at }) => at.slice(0, 10))).toEqual(['2023-11-01', '2023-12-01']);
  });

  test('a clock paused while the host supplements the file has its days left', () => {
    const asked: Step = ['request-supplement', { sections: ['need'], reason: 'Thiếu.', until: '2022-02-18' }];
    const paused = led(submitted(), ['begin-intake'], asked);
    expect(clockOf(paused, 'intake')).toMatchObject({ due: null, leftWorkingDays: 15 });
    expect(dues(led(paused.at('2022-02-14'), ['supplement', { explanation: 'Đã đủ.' }]))).toEqual({ intake: '2022-03-07' });
  });
});

describe('whom a clock reminds', () => {
  test('who has the scheme now, also of a clock that began with somebody else', () => {
    const before = led(draft(), edit);
    expect(clockOf(before, 'cut-off')?.waitsFor).toEqual([
      'host-drafter@org:so-cong-thuong-binh-dinh',
      'host-head@org:so-cong-thuong-binh-dinh',
    ]);
    const later = led(before, ['submit-to-province']);
    expect(clockOf(later, 'cut-off')?.waitsFor).toEqual([
      'province-officer@province:ubnd-tinh-binh-dinh',
      'province-head@province:ubnd-tinh-binh-dinh',
    ]);
  });
});

describe('on what the cut-off rests', () => {
  const binhDinh = { role: 'host-drafter', organisationId: 'so-cong-thuong-binh-dinh' };
  test.each([
    ['central', '1364/QĐ-UBND', 'analogue'],
    ['local', '4157/QĐ-UBND', 'seed'],
  ])('for a host of Bình Định on the %s route: %s', (route, instrument, certainty) => {
    const things = roundNamed('round', { route, provinceId: route === 'local' ? 'ubnd-tinh-binh-dinh' : null });
    const lines = route === 'local' ? [] : trainingProposal.lines;
    const begun = given(schemeKind, route).when(
      'draft-scheme',
      { roundId: 'round', proposal: { ...trainingProposal, lines } },
      { as: binhDinh, situation: { things } },
    ).left;
    expect(clockOf(begun, 'cut-off')).toMatchObject({ basis: expect.stringContaining(instrument), certainty });
    const late = route === 'local' ? 'submit' : 'submit-to-province';
    expect(begun.at('2022-04-01').when(late, {}).refusal).toMatchObject({
      rule: 'submit.after-cut-off',
      ground: { basis: expect.stringContaining(instrument), certainty },
    });
  });
});

describe('strike-clock', () => {
  const begun = led(draft(), edit);
  const [first] = clockOf(begun, 'cut-off')?.stages ?? [];
  const at = first?.at ?? '';
  test.each([
    ['the process, when its stage has come', { clock: 'cut-off', at }, 'process', at, 'clock-reminded'],
    ['the process, too early', { clock: 'cut-off', at }, 'process', '2022-02-08T02:00:00.000Z', 'clock.not-due'],
    ['the process, for a stage that is over', { clock: 'cut-off', at: '2022-02-08T02:00:00.000Z' }, 'process', at, 'clock.not-due'],
    ['the process, for a clock that does not run', { clock: 'report', at }, 'process', at, 'clock.not-due'],
    ['the host', { clock: 'cut-off', at }, 'host-head', at, 'role.not-yours'],
  ])('by %s', (_, input, as, now, then) => {
    begun.when('strike-clock', input, { as: as === 'host-head' ? { role: as, of: 'host' } : as, now }).then(then);
  });
});
