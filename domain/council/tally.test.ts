import { describe, expect, test } from 'vitest';
import { averageScore, conclude, countVotes } from './tally.ts';

const twoThirds = { count: 2, of: 3 };

describe('what a ballot comes to', () => {
  test.each([
    // for, on conditions, against, there  then
    [5, 0, 2, 7, 'pass'],
    [4, 0, 3, 7, 'fail'],
    [4, 1, 2, 7, 'conditional'],
    [0, 5, 2, 7, 'conditional'],
    [0, 4, 3, 7, 'fail'],
    [6, 0, 0, 9, 'pass'],
    [5, 0, 0, 9, 'fail'],
    [4, 0, 4, 8, 'fail'],
    [4, 2, 0, 6, 'pass'],
    [3, 3, 0, 6, 'conditional'],
  ])('%d for, %d on conditions, %d against of %d present: %s', (pass, conditional, fail, present, then) => {
    expect(conclude({ pass, conditional, fail }, present, twoThirds)).toBe(then);
  });

  test('where a bare half were enough, a tie still is not', () => {
    expect(conclude({ pass: 4, conditional: 0, fail: 4 }, 8, { count: 1, of: 2 })).toBe('fail');
    expect(conclude({ pass: 5, conditional: 0, fail: 3 }, 8, { count: 1, of: 2 })).toBe('pass');
  });

  test('votes are counted by kind', () => {
    expect(countVotes([{ vote: 'pass' }, { vote: 'fail' }, { vote: 'pass' }])).toEqual({ pass: 2, conditional: 0, fail: 1 });
  });
});

describe('the average score', () => {
  const sheet = (by: string, total: number) => ({ by, total, scores: [], comment: '', on: '2022-04-20' });
  test.each([
    ['of nothing', [], 'abc', null],
    ['of one', [sheet('a', 84.5)], 'abc', 84.5],
    ['of three', [sheet('a', 80), sheet('b', 85), sheet('c', 85)], 'abc', 83.33],
    ['without the sheet of one who is barred or did not come', [sheet('a', 80), sheet('b', 20)], 'ac', 80],
    ['of those alone who are barred or did not come', [sheet('b', 20)], 'ac', null],
  ])('%s', (_what, sheets, judging, average) => {
    expect(
      averageScore(
        { sheets },
        [...judging].map((personId) => ({ personId })),
      ),
    ).toBe(average);
  });
});
