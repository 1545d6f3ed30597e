import { describe, expect, test } from 'vitest';
import { approving, atRanking, billion, issued, programme, ranked } from './examples.ts';
import { hasSubject } from './subjects.ts';

const standing = (...schemes: [id: string, state: string][]) =>
  schemes.map(([schemeId, state]) => ({ schemeId, state, councilId: null, changed: false }));

const placed = atRanking.and(ranked(['a', billion], ['b', billion, 'waiting']));
const proposed = placed.and(approving(1, ['a', billion]));
const decided = proposed.and(issued(1));
const allocating = decided.and({
  type: 'allocation-proposed',
  no: 1,
  estimate: 'Quyết định giao dự toán',
  list: [{ schemeId: 'a', amounts: [programme(billion)] }],
});

describe('whether a command of a round has a scheme that it can be about', () => {
  test.each([
    // command                    where                   its schemes                                has
    ['rank-schemes', atRanking, standing(['a', 'recommended']), true],
    ['rank-schemes', atRanking, standing(['a', 'eligible'], ['b', 'not-recommended']), false],
    ['rank-schemes', decided, standing(['a', 'approved'], ['b', 'waiting-list']), true],
    ['promote-from-waiting-list', decided, standing(['b', 'waiting-list']), true],
    ['promote-from-waiting-list', decided, standing(['b', 'withdrawn']), false],
    ['propose-decision', placed, standing(['a', 'ranked']), true],
    ['propose-decision', atRanking, standing(['c', 'not-recommended']), true],
    ['propose-decision', proposed, standing(['a', 'ranked']), false],
    ['propose-decision', decided, standing(['a', 'approved']), false],
    ['propose-decision', decided, standing(['a', 'approved'], ['b', 'waiting-list']), true],
    ['propose-allocation', decided, standing(['a', 'approved']), true],
    ['propose-allocation', decided, standing(['a', 'deferred']), true],
    ['propose-allocation', allocating, standing(['a', 'approved']), false],
    ['propose-allocation', decided, standing(['a', 'allocated'], ['b', 'refused']), false],
    ['propose-allocation', decided, [], false],
    ['extend-round', atRanking, [], true],
  ])('%s', (command, round, schemes, has) => {
    expect(hasSubject(command, round.data, schemes)).toBe(has);
  });
});
