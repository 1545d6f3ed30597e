import { describe, expect, test } from 'vitest';
import { type HeldPosition, isRefusal, type OrganisationView } from '../../command.ts';
import { ruleGround } from '../../regulation/rule-ground.ts';
import { organisations, pack } from '../../test-kit.ts';
import { authorityOf } from './authority.ts';
import type { Delegation } from './delegation.ts';
import { headerOf } from './header.ts';

const known = (id: string): OrganisationView => {
  const found = organisations[id];
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
};
const held = (role: string, title: string, organisationId: string): HeldPosition => ({
  role,
  title,
  organisationId,
  provinceId: known(organisationId).provinceId,
});
const director = held('agency-head', 'Cục trưởng', 'cuc-tmdt-kts');
const given: Delegation = {
  id: 'uq-1',
  kind: 'tuq',
  organisationId: 'bo-cong-thuong',
  givenBy: 'minister',
  giverTitles: ['Bộ trưởng'],
  giverActsBy: null,
  toPerson: 'somebody',
  toOffice: null,
  symbol: '12/GUQ-BCT',
  date: '2022-01-05',
  types: ['adjustment-decision'],
  from: '2022-01-10',
  to: '2022-12-31',
  endedOn: null,
};
type Asked = { on?: string; type?: string; signerRole?: string; issuer?: string; lines?: string[]; delegations?: Delegation[] };

function signs(positions: HeldPosition[], { on = '2022-05-16', type = 'adjustment-decision', ...asked }: Asked = {}): string {
  const issuer = known(asked.issuer ?? 'bo-cong-thuong');
  const signs = authorityOf({
    pack,
    on,
    type,
    signerRole: asked.signerRole ?? 'signer',
    header: headerOf(asked.lines ?? issuer.heading),
    issuer,
    organisations,
    signer: { id: 'somebody', name: 'Nguyễn Văn Mẫu', positions },
    delegations: asked.delegations ?? [],
  });
  return isRefusal(signs) ? signs.rule : [...signs.capacity, signs.title].join(' / ');
}

describe('by their office', () => {
  test.each([
    ['Bộ trưởng', 'signer', 'bo-cong-thuong', 'bo-cong-thuong', 'BỘ TRƯỞNG'],
    ['Thứ trưởng', 'signer', 'bo-cong-thuong', 'bo-cong-thuong', 'KT. BỘ TRƯỞNG / THỨ TRƯỞNG'],
    ['Cục trưởng', 'agency-head', 'cuc-tmdt-kts', 'cuc-tmdt-kts', 'CỤC TRƯỞNG'],
    ['Cục trưởng', 'agency-head', 'cuc-tmdt-kts', 'bo-cong-thuong', 'TL. BỘ TRƯỞNG / CỤC TRƯỞNG CỤC THƯƠNG MẠI ĐIỆN TỬ VÀ KINH TẾ SỐ'],
    ['Quyền Cục trưởng', 'agency-head', 'cuc-tmdt-kts', 'cuc-tmdt-kts', 'Q. CỤC TRƯỞNG'],
    ['Chủ tịch', 'province-head', 'ubnd-tinh-binh-dinh', 'ubnd-tinh-binh-dinh', 'TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH'],
    ['Phó Chủ tịch', 'province-head', 'ubnd-tinh-binh-dinh', 'ubnd-tinh-binh-dinh', 'TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH'],
  ])('%s (%s of %s) for %s: %s', (title, signerRole, organisationId, issuer, then) => {
    expect(signs([held(signerRole, title, organisationId)], { signerRole, issuer })).toBe(then);
  });

  test('a deputy chairman under the chairman’s own header', () => {
    const positions = [held('province-head', 'Phó Chủ tịch', 'ubnd-tinh-binh-dinh')];
    const asked = { signerRole: 'province-head', issuer: 'ubnd-tinh-binh-dinh', lines: ['CHỦ TỊCH ỦY BAN NHÂN DÂN', 'TỈNH BÌNH ĐỊNH'] };
    expect(signs(positions, asked)).toBe('KT. CHỦ TỊCH / PHÓ CHỦ TỊCH');
  });

  test('nobody without an office and without a word in writing', () => {
    expect(signs([director])).toBe('authority.none');
  });
});

describe('by a written authority', () => {
  const written = 'TUQ. BỘ TRƯỞNG / CỤC TRƯỞNG CỤC THƯƠNG MẠI ĐIỆN TỬ VÀ KINH TẾ SỐ';
  test.each([
    ['in its time and for its types', {}, {}, written],
    ['to the office that they hold', { toPerson: null, toOffice: { organisationId: 'cuc-tmdt-kts', role: 'agency-head' } }, {}, written],
    ['on its last day', {}, { on: '2022-12-31' }, written],
    ['before it begins', {}, { on: '2022-01-09' }, 'authority.not-in-force'],
    ['after its end', {}, { on: '2023-01-01' }, 'authority.not-in-force'],
    ['ended meanwhile', { endedOn: '2022-05-01' }, {}, 'authority.not-in-force'],
    ['for another type', {}, { type: 'approval-decision' }, 'authority.outside-scope'],
    ['to somebody else', { toPerson: 'another' }, {}, 'authority.none'],
    ['for another body', { organisationId: 'cuc-tmdt-kts' }, {}, 'authority.none'],
    ['from an acting head', { giverTitles: ['Quyền Bộ trưởng'] }, {}, written],
    ['from a deputy', { giverTitles: ['Thứ trưởng'] }, {}, 'authority.passed-on'],
    ['passed on by a delegate', { giverTitles: [], giverActsBy: 'tuq' }, {}, 'authority.passed-on'],
    ['from somebody of no office there', { giverTitles: [] }, {}, 'authority.giver-without-right'],
    ['of an acting head', { kind: 'q' }, {}, 'Q. BỘ TRƯỞNG'],
    ['of a deputy in charge', { kind: 'kt' }, {}, 'KT. BỘ TRƯỞNG / CỤC TRƯỞNG'],
  ] as const)('%s', (_, changes, asked, then) => {
    expect(signs([director], { ...asked, delegations: [{ ...given, ...changes } as Delegation] })).toBe(then);
  });

  test('the block names the instrument, and a refusal the article', () => {
    const question = {
      pack,
      on: '2022-05-16',
      type: 'adjustment-decision',
      signerRole: 'signer',
      header: 'head' as const,
      issuer: known('bo-cong-thuong'),
      organisations,
      signer: { id: 'somebody', name: 'Nguyễn Văn Mẫu', positions: [director] },
    };
    expect(authorityOf({ ...question, delegations: [given] })).toMatchObject({
      authority: { kinds: ['tuq'], instrument: { symbol: '12/GUQ-BCT', date: '2022-01-05' } },
    });
    const passedOn = authorityOf({ ...question, delegations: [{ ...given, giverTitles: [], giverActsBy: 'tuq' }] });
    expect(isRefusal(passedOn) && passedOn.ground).toEqual({ basis: 'Nghị định 30/2020/NĐ-CP, Điều 13', certainty: 'law' });
    expect(ruleGround(pack, 'authority.none')).toEqual({ basis: 'Nghị định 30/2020/NĐ-CP, Điều 13', certainty: 'law' });
  });
});
