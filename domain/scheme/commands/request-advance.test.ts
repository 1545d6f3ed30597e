import { describe, expect, test } from 'vitest';
import type { BudgetLine, Proposal } from '../proposal.ts';
import { support, trainingLine, trainingProposal } from '../test-kit.ts';
import {
  accepted,
  contracted,
  implementing,
  million,
  withAdvance,
  withAdvanceApproved,
  withAdvanceAsked,
  withPayment,
} from '../test-kit-execution.ts';

const ask = (amountDong: number) => ({ amountDong, purpose: 'Mở lớp tập huấn' });
const lineOf = (kind: string, supportDong: number): BudgetLine => ({
  ...trainingLine,
  kind,
  quantity: 1,
  unitPriceDong: 2 * supportDong,
  funding: [
    { source: 'programme', amountDong: supportDong },
    { source: 'enterprise', amountDong: supportDong },
  ],
});
const mixed: Proposal = { ...trainingProposal, lines: [lineOf('training', 60 * million), lineOf('infrastructure', 40 * million)] };

describe('request-advance', () => {
  test.each([
    // asked        already        then
    [70_000_000, 0, 'advance-requested'],
    [70_000_001, 0, 'advance.over-limit'],
    [30_000_000, 40_000_000, 'advance-requested'],
    [30_000_001, 40_000_000, 'advance.over-limit'],
  ])('of a contract of 100 million for training, %d after %d: %s', (amount, already, then) => {
    const scheme = already > 0 ? withAdvance(implementing(), already) : implementing();
    scheme.when('request-advance', ask(amount)).then(then);
  });

  test('an approved advance counts before the treasury has paid it', () => {
    const approved = withAdvanceApproved(implementing(), 40 * million);
    approved.when('request-advance', ask(30 * million)).then('advance-requested');
    approved.when('request-advance', ask(30 * million + 1)).then('advance.over-limit');
  });

  test.each([
    [54_000_000, 'advance-requested'],
    [54_000_001, 'advance.over-limit'],
  ])('each kind of work has its own rate: 70% of 60 million for training, 30% of 40 million for infrastructure; %d: %s', (amount, then) => {
    implementing({ proposal: mixed }).when('request-advance', ask(amount)).then(then);
  });

  test('only the state’s part of the contract counts, shared among the kinds as in the budget', () => {
    const half = implementing({ proposal: mixed, amounts: support(50 * million) });
    half.when('request-advance', ask(27 * million)).then('advance-requested');
    half.when('request-advance', ask(27 * million + 1)).then('advance.over-limit');
  });

  test('never more than what is left of the contract', () => {
    const paid = withPayment(
      accepted(implementing({ proposal: { ...mixed, outputs: [...mixed.outputs, ...mixed.outputs] } }), 10),
      50 * million,
      0,
    );
    paid.when('request-advance', ask(50 * million)).then('advance-requested');
    paid.when('request-advance', ask(50 * million + 1)).then('advance.over-contract');
  });

  test('one request at a time: a second click asks for nothing', () => {
    const open = withAdvanceAsked(implementing(), 10 * million);
    expect(open.when('request-advance', ask(10 * million)).refusal).toMatchObject({ rule: 'advance.open', status: 409 });
  });

  test('begins the carrying out of a contracted scheme', () => {
    expect(contracted().when('request-advance', ask(million)).then('advance-requested').state).toBe('implementing');
  });

  test('the refusal cites its basis', () => {
    expect(implementing().when('request-advance', ask(80 * million)).refusal).toMatchObject({
      rule: 'advance.over-limit',
      ground: { basis: expect.stringContaining('36/2013/TT-BCT'), certainty: 'analogue' },
      values: { askedDong: 80_000_000, alreadyDong: 0, limitDong: 70_000_000, possibleDong: 70_000_000 },
    });
  });

  test.each([
    ['nothing', { ...ask(0) }],
    ['a part of a đồng', ask(1.5)],
    ['no purpose', { amountDong: 1, purpose: ' ' }],
    ['a file that is no hash', { ...ask(1), files: ['giấy'] }],
  ])('no request of %s', (_, input) => {
    implementing().when('request-advance', input).then('invalid-input');
  });
});
