import { describe, expect, test } from 'vitest';
import { open } from '../examples.ts';

describe('extend-round', () => {
  test.each([
    ['2022-04-15', 'round-extended'],
    ['2022-04-15T03:00:00Z', 'round-extended'],
    ['2022-03-31', 'round.not-later'],
    ['2022-03-30', 'round.not-later'],
  ])('to %s: %s', (to, then) => {
    open.when('extend-round', { to, reason: 'Nhiều đơn vị đề nghị' }).then(then);
  });

  test('sets the clock anew and tells the drafts', () => {
    const { accepted } = open.when('extend-round', { to: '2022-04-15', reason: 'Nhiều đơn vị đề nghị' });
    expect(accepted.clocks).toMatchObject([{ name: 'closing', due: '2022-04-15T16:59:59.999Z' }]);
    expect(accepted.owed[0]).toEqual({
      of: 0,
      what: 'tell',
      params: { targets: 'drafts-of-round', command: 'note-deadline', input: { cutOff: '2022-04-15' } },
    });
    expect(accepted.data.extensions).toEqual([{ to: '2022-04-15', reason: 'Nhiều đơn vị đề nghị', on: '2022-02-07' }]);
  });
});

test('a round that its clock closes is ranked within fifteen working days', () => {
  const begun = open.when('extend-round', { to: '2022-04-15', reason: 'Nhiều đơn vị đề nghị' }).left;
  const due = '2022-04-15T16:59:59.999Z';
  const reminded = begun.found.clocks[0]?.stages.slice(0, -1) ?? [];
  const last = reminded.reduce(
    (before, { at }) => before.at(at).when('strike-clock', { clock: 'closing', at }, { as: 'process' }).left,
    begun,
  );
  const closed = last.at(due).when('strike-clock', { clock: 'closing', at: due }, { as: 'process' }).then('clock-ran-out', 'round-closed');
  expect([closed.state, closed.found.clocks.map(({ name, due: end }) => [name, end?.slice(0, 10)])]).toEqual([
    'closed',
    [['ranking', '2022-05-10']],
  ]);
});
