import { describe, expect, test } from 'vitest';
import type { Proposal } from '../proposal.ts';
import { conditional, draft, submitted, supplementing, trainingLine } from '../test-kit.ts';

const line = (over: object) => ({ lines: [{ ...trainingLine, ...over }] });
const funded = (programme: number, enterprise: number, more: object = {}) => ({
  funding: [
    { source: 'programme', amountDong: programme },
    { source: 'enterprise', amountDong: enterprise },
  ],
  ...more,
});

describe('edit-proposal', () => {
  test.each<[string, object, string]>([
    ['another need', { need: 'Khác' }, 'proposal-edited'],
    ['the same again', { place: 'Thành phố Quy Nhơn' }, 'proposal.unchanged'],
    ['nothing', {}, 'proposal.unchanged'],
    ['an item outside Annex II', { contentItem: '0x' }, 'proposal.content-unknown'],
    ['an unknown section', { colour: 'xanh' }, 'invalid-input'],
    ['sources short of the amount', line(funded(100_000_000, 99_999_999)), 'budget.sum-differs'],
    ['sources above the amount', line(funded(100_000_000, 100_000_001)), 'budget.sum-differs'],
    ['support at the ceiling', line(funded(100_000_000, 100_000_000)), 'proposal-edited'],
    ['support one đồng above it', line(funded(100_000_001, 99_999_999)), 'support.over-ceiling'],
    ['no support where none is given', line(funded(0, 200_000_000, { kind: 'publicity' })), 'proposal-edited'],
    ['support where none is given', line(funded(1, 199_999_999, { kind: 'publicity' })), 'support.over-ceiling'],
    ['an unknown kind of work', line({ kind: 'dancing' }), 'budget.kind-unknown'],
    ['part of a đồng', line({ quantity: 0.5, unitPriceDong: 3 }), 'budget.not-whole'],
    ['other money without a name', line({ funding: [{ source: 'other', amountDong: 200_000_000 }] }), 'counterpart.unnamed'],
    ['other money by name', line({ funding: [{ source: 'other', amountDong: 200_000_000, from: 'Quỹ ABC' }] }), 'proposal-edited'],
    ['more than can be counted', line({ quantity: 1_000_000, unitPriceDong: Number.MAX_SAFE_INTEGER }), 'budget.too-large'],
    ['four decimals', line({ quantity: 0.0001 }), 'invalid-input'],
  ])('%s: %s', (_, proposal, expected) => {
    draft().when('edit-proposal', { proposal }).then(expected);
  });

  test.each([
    [1, 'proposal-edited'],
    [2, 'proposal.stale'],
  ])('made on version %d: %s', (baseVersion, expected) => {
    draft()
      .when('edit-proposal', { proposal: { need: 'Khác' }, baseVersion })
      .then(expected);
  });

  test('a stale edit is a conflict', () => {
    expect(draft().when('edit-proposal', { proposal: {}, baseVersion: 7 }).refusal).toMatchObject({ status: 409, values: { version: 1 } });
  });

  test('every save is a version; what is not given stays', () => {
    const left = draft()
      .when('edit-proposal', { proposal: { need: 'Khác' } })
      .left.when('edit-proposal', { proposal: { aims: 'Nữa' } }).left;
    expect(left.data).toMatchObject({ version: 3, proposal: { need: 'Khác', aims: 'Nữa', place: 'Thành phố Quy Nhơn' } });
    expect(left.data.versions.map(({ version, seq }) => [version, seq])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  test('texts are trimmed and composed', () => {
    expect(draft().when('edit-proposal', { proposal: { need: ` ${'Đào tạo'.normalize('NFD')} ` } }).left.data.proposal.need).toBe(
      'Đào tạo',
    );
  });

  test.each<[string, Partial<Proposal>, string]>([
    ['an opened one', { need: 'Khác' }, 'proposal-edited'],
    ['a closed one', { aims: 'Khác' }, 'supplement.section-closed'],
    ['both', { need: 'Khác', aims: 'Khác' }, 'supplement.section-closed'],
  ])('while a supplement is awaited, a section may change: %s', (_, proposal, expected) => {
    supplementing().when('edit-proposal', { proposal }).then(expected);
  });

  test('conditions are worked in as a revision', () => {
    expect(
      conditional()
        .when('edit-proposal', { proposal: { aims: 'Khác' } })
        .then('proposal-edited').state,
    ).toBe('revising');
  });

  test.each([
    [submitted(), 'host-drafter', 'state.not-now'],
    [draft(), 'host-head', 'role.not-yours'],
    [draft(), { role: 'host-drafter', organisationId: 'vecom' }, 'role.not-yours'],
  ])('is not for everybody nor for ever', (scheme, as, expected) => {
    scheme.when('edit-proposal', { proposal: { need: 'Khác' } }, { as }).then(expected);
  });

  test('the refusal of support cites its basis and the allowed share', () => {
    expect(draft().when('edit-proposal', { proposal: line(funded(150_000_000, 50_000_000)) }).refusal).toMatchObject({
      rule: 'support.over-ceiling',
      ground: { basis: expect.stringContaining('4157/QĐ-UBND'), certainty: 'seed' },
      values: { lineNo: 1, share: 0.5, supportDong: 150_000_000, amountDong: 200_000_000 },
    });
  });
});
