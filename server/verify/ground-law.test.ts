import { describe, expect, test } from 'vitest';
import { loadPacks } from '../../config/regulations.ts';
import { commonCodes, purposeCodes } from '../../domain/document/edxml/packet.ts';
import { verdictGrounds } from '../../domain/document/verdict-grounds.ts';
import { lawValues } from '../../domain/regulation/law-value.ts';
import { groundRules } from '../../verification/verdict.ts';
import { groundLaw } from './ground-law.ts';

const packs = [...loadPacks().values()];

describe.each(packs)('the law of $id', (pack) => {
  test('has a place for every ground of a verdict, and for no other', () => {
    expect(verdictGrounds).toEqual(groundRules);
    for (const rule of groundRules) expect(groundLaw(rule, { pack, on: '2026-01-05' }).basis).not.toBe('');
  });

  test.each([
    // on         ground                 basis                                                      certainty
    ['2022-05-20', 'integrity', 'Luật 51/2005/QH11, Điều 22', 'unverified'],
    ['2024-07-01', 'integrity', 'Luật 20/2023/QH15, Điều 22 khoản 3 điểm d', 'law'],
    ['2024-07-01', 'exact-bytes', 'Luật 20/2023/QH15, Điều 10 khoản 1', 'law'],
    ['2022-05-20', 'required-signature', 'Nghị định 30/2020/NĐ-CP, Điều 5 khoản 1', 'law'],
    ['2022-05-20', 'attached-original', 'Nghị định 30/2020/NĐ-CP, Điều 25, 26', 'analogue'],
  ] as const)('on %s, %s: %s (%s)', (on, rule, basis, certainty) => {
    expect(groundLaw(rule, { pack, on })).toMatchObject({ basis, certainty });
  });

  test('says of each code of edXML how certain it is; packets bear just these', () => {
    const codes = lawValues(pack, 'exchange.code', '2026-01-05').map(({ when, value, certainty }) => [
      when.field,
      when.meaning,
      value,
      certainty,
    ]);
    expect(codes).toEqual([
      ...Object.entries(purposeCodes).map(([meaning, code]) => ['BussinessDocType', meaning, code, 'unverified']),
      ['Type', 'administrative', commonCodes.type, 'unverified'],
      ['SteeringType', 'none', commonCodes.steeringType, 'unverified'],
      ['Paper', 'electronic-only', commonCodes.paper, 'unverified'],
    ]);
  });
});
