import { describe, expect, test } from 'vitest';
import { officialDate, officialMoment, shortDate } from './dates.ts';

describe('a date in an official document', () => {
  test.each([
    ['2020-10-07', 'ngày 07 tháng 10 năm 2020', '07/10/2020'],
    ['2022-02-25', 'ngày 25 tháng 02 năm 2022', '25/02/2022'],
    ['2022-01-09', 'ngày 09 tháng 01 năm 2022', '09/01/2022'],
    ['2025-06-03', 'ngày 03 tháng 6 năm 2025', '03/6/2025'],
    ['2024-12-31', 'ngày 31 tháng 12 năm 2024', '31/12/2024'],
  ])('%s is written %s', (date, written, short) => {
    expect(officialDate(date)).toBe(written);
    expect(shortDate(date)).toBe(short);
  });

  test('what is no date is refused', () => expect(() => officialDate('7/10/2020')).toThrow('not an ISO date'));
});

describe('a moment in Việt Nam', () => {
  test.each([
    ['2022-03-15T02:05:00Z', '09 giờ 05 phút, ngày 15 tháng 3 năm 2022'],
    ['2022-03-31T17:00:00Z', '00 giờ 00 phút, ngày 01 tháng 4 năm 2022'],
    ['2021-12-31T23:59:59.999Z', '06 giờ 59 phút, ngày 01 tháng 01 năm 2022'],
  ])('%s is %s', (instant, written) => expect(officialMoment(instant)).toBe(written));
});
