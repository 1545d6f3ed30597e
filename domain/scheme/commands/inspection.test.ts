import { describe, expect, test } from 'vitest';
import { accepted, implementing, million, withAdvance } from '../test-kit-execution.ts';

describe('record-inspection', () => {
  test.each([
    ['with a day to mend', { findings: 'Thiếu danh sách học viên.', mendBy: '2022-06-20' }, 'inspection-recorded'],
    ['with nothing to mend', { findings: 'Đúng tiến độ.' }, 'inspection-recorded'],
    ['of an earlier day', { findings: 'Đúng tiến độ.', on: '2022-05-31' }, 'inspection-recorded'],
    ['of a day to come', { findings: 'Đúng tiến độ.', on: '2022-06-02' }, 'inspection.date-ahead'],
    ['to be mended today', { findings: 'Thiếu danh sách.', mendBy: '2022-06-01' }, 'inspection.mend-by-past'],
    ['without findings', { findings: '' }, 'invalid-input'],
  ])('%s', (_, input, then) => {
    implementing().when('record-inspection', input).then(then);
  });

  test('its day to mend runs as a clock, also while the work is suspended', () => {
    const found = implementing().when('record-inspection', { findings: 'Thiếu danh sách.', mendBy: '2022-06-20' });
    expect(found.accepted.clocks.find(({ name }) => name === 'mending')).toMatchObject({ due: '2022-06-20T16:59:59.999Z' });
    const suspended = found.left.when('suspend', { reason: 'Chờ khắc phục' });
    expect(suspended.accepted.clocks.map(({ name }) => name)).toContain('mending');
  });
});

describe('suspend and resume', () => {
  const suspended = () => implementing().when('suspend', { reason: 'Có đơn phản ánh' }).left;

  test('work stops and goes on', () => {
    expect(suspended()).toMatchObject({ state: 'suspended', data: { suspension: { reason: 'Có đơn phản ánh', on: '2022-06-01' } } });
    const resumed = suspended().when('resume', { reason: 'Đã làm rõ' }).then('resumed');
    expect(resumed).toMatchObject({ state: 'implementing', data: { suspension: null } });
  });
  test('meanwhile no money is asked for', () => {
    suspended().when('request-advance', { amountDong: million, purpose: 'Mở lớp' }).then('state.not-now');
  });
  test('both need a reason', () => {
    implementing().when('suspend', { reason: ' ' }).then('invalid-input');
    suspended().when('resume', {}).then('invalid-input');
  });

  const carriedOver = (volume: number, outcome: 'accepted' | 'partial') =>
    accepted(withAdvance(implementing(), 30 * million), volume, outcome).when('carry-over', {
      reason: 'contract-signed',
      amountDong: 50 * million,
    }).left;
  test('in the next year with money carried over, as long as work is left', () => {
    const resumed = carriedOver(5, 'partial').when('resume', { reason: 'Tiếp tục năm 2023' }).then('resumed');
    expect(resumed.state).toBe('implementing');
    resumed.when('report-results', { outputs: [{ output: 1, done: 10 }] }).then('results-reported');
    carriedOver(10, 'accepted').when('resume', { reason: 'Tiếp tục' }).then('resume.nothing-left');
  });
});
