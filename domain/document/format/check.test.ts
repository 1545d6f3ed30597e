import { describe, expect, test } from 'vitest';
import { loadPacks } from '../../../config/regulations.ts';
import { sampleInputs, sampleSizes } from '../compose/samples/all.ts';
import { DocumentType } from '../model.ts';
import { checkFormat } from './check.ts';
import { defects } from './defects/all.ts';
import { article, sample, signature, spoilt } from './defects/spoil.ts';
import type { Finding } from './finding.ts';

const [pack] = loadPacks('regulations').values();
if (!pack) throw new Error('no pack');
const check = (document: Parameters<typeof checkFormat>[0]): Finding[] => checkFormat(document, { pack, on: '2022-06-24' });
const rules = (findings: Finding[]): string[] => findings.map(({ rule }) => rule);

describe('what is as it should be is not accused', () => {
  const cases = DocumentType.options.flatMap((type) => sampleSizes.map((size) => [type, size] as const));
  test.each(cases)('%s (%s)', (type, size) => {
    expect(sampleInputs[type]).toBeDefined();
    expect(check(sample(type, size))).toEqual([]);
  });

  test.each([
    ['a basis that is no legal text', 'Căn cứ ý kiến góp ý của các Bộ, ngành, địa phương và hiệp hội liên quan;'],
    [
      'several texts in one basis',
      'Căn cứ Luật Giao dịch điện tử ngày 29 tháng 11 năm 2005; Nghị định số 52/2013/NĐ-CP ngày 16 tháng 5 năm 2013 của Chính phủ về thương mại điện tử;',
    ],
  ])('%s', (_what, basis) => {
    const document = sample('approval-decision');
    document.bases.splice(1, 0, basis);
    expect(check(document)).toEqual([]);
  });

  test('a name that ends a list of examples', () => {
    const document = sample('approval-decision');
    document.abstract = 'Về việc phê duyệt đề án bán hàng trên các sàn lớn như Amazon, Alibaba… (05 doanh nghiệp/năm)';
    expect(rules(check(document))).not.toContain('text.open');
  });

  test.each([
    ['the chairman himself for a committee', 'local-plan-decision', ['TM. ỦY BAN NHÂN DÂN'], 'CHỦ TỊCH'],
    ['the minister himself', 'approval-decision', [], 'BỘ TRƯỞNG'],
    ['an acting head', 'supplement-request', [], 'Q. CỤC TRƯỞNG'],
    ['a unit by order', 'settlement-notice', ['TL. CỤC TRƯỞNG'], 'CHÁNH VĂN PHÒNG'],
    ['a unit’s deputy by order', 'settlement-notice', ['TL. CỤC TRƯỞNG', 'KT. TRƯỞNG PHÒNG'], 'PHÓ TRƯỞNG PHÒNG'],
  ] as const)('%s signs', (_who, type, capacity, title) => {
    const document = sample(type);
    Object.assign(signature(document), { capacity: [...capacity], title });
    expect(check(document)).toEqual([]);
  });

  test('who signs by a written authority that is cited', () => {
    const document = sample('approval-decision');
    Object.assign(signature(document), { capacity: ['TUQ. BỘ TRƯỞNG'], title: 'CHÁNH VĂN PHÒNG' });
    document.bases.splice(
      1,
      0,
      'Căn cứ Quyết định số 101/QĐ-BCT ngày 10 tháng 01 năm 2022 của Bộ trưởng Bộ Công Thương về việc ủy quyền ký văn bản;',
    );
    expect(check(document)).toEqual([]);
  });
});

describe('seeded defects', () => {
  const seen = defects.map((defect) => ({ ...defect, found: rules(check(spoilt(defect))) }));

  test('there are many of them, of nearly every rule', () => {
    expect(defects.length).toBeGreaterThanOrEqual(110);
    expect(new Set(defects.map(({ name }) => name)).size).toBe(defects.length);
  });

  test.each(seen)('$name: $rule', ({ rule, found }) => expect(found).toContain(rule));
});

describe('a finding', () => {
  test('says where, how grave it is, and on what that rests', () => {
    const document = sample('approval-decision');
    signature(document).name = 'TS. Đặng Hoàng Mẫu';
    expect(check(document)).toEqual([
      {
        rule: 'signer.academic',
        severity: 'error',
        where: { box: '7c', pointer: '/signatures/0/name' },
        values: { name: 'TS. Đặng Hoàng Mẫu' },
        basis: 'Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7',
        certainty: 'law',
      },
    ]);
  });

  test('errors come before warnings', () => {
    const document = sample('approval-decision');
    document.recipients.shift();
    article(document, 5).text = 'Không ai chịu trách nhiệm.';
    const severities = check(document).map(({ severity }) => severity);
    expect(severities).toEqual(severities.toSorted());
    expect(severities).toContain('warning');
  });
});
