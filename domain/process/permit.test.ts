import { describe, expect, test } from 'vitest';
import { holds, inboxKeys, readerKeys } from './permit.ts';

const department = { organisationId: 'so-cong-thuong-binh-dinh', provinceId: 'ubnd-tinh-binh-dinh' };
const committee = { organisationId: 'ubnd-tinh-binh-dinh', provinceId: 'ubnd-tinh-binh-dinh' };
const agency = { organisationId: 'cuc-tmdt-kts', provinceId: null };

describe('what a position lets somebody read', () => {
  test.each([
    ['host-drafter', department, ['org:so-cong-thuong-binh-dinh']],
    ['expert', department, ['org:so-cong-thuong-binh-dinh']],
    ['a-role-yet-unknown', department, ['org:so-cong-thuong-binh-dinh']],
    ['province-officer', department, ['org:so-cong-thuong-binh-dinh', 'province:ubnd-tinh-binh-dinh']],
    ['province-head', committee, ['org:ubnd-tinh-binh-dinh', 'province:ubnd-tinh-binh-dinh']],
    ['clerk', committee, ['org:ubnd-tinh-binh-dinh', 'province:ubnd-tinh-binh-dinh']],
    ['agency-officer', agency, ['org:cuc-tmdt-kts']],
    ['expert', agency, ['org:cuc-tmdt-kts']],
    ['auditor', agency, ['role:auditor']],
    ['administrator', agency, []],
  ])('%s in %j: %j', (role, office, keys) => {
    const actor = { id: 'somebody', name: '', positions: [{ role, title: '', ...office }] };
    expect(readerKeys(actor)).toEqual(['person:somebody', ...keys]);
  });
});

describe('whoever came after a merged office', () => {
  const formerly = [{ organisationId: 'ubnd-tinh-binh-dinh', provinceId: 'ubnd-tinh-binh-dinh' }];
  const office = { organisationId: 'ubnd-tinh-gia-lai', provinceId: 'ubnd-tinh-gia-lai' };
  const head = { id: 'head', name: '', positions: [{ role: 'province-head', title: 'Chủ tịch', ...office, formerly }] };
  const files = { relations: { province: 'province:ubnd-tinh-binh-dinh' }, roster: {} };

  test('reads its files, has them in the inbox and acts on them', () => {
    expect(readerKeys(head)).toEqual(expect.arrayContaining(['org:ubnd-tinh-binh-dinh', 'province:ubnd-tinh-binh-dinh']));
    expect(inboxKeys(head)).toContain('province-head@province:ubnd-tinh-binh-dinh');
    expect(holds({ role: 'province-head', of: 'province' }, head, files)).toBe(true);
  });

  test('a host of the merged department reads that department’s files alone', () => {
    const department = { organisationId: 'so-cong-thuong-gia-lai', provinceId: 'ubnd-tinh-gia-lai' };
    const merged = [{ organisationId: 'so-cong-thuong-binh-dinh', provinceId: 'ubnd-tinh-binh-dinh' }];
    const host = { id: 'host', name: '', positions: [{ role: 'host-head', title: 'Giám đốc', ...department, formerly: merged }] };
    expect(readerKeys(host)).toEqual(['person:host', 'org:so-cong-thuong-gia-lai', 'org:so-cong-thuong-binh-dinh']);
  });
});

test('a written authority reaches no further than the documents that it names', () => {
  const ministry = { organisationId: 'bo-cong-thuong', provinceId: null };
  const delegate = { id: 'd', name: '', positions: [{ role: 'delegate', title: '', ...ministry, delegated: ['adjustment-decision'] }] };
  expect(readerKeys(delegate)).toEqual(['person:d', 'delegate:bo-cong-thuong/adjustment-decision']);
  const of = (type: string) => ({
    relations: { signing: 'org:bo-cong-thuong', delegation: `delegate:bo-cong-thuong/${type}` },
    roster: {},
  });
  expect(holds({ role: 'delegate', of: 'delegation' }, delegate, of('adjustment-decision'))).toBe(true);
  expect(holds({ role: 'delegate', of: 'delegation' }, delegate, of('approval-decision'))).toBe(false);
  expect(holds({ role: 'delegate', of: 'signing' }, delegate, of('adjustment-decision'))).toBe(false);
});
