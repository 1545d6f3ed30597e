import { describe, expect, test } from 'vitest';
import { contracted, implementing } from '../test-kit-execution.ts';

const report = (over: object = {}) => ({ month: '2022-06', text: 'Đã mở 3 lớp.', percent: 30, ...over });
const on = (day: string) => ({ now: `${day}T02:00:00.000Z` });

describe('file-progress-report', () => {
  test.each([
    ['of this month', report(), 'progress-reported'],
    ['of an earlier month', report({ month: '2022-05' }), 'progress-reported'],
    ['of a month to come', report({ month: '2022-07' }), 'report.month-ahead'],
    ['of no month', report({ month: '2022-13' }), 'invalid-input'],
    ['above 100%', report({ percent: 101 }), 'invalid-input'],
    ['with money spent by source', report({ spent: [{ source: 'programme', year: 2022, amountDong: 30_000_000 }] }), 'progress-reported'],
    ['with a part of a đồng', report({ spent: [{ source: 'programme', year: 2022, amountDong: 0.5 }] }), 'invalid-input'],
  ])('%s', (_, input, then) => {
    implementing().when('file-progress-report', input, on('2022-06-24')).then(then);
  });

  test('once a month', () => {
    const scheme = implementing().when('file-progress-report', report(), on('2022-06-24')).left;
    scheme.when('file-progress-report', report(), on('2022-06-24')).then('report.month-reported');
    scheme.when('file-progress-report', report({ month: '2022-07' }), on('2022-07-01')).then('progress-reported');
  });

  test.each([
    ['2022-06-25', false],
    ['2022-06-26', true],
    ['2022-07-03', true],
  ])('of June on %s: late %s', (day, late) => {
    expect(implementing().when('file-progress-report', report(), on(day)).facts).toMatchObject([{ late }]);
  });

  test('the first one begins the carrying out', () => {
    expect(contracted().when('file-progress-report', report()).left.state).toBe('implementing');
  });
});
