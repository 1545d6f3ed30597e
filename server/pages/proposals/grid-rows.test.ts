import { describe, expect, test } from 'vitest';
import type { BudgetLine } from '../../../domain/scheme/proposal.ts';
import { blankRow, kindsOf, linesOf as read, rowOf as shown } from './grid-rows.ts';

const title = { vi: 'Đào tạo, tập huấn', en: 'Training' };
const kinds = kindsOf({ contents: { kinds: [{ id: 'training', title }] } } as never, 'vi');
const rowOf = (one: BudgetLine, index: number) => shown(one, index, kinds);
const linesOf = (rows: Parameters<typeof read>[0], stored: BudgetLine[], route: string) => read(rows, stored, route, kinds);

const line: BudgetLine = {
  item: 'Tổ chức lớp tập huấn',
  unit: 'lớp',
  quantity: 4.5,
  unitPriceDong: 25_000_000,
  year: 2022,
  kind: 'training',
  funding: [
    { source: 'programme', amountDong: 50_000_000, from: 'Chương trình' },
    { source: 'enterprise', amountDong: 40_000_000, from: 'Hội viên' },
    { source: 'enterprise', amountDong: 22_500_000, from: 'Nhà tài trợ' },
  ],
};

test('a line is typed the Vietnamese way, several shares of a source together', () => {
  expect(rowOf(line, 0)).toMatchObject({
    quantity: '4,5',
    unitPrice: '25.000.000',
    programme: '50.000.000',
    enterprise: '62.500.000',
    local: '',
  });
});

describe('rows read as lines', () => {
  test('what was not touched stays as it is, also what the grid does not show', () => {
    expect(linesOf([rowOf(line, 0)], [line], 'central')).toEqual([line]);
  });

  test('a changed row is made anew; the programme’s own name stays', () => {
    const row = { ...rowOf(line, 0), quantity: '4', programme: '60.000.000', enterprise: '40.000.000', from: 'Hội viên' };
    expect(linesOf([row], [line], 'central')).toEqual([
      {
        ...line,
        quantity: 4,
        funding: [
          { source: 'programme', amountDong: 60_000_000, from: 'Chương trình' },
          { source: 'enterprise', amountDong: 40_000_000, from: 'Hội viên' },
        ],
      },
    ]);
  });

  test.each([
    ['1.234.567,5', 1_234_567.5],
    ['1 234 567', 1_234_567],
    ['12.5', 12.5],
    ['mười', 'mười'],
  ])('%s', (typed, read) => {
    expect(linesOf([{ ...blankRow('training', 2022), item: 'x', quantity: typed }], [], 'central')).toMatchObject([{ quantity: read }]);
  });

  test.each(['Đào tạo, tập huấn', 'dao tao,  tap huan', 'Training', 'training'])('the kind “%s” by its title or its id', (kind) => {
    expect(linesOf([{ ...blankRow(kind, 2022), item: 'x' }], [], 'central')).toMatchObject([{ kind: 'training' }]);
  });

  test('rows in which nothing was typed are none', () => {
    expect(linesOf([blankRow('training', 2022)], [], 'central')).toEqual([]);
  });
});
