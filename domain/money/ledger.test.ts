import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FundView, Movement } from '../command.ts';
import { breaches, foldMovements, freeIn, fundId, post, spread, totalOf } from './ledger.ts';

const fund = { programme: '645-2021-2025', year: 2022, source: 'programme', ownerId: 'cuc-tmdt-kts' };

describe('the key of a fund', () => {
  test.each([
    [fund, '645-2021-2025/2022/programme'],
    [{ ...fund, source: 'local', ownerId: 'binh-dinh' }, '645-2021-2025/2022/local/binh-dinh'],
  ])('%o: %s', (of, id) => expect(fundId(of)).toBe(id));
});

describe('what must hold of a fund', () => {
  const sound: FundView = {
    id: 'x',
    ceiling: 100,
    reserved: 10,
    allocated: 90,
    contracted: 80,
    advanced: 50,
    paid: 30,
    settled: 60,
    returned: 20,
  };
  test.each([
    [{}, []],
    [{ ceiling: 99 }, ['reserved + allocated ≤ ceiling']],
    [{ contracted: 91 }, ['contracted ≤ allocated']],
    [{ paid: 31 }, ['advanced + paid ≤ contracted']],
    [{ returned: 21 }, ['settled + returned ≤ advanced + paid']],
    [{ settled: -1 }, ['whole and not negative']],
    [{ reserved: 0.5 }, ['whole and not negative']],
  ])('with %o: %o', (change, broken) => expect(breaches({ ...sound, ...change })).toEqual(broken));
});

test('movements add up in each fund and column', () => {
  const moved: Movement[] = [
    { fund, kind: 'ceiling', amountDong: 100 },
    { fund, kind: 'allocated', amountDong: 60 },
    { fund, kind: 'allocated', amountDong: -20 },
    { fund: { ...fund, year: 2023 }, kind: 'ceiling', amountDong: 5 },
  ];
  const funds = foldMovements({}, moved);
  expect(funds['645-2021-2025/2022/programme']).toMatchObject({ ceiling: 100, allocated: 40 });
  expect(funds['645-2021-2025/2023/programme']).toMatchObject({ ceiling: 5 });
  expect(freeIn(funds['645-2021-2025/2022/programme'])).toBe(60);
  expect(freeIn(undefined)).toBe(0);
});

test('accounts stand in the order of their years', () => {
  const accounts = post(
    [],
    [
      { year: 2023, kind: 'allocated', amountDong: 7 },
      { year: 2022, kind: 'allocated', amountDong: 5 },
      { year: 2022, kind: 'paid', amountDong: 2 },
    ],
  );
  expect(accounts.map(({ year, allocated, paid }) => [year, allocated, paid])).toEqual([
    [2022, 5, 2],
    [2023, 7, 0],
  ]);
  expect(totalOf(accounts, 'allocated')).toBe(12);
});

describe('sharing among years', () => {
  const rooms = [
    { year: 2022, roomDong: 10 },
    { year: 2023, roomDong: 5 },
  ];
  test.each([
    [0, []],
    [4, [[2022, 4]]],
    [
      12,
      [
        [2022, 10],
        [2023, 2],
      ],
    ],
  ])('%d: %o', (amount, shares) => expect(spread(amount, rooms).map((one) => [one.year, one.amountDong])).toEqual(shares));
  test('more than there is room for is a fault of the rule before it', () => expect(() => spread(16, rooms)).toThrow(RangeError));
  test('nothing is lost and nobody gets more than has room', () => {
    const room = fc.record({ year: fc.integer({ min: 2021, max: 2025 }), roomDong: fc.integer({ min: -5, max: 1_000_000_007 }) });
    fc.assert(
      fc.property(fc.uniqueArray(room, { selector: (one) => one.year }), fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
        const whole = all.reduce((sum, one) => sum + Math.max(0, one.roomDong), 0);
        const amount = Math.floor(whole * part);
        const shares = spread(amount, all);
        expect(shares.reduce((sum, one) => sum + one.amountDong, 0)).toBe(amount);
        for (const share of shares) expect(share.amountDong).toBeLessThanOrEqual(all.find((one) => one.year === share.year)?.roomDong ?? 0);
      }),
    );
  });
});
