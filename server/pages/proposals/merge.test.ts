import { describe, expect, test } from 'vitest';
import { choose, merge } from './merge.ts';

describe('two changes of one text', () => {
  test.each([
    // base   theirs  mine    value   clashes
    ['a', 'a', 'b', 'b', 0],
    ['a', 'b', 'a', 'b', 0],
    ['a', 'b', 'b', 'b', 0],
    ['a', 'b', 'c', 'b', 1],
  ])('%s → %s and %s', (base, theirs, mine, value, clashes) => {
    const merged = merge(base, theirs, mine);
    expect(merged.value).toBe(value);
    expect(merged.clashes).toHaveLength(clashes);
  });
});

describe('two changes of one list', () => {
  const base = [
    { name: 'Lớp', volume: 4 },
    { name: 'Tài liệu', volume: 100 },
  ];
  const first = [{ name: 'Lớp', volume: 5 }, base[1]!];
  const second = [base[0]!, { name: 'Tài liệu in', volume: 100 }];

  test('in different rows both stay', () => {
    expect(merge(base, first, second)).toEqual({ value: [first[0], second[1]], clashes: [] });
  });

  test('in the same field one has to choose, and either choice is taken', () => {
    const mine = [{ name: 'Lớp', volume: 6 }, base[1]!];
    const merged = merge(base, first, mine);
    expect(merged.clashes).toEqual([{ field: '[0].volume', base: 4, theirs: 5, mine: 6 }]);
    expect(choose(merged, () => true)).toEqual(mine);
    expect(choose(merged, () => false)).toEqual(first);
  });

  test('of different lengths the list is one field', () => {
    const longer = [...base, { name: 'Báo cáo', volume: 1 }];
    expect(merge(base, first, longer).clashes).toMatchObject([{ field: '', mine: longer }]);
  });
});
