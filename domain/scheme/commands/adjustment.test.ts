import { describe, expect, test } from 'vitest';
import type { AdjustmentChange } from '../adjustment-change.ts';
import type { BudgetLine, Proposal } from '../proposal.ts';
import { finding, issued, support, trainingLine, trainingProposal } from '../test-kit.ts';
import { accepted, implementing, million, type SchemeGiven, withAdvance, withAdvanceAsked } from '../test-kit-execution.ts';

const fund = '645-2021-2025/2022/programme';
const free = (freeDong: number) => ({
  situation: {
    funds: {
      [fund]: {
        id: fund,
        ceiling: 100 * million + freeDong,
        reserved: 0,
        allocated: 100 * million,
        contracted: 0,
        advanced: 0,
        paid: 0,
        settled: 0,
        returned: 0,
      },
    },
  },
});
/** The line of training with so many classes, 10 million of support each. */
const classes = (quantity: number): BudgetLine[] => [
  {
    ...trainingLine,
    quantity,
    funding: [
      { source: 'programme', amountDong: quantity * 10 * million },
      { source: 'enterprise', amountDong: quantity * 10 * million },
    ],
  },
];
const schedule = (to: string) => [{ name: 'Mở lớp', from: '2022-06-01', to }];
const outputs = (...volumes: number[]) => volumes.map((volume) => ({ name: 'Lớp tập huấn', unit: 'lớp', volume }));

const ask = (scheme: SchemeGiven, changes: AdjustmentChange | object, freeDong = 100 * million) =>
  scheme.when('request-adjustment', { changes, reason: 'Thực tế thay đổi' }, free(freeDong));
const asked = (changes: AdjustmentChange, scheme = implementing()) => ask(scheme, changes).then('adjustment-requested');

const place: AdjustmentChange = { change: 'place', place: 'Thị xã An Nhơn' };
const more: AdjustmentChange = { change: 'more-money', lines: classes(12), outputs: outputs(12) };
const nextYear: AdjustmentChange = { change: 'next-year', schedule: schedule('2023-05-31'), endsOn: '2023-06-30', carryDong: 60 * million };
const decide = (decision: 'accept' | 'refuse', note = '') => ({ decision, note });

