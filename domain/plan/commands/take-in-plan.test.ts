import { describe, expect, test } from 'vitest';
import { given } from '../../test-kit.ts';
import { planKind } from '../kind.ts';
import type { PlanReading } from '../plan.ts';

const reading: PlanReading = {
  plan: {
    title: 'Kinh phí thực hiện Kế hoạch',
    unit: { factorDong: 1_000_000, printed: 'triệu đồng', assumed: false },
    years: [2022, 2023],
    sources: [],
    sections: [],
    items: [],
    total: { row: 9, label: 'Tổng cộng', totalDong: 6_860_000_000, years: { 2022: 3_000_000_000, 2023: 3_900_000_000 }, lines: [] },
  },
  differences: [
    {
      place: { row: 9, number: null, label: 'Tổng cộng', column: 'Tổng', cell: 'C9', text: { vi: 'Tổng cộng', en: 'Total' } },
      kind: 'total',
      rule: 'row-years',
      unit: 'dong',
      printed: 6_860_000_000,
      computed: 6_900_000_000,
      cells: ['D9', 'E9'],
      text: { vi: 'Tổng không bằng cộng các năm', en: 'The total is not the sum of the years' },
    },
  ],
  remarks: [],
};
const input = { title: 'Kế hoạch tỉnh Bình Định', file: 'a'.repeat(64), name: 'phu-luc.xlsx', reading };
const ofBinhDinh = { role: 'province-officer', organisationId: 'so-cong-thuong-binh-dinh', provinceId: 'ubnd-tinh-binh-dinh' };
const ofAgency = { role: 'agency-officer', organisationId: 'cuc-tmdt-kts' };
const plan = given(planKind);

describe('take-in-plan', () => {
  test.each([
    ['a province its own', {}, ofBinhDinh, 'plan-taken-in'],
    ['a province its own, by name', { provinceId: 'ubnd-tinh-binh-dinh' }, ofBinhDinh, 'plan-taken-in'],
    ['a province another’s', { provinceId: 'ubnd-tinh-dak-nong' }, ofBinhDinh, 'plan.not-your-province'],
    ['the agency anyone’s', { provinceId: 'ubnd-tinh-dak-nong' }, ofAgency, 'plan-taken-in'],
    ['the agency nobody’s', {}, ofAgency, 'plan.province-needed'],
    ['the agency that of no province', { provinceId: 'vecom' }, ofAgency, 'plan.no-province'],
    ['no file', { file: 'x' }, ofBinhDinh, 'invalid-input'],
  ])('%s: %s', (_what, changed, as, then) => {
    plan.when('take-in-plan', { ...input, ...changed }, { as }).then(then);
  });

  test('keeps what is printed, and each difference beside it', () => {
    const { accepted } = plan.when('take-in-plan', input, { as: ofBinhDinh });
    expect(accepted.result).toEqual({ differences: 1, remarks: 0 });
    expect(accepted.data.plan.total?.totalDong).toBe(6_860_000_000);
    expect(accepted.data.differences).toMatchObject([{ computed: 6_900_000_000, accepted: null }]);
    expect(accepted.readers).toContain('province:ubnd-tinh-binh-dinh');
  });
});

describe('accept-difference', () => {
  const taken = plan.when('take-in-plan', input, { as: ofBinhDinh }).left;

  test.each([
    [0, 'Lỗi in, đã hỏi lại tỉnh', 'difference-accepted'],
    [1, 'Lỗi in', 'plan.no-such-difference'],
    [-1, 'Lỗi in', 'invalid-input'],
    [0, '  ', 'invalid-input'],
  ])('of the difference %d with the note “%s”: %s', (index, note, then) => {
    taken.when('accept-difference', { index, note }).then(then);
  });

  test('is done once, and changes nothing that is printed', () => {
    const accepted = taken.when('accept-difference', { index: 0, note: 'Lỗi in' }).left;
    expect(accepted.data.differences[0]).toMatchObject({ printed: 6_860_000_000, accepted: { note: 'Lỗi in', on: '2022-02-07' } });
    accepted.when('accept-difference', { index: 0, note: 'Lỗi in' }).then('plan.difference-accepted');
  });
});
