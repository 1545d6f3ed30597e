import { describe, expect, test } from 'vitest';
import { loadPacks } from '../../config/regulations.ts';
import { findLawValue, lawValue, lawValues } from './law-value.ts';
import { ruleGround } from './rule-ground.ts';

const pack = loadPacks().get('645-2021-2025')!;
const on = '2022-03-01';

describe('a value of the law', () => {
  test('is answered with its basis and certainty', () => {
    expect(lawValue(pack, 'advance.rate', { on, kind: 'training' })).toEqual({
      value: 0.7,
      unit: 'share',
      basis: 'Thông tư 36/2013/TT-BCT, Điều 14',
      certainty: 'analogue',
    });
  });

  test.each([
    ['ubnd-tinh-dak-nong', '03-31', 'seed'],
    ['ubnd-tinh-binh-dinh', '06-30', 'seed'],
    ['gia-lai', '03-31', 'analogue'],
    [null, '03-31', 'analogue'],
  ])('a file from %s comes before %s (%s)', (province, value, certainty) => {
    expect(lawValue(pack, 'intake.cutoff', { on, province })).toMatchObject({ value, certainty });
  });

  test.each([
    ['enforcement-training', 1],
    ['enterprise-support', 0.7],
    ['software', 0.7],
    ['fair', 0.7],
    ['training', 0.5],
    ['publicity', 0],
    ['survey', 0],
  ])('%s is supported by the programme up to %d', (kind, value) => {
    expect(lawValue(pack, 'support.ceiling', { on, kind, source: 'programme' })).toMatchObject({ value, certainty: 'seed' });
  });

  test('of another time has another basis', () => {
    expect(lawValue(pack, 'settlement.compliance', { on: '2025-12-31' })).toMatchObject({
      basis: 'Thông tư 137/2017/TT-BTC',
      certainty: 'unverified',
    });
    expect(lawValue(pack, 'settlement.compliance', { on: '2026-01-01' })).toMatchObject({
      basis: 'Thông tư 26/2026/TT-BTC',
      certainty: 'law',
    });
  });

  test('that the pack does not have is an error, or null where the law may be silent', () => {
    expect(() => lawValue(pack, 'intake.completeness', { on: '2020-12-31' })).toThrow(/no value of intake\.completeness/);
    expect(findLawValue(pack, 'support.scheme-ceiling', { on, kind: 'training' })).toBeNull();
  });
});

test('what the law lists is told with its names', () => {
  const changes = lawValues(pack, 'adjustment.change', on);
  const decidedBy = (decider: string) => changes.filter(({ value }) => value.decider === decider).map(({ when }) => when.change);
  expect(decidedBy('signer')).toEqual(['more-money', 'content', 'next-year', 'stop']);
  expect(decidedBy('agency-head')).toEqual(['place', 'beneficiary', 'dates', 'reduction']);
  expect(changes.filter(({ value }) => value.material).map(({ when }) => when.change)).toEqual(['more-money', 'content']);
});

describe('a refusal rests on', () => {
  test.each([
    ['number.used', 'Nghị định 30/2020/NĐ-CP, Điều 15', 'law'],
    ['council.not-enough', 'Thông tư 27/2015/TT-BTNMT', 'analogue'],
    ['something.else', 'Quyết định 07/2015/QĐ-TTg', 'unverified'],
  ])('%s: %s (%s)', (rule, basis, certainty) => {
    expect(ruleGround(pack, rule)).toEqual({ basis, certainty });
  });
});