describe('request-adjustment', () => {
  test.each<[string, AdjustmentChange, string]>([
    ['another place', place, 'adjustment-requested'],
    ['the same place', { change: 'place', place: trainingProposal.place }, 'adjustment.nothing-changed'],
    ['other beneficiaries', { change: 'beneficiary', beneficiaries: 'Hợp tác xã nông nghiệp.' }, 'adjustment-requested'],
    ['other dates within the year', { change: 'dates', schedule: schedule('2022-12-15'), endsOn: '2022-12-20' }, 'adjustment-requested'],
    ['dates of the next year as mere dates', { change: 'dates', endsOn: '2023-01-10' }, 'adjustment.other-year'],
    ['a schedule of the next year as mere dates', { change: 'dates', schedule: schedule('2023-01-10') }, 'adjustment.other-year'],
    ['an end before the beginning', { change: 'dates', endsOn: '2022-05-01' }, 'adjustment.ends-before-start'],
    ['dates crossed', { change: 'dates', schedule: schedule('2022-05-01') }, 'adjustment.dates-crossed'],
    ['into the next year', nextYear, 'adjustment-requested'],
    ['into the year after the next', { ...nextYear, endsOn: '2024-06-30' }, 'adjustment.not-next-year'],
    ['into the next year with more money than is left', { ...nextYear, carryDong: 100 * million + 1 }, 'carry-over.over-unspent'],
    ['a stop', { change: 'stop', stopOn: '2022-09-30' }, 'adjustment-requested'],
    ['a stop after the end', { change: 'stop', stopOn: '2022-12-31' }, 'adjustment.stop-after-end'],
    ['more money', more, 'adjustment-requested'],
    ['more money that is none', { change: 'more-money', lines: classes(10) }, 'adjustment.not-more'],
    ['changed content', { change: 'content', aims: 'Bán hàng xuyên biên giới.' }, 'adjustment-requested'],
    ['changed content for more money', { change: 'content', lines: classes(11) }, 'adjustment.more-money'],
    ['changed content for less money', { change: 'content', lines: classes(9) }, 'adjustment.less-money'],
    ['less work and money', { change: 'reduction', lines: classes(8), outputs: outputs(8) }, 'adjustment-requested'],
    ['a reduction to more money', { change: 'reduction', lines: classes(11) }, 'adjustment.more-money'],
    ['a reduction to more work', { change: 'reduction', outputs: outputs(11) }, 'adjustment.output-grown'],
  ])('%s: %s', (_, changes, then) => {
    ask(implementing(), changes).then(then);
  });

  test('lines are held to the ceilings like those of a new proposal', () => {
    const [line] = classes(10);
    const above = [{ ...line, funding: [{ source: 'programme', amountDong: 200 * million }] }];
    expect(ask(implementing(), { change: 'more-money', lines: above }).refusal).toMatchObject({ rule: 'support.over-ceiling' });
  });

  test('more money must be free in the fund', () => {
    ask(implementing(), more, 20 * million).then('adjustment-requested');
    ask(implementing(), more, 20 * million - 1).then('adjustment.no-money');
  });

  test('the sum does not fall below what was paid or asked for', () => {
    const less = (quantity: number): AdjustmentChange => ({ change: 'reduction', lines: classes(quantity) });
    ask(withAdvance(implementing(), 70 * million), less(7)).then('adjustment-requested');
    ask(withAdvance(implementing(), 70 * million), less(6)).then('adjustment.below-paid');
    ask(withAdvanceAsked(implementing(), 70 * million), less(6)).then('adjustment.below-paid');
  });

  test.each([
    // contract   classes planned   then the contract
    [100, 8, 80],
    [80, 9, 80],
    [80, 8, 80],
    [80, 7, 70],
  ])('a contract of %d million planned at 100, reduced to %d classes, is of %d million', (contractOf, quantity, then) => {
    const scheme = implementing({ amounts: support(contractOf * million) });
    const left = asked({ change: 'reduction', lines: classes(quantity), outputs: outputs(quantity) }, scheme).when(
      'decide-adjustment',
      decide('accept'),
    ).left;
    expect(left.data).toMatchObject({ contract: { sumDong: then * million }, accounts: [{ contracted: then * million }] });
  });

  const two: Proposal = { ...trainingProposal, outputs: outputs(10, 10) };
  test.each([
    ['the accepted output as it is, more of the other', outputs(10, 12), 'adjustment-requested'],
    ['less of the accepted output', outputs(9, 10), 'adjustment.output-begun'],
    ['the accepted output under another name', [{ name: 'Hội thảo', unit: 'lớp', volume: 10 }, ...outputs(10)], 'adjustment.output-begun'],
    ['only the accepted output', outputs(10), 'adjustment.nothing-left'],
  ])('when one of two outputs is accepted: %s', (_, after, then) => {
    ask(accepted(implementing({ proposal: two }), 10), { change: 'content', outputs: after }).then(then);
  });

  test('not while a termination is proposed', () => {
    const ending = implementing().when('propose-termination', { ground: 'force-majeure', text: 'Bão lũ' }, { as: 'agency-head' }).left;
    ask(ending, place).then('termination.proposed');
  });

  test('who decides is the law’s', () => {
    expect(ask(implementing(), place).facts).toMatchObject([{ decider: 'agency-head', toCouncil: false }]);
    expect(ask(implementing(), nextYear).facts).toMatchObject([{ decider: 'signer', toCouncil: false }]);
    expect(ask(implementing(), more).facts).toMatchObject([{ decider: 'signer', toCouncil: true, moreDong: 20_000_000 }]);
    expect(ask(implementing(), { change: 'more-money', lines: classes(10) }).refusal).toMatchObject({
      ground: { basis: expect.stringContaining('36/2013/TT-BCT'), certainty: 'analogue' },
    });
  });

  test('where there is no council a material change goes to the signer at once', () => {
    const changes = { change: 'content', aims: 'Bán hàng xuyên biên giới.' };
    expect(implementing({ route: 'local' }).when('request-adjustment', { changes, reason: 'Thực tế' }).facts).toMatchObject([
      { decider: 'signer', toCouncil: false },
    ]);
  });
});

describe('decide-adjustment', () => {
  const appraised = (conclusion: 'pass' | 'fail') =>
    asked(more)
      .when('decide-adjustment', decide('accept'))
      .left.by('process')
      .and({ type: 'adjustment-appraised', conclusion, ...finding });

  test.each([
    ['within the agency’s powers', () => asked(place), decide('accept'), 'adjustment-decided'],
    ['refused with a reason', () => asked(place), decide('refuse', 'Không có căn cứ'), 'adjustment-decided'],
    ['refused without a reason', () => asked(place), decide('refuse'), 'adjustment.refused-why'],
    ['the signer’s', () => asked(nextYear), decide('accept'), 'adjustment-sent-to-signer'],
    ['the signer’s, refused by the agency', () => asked(nextYear), decide('refuse', 'Không'), 'adjustment.signer-decides'],
    ['one that the council must see', () => asked(more), decide('accept'), 'adjustment-sent-to-council'],
    ['one that the council has passed', () => appraised('pass'), decide('accept'), 'adjustment-sent-to-signer'],
    ['one that the council was against, sent on', () => appraised('fail'), decide('accept'), 'adjustment.council-against'],
    ['one that the council was against, refused', () => appraised('fail'), decide('refuse', 'Hội đồng'), 'adjustment-decided'],
    ['one at the council', () => asked(more).when('decide-adjustment', decide('accept')).left, decide('accept'), 'adjustment.at-council'],
    ['one at the signer', () => asked(nextYear).when('decide-adjustment', decide('accept')).left, decide('accept'), 'adjustment.at-signer'],
  ])('%s', (_, scheme, input, then) => {
    scheme()
      .when('decide-adjustment', input, free(20 * million))
      .then(then);
  });

  test('the conditions of the council stay with it for whoever decides', () => {
    const conditions = [{ no: 1, text: 'Giữ nguyên đơn giá.' }];
    const seen = {
      councilId: 'council-2022',
      sessionNo: 2,
      conclusion: 'conditional',
      conditions,
      votes: { pass: 2, conditional: 5, fail: 0 },
      averageScore: 70,
      reviseBy: null,
    };
    const appraisedNow = asked(more).when('decide-adjustment', decide('accept')).left.when('conclude-appraisal', seen).left;
    expect(appraisedNow.data.adjustment).toMatchObject({ conclusion: 'conditional', conditions });
    expect(appraisedNow.data.appraisal.conditions).toEqual([]);
  });

  test('accepted, it is the next version of the proposal; the earlier ones stay', () => {
    const { data, state } = asked(place).when('decide-adjustment', decide('accept')).left;
    expect(state).toBe('implementing');
    expect(data).toMatchObject({ version: 2, proposal: { place: 'Thị xã An Nhơn' }, adjustment: { status: 'accepted' } });
    expect(data.versions.map(({ version }) => version)).toEqual([1, 2]);
  });

  test('refused, everything stays as it was', () => {
    const { data } = asked(place).when('decide-adjustment', decide('refuse', 'Không có căn cứ')).left;
    expect(data).toMatchObject({ version: 1, proposal: { place: trainingProposal.place }, adjustment: { status: 'refused' } });
  });

  test('less work frees money in the fund', () => {
    const decided = asked({ change: 'reduction', lines: classes(8), outputs: outputs(8) }).when('decide-adjustment', decide('accept'));
    expect(decided.accepted.movements).toMatchObject([
      { kind: 'contracted', amountDong: -20_000_000 },
      { kind: 'allocated', amountDong: -20_000_000 },
    ]);
    expect(decided.left.data.contract).toMatchObject({ sumDong: 80_000_000 });
  });

  test('money that is no longer free keeps it from the signer', () => {
    appraised('pass')
      .when('decide-adjustment', decide('accept'), free(20 * million - 1))
      .then('adjustment.no-money');
  });
});

describe('adopt-adjustment', () => {
  const atSigner = (changes: AdjustmentChange) => {
    const sent = asked(changes).when('decide-adjustment', decide('accept'), free(20 * million)).left;
    if (sent.data.adjustment?.status === 'at-signer') return sent;
    const passed = sent.by('process').and({ type: 'adjustment-appraised', conclusion: 'pass', ...finding });
    return passed.when('decide-adjustment', decide('accept'), free(20 * million)).left;
  };
  const adopt = (accepted: boolean) => ({ ...issued, accepted });

  test('money is reserved while the signer has it, and becomes the contract’s with the decision', () => {
    const before = atSigner(more);
    expect(before.data.accounts).toMatchObject([{ year: 2022, allocated: 100_000_000, contracted: 100_000_000 }]);
    const adopted = before.when('adopt-adjustment', adopt(true));
    expect(adopted.accepted.movements.map(({ kind, amountDong }) => [kind, amountDong])).toEqual([
      ['reserved', -20_000_000],
      ['allocated', 20_000_000],
      ['contracted', 20_000_000],
    ]);
    expect(adopted.left).toMatchObject({ state: 'implementing', data: { version: 2, contract: { sumDong: 120_000_000 } } });
  });

  test('refused, the reserved money comes free', () => {
    const refused = atSigner(more).when('adopt-adjustment', adopt(false));
    expect(refused.accepted.movements).toMatchObject([{ kind: 'reserved', amountDong: -20_000_000 }]);
    expect(refused.left.data).toMatchObject({ version: 1, adjustment: { status: 'refused' } });
  });

  test('into the next year, its money goes along: ceiling, allocation and contract', () => {
    const { data } = atSigner(nextYear).when('adopt-adjustment', adopt(true)).left;
    expect(data.accounts).toMatchObject([
      { year: 2022, ceiling: -60_000_000, allocated: 40_000_000, contracted: 40_000_000 },
      { year: 2023, ceiling: 60_000_000, allocated: 60_000_000, contracted: 60_000_000 },
    ]);
    expect(data.contract).toMatchObject({ endsOn: '2023-06-30', sumDong: 100_000_000 });
  });

  test('only what the signer has', () => {
    asked(place).when('adopt-adjustment', adopt(true)).then('adjustment.not-at-signer');
  });
});
