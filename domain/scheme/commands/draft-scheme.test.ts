import { describe, expect, test } from 'vitest';
import { readAnnex } from '../../plan/read-annex.ts';
import { given } from '../../test-kit.ts';
import { schemeKind } from '../scheme.ts';
import { localProposal, roundNamed, trainingLine, trainingProposal } from '../test-kit.ts';

const { plan } = readAnnex([
  ['ĐVT: triệu đồng'],
  ['TT', 'Nội dung', 'Tổng', 2021, 2022],
  ['I', 'Đào tạo', 130, 70, 60],
  ['1', 'Mở lớp', 130, 70, 60],
  ['II', 'Hạ tầng', 22, null, 22],
  ['1', 'Bản đồ', 11, null, 11],
  ['2.1', 'Phần mềm', 11, null, 11],
]);
const binhDinh = { role: 'host-drafter', organisationId: 'so-cong-thuong-binh-dinh' };
const vecom = { role: 'host-drafter', organisationId: 'vecom' };
const things = {
  ...roundNamed('open'),
  ...roundNamed('closed', { state: 'closed' }),
  ...roundNamed('run-out', { closesAt: '2022-02-06T16:59:59.999Z' }),
  ...roundNamed('of-binh-dinh', { route: 'local', provinceId: 'ubnd-tinh-binh-dinh' }),
  ...roundNamed('of-dak-nong', { route: 'local', provinceId: 'ubnd-tinh-dak-nong' }),
  'plan-1': {
    id: 'plan-1',
    kind: 'plan' as const,
    pack: '645-2021-2025',
    state: 'taken-in',
    seq: 1,
    route: 'central',
    data: { title: 'Kế hoạch', plan },
  },
};
const draft = (input: object, as: object = binhDinh, route = 'central') =>
  given(schemeKind, route).when(
    'draft-scheme',
    { roundId: 'open', proposal: trainingProposal, ...input },
    {
      as: { role: 'host-drafter', ...as },
      situation: { things },
    },
  );

describe('draft-scheme', () => {
  test.each([
    ['open', binhDinh, 'scheme-drafted'],
    ['open', vecom, 'scheme-drafted'],
    ['closed', binhDinh, 'round.not-open'],
    ['run-out', binhDinh, 'round.not-open'],
    ['plan-1', binhDinh, 'round.unknown'],
    ['of-dak-nong', binhDinh, 'round.other-province'],
    ['of-binh-dinh', vecom, 'round.other-province'],
    ['open', { organisationId: 'nowhere' }, 'host.unknown'],
    ['open', { role: 'host-head', organisationId: 'vecom' }, 'role.not-yours'],
  ])('in the round %s by %j: %s', (roundId, as, expected) => {
    draft({ roundId }, as).then(expected);
  });

  test('a round of the province takes its own hosts', () => {
    const left = draft({ roundId: 'of-binh-dinh', proposal: localProposal }, binhDinh, 'local').then('scheme-drafted');
    expect(left.data).toMatchObject({ route: 'local', provinceId: 'ubnd-tinh-binh-dinh', localFinanceId: 'so-tai-chinh-binh-dinh' });
  });

  test.each([
    ['a local host', binhDinh, { id: 'so-cong-thuong-binh-dinh' }, false, 'so-tai-chinh-binh-dinh'],
    ['an association', vecom, { id: 'vecom' }, true, null],
  ])('the drafter’s organisation is the host: %s', (_, as, host, hostIsCentral, localFinanceId) => {
    expect(draft({}, as).left.data).toMatchObject({ host, hostIsCentral, localFinanceId, cutOff: '2022-03-31', version: 1, year: 2022 });
  });

  test('a closed round is a conflict, another province forbidden, an unknown round not found', () => {
    const statusOf = (roundId: string) => draft({ roundId }).refusal?.status;
    expect(['closed', 'of-dak-nong', 'nothing'].map(statusOf)).toEqual([409, 403, 404]);
  });

  test.each<[string, object, string]>([
    ['a title and a content item are enough', { title: 'Đề án', contentItem: '3a' }, 'scheme-drafted'],
    ['a content item outside Annex II', { title: 'Đề án', contentItem: '9z' }, 'proposal.content-unknown'],
    ['no title', { title: ' ', contentItem: '3a' }, 'invalid-input'],
    ['a line of an unknown kind', { ...trainingProposal, lines: [{ ...trainingLine, kind: 'dancing' }] }, 'budget.kind-unknown'],
  ])('%s: %s', (_, proposal, expected) => {
    draft({ proposal }).then(expected);
  });

  const numbered = { planId: 'plan-1', number: '2.1', year: 2022 };
  test.each<[string, object, string]>([
    ['by its printed number', numbered, 'scheme-drafted'],
    ['by its key', { planId: 'plan-1', key: 'II/1', year: 2022 }, 'scheme-drafted'],
    ['a section', { ...numbered, number: 'I' }, 'scheme-drafted'],
    ['by a number that two items have', { ...numbered, number: '1' }, 'plan.item-ambiguous'],
    ['by a number that none has', { ...numbered, number: '9' }, 'plan.no-such-item'],
    ['by a key that none has', { ...numbered, key: 'III/1' }, 'plan.no-such-item'],
    ['in a year outside the plan', { ...numbered, year: 2026 }, 'plan.year-outside'],
    ['of something that is no plan', { ...numbered, planId: 'open' }, 'plan.unknown'],
    ['without a name', { planId: 'plan-1', year: 2022 }, 'invalid-input'],
  ])('drawn from an item of a plan, %s: %s %s', (_, planItem, expected) => {
    draft({ planItem }).then(expected);
  });

  test.each([
    [{ key: 'II/1' }, { key: 'II/1', number: '1' }],
    [{ number: '2.1' }, { key: '2.1', number: '2.1' }],
    [{ number: 'I' }, { key: 'I', number: 'I' }],
  ])('the link to %j keeps the key, which only one item has', (named, kept) => {
    expect(draft({ planItem: { planId: 'plan-1', year: 2022, ...named } }).left.data.planItem).toEqual({
      planId: 'plan-1',
      year: 2022,
      ...kept,
    });
  });

  test('only the host and auditors know of a draft', () => {
    expect(draft({}).accepted.readers).toEqual(['role:auditor', 'org:so-cong-thuong-binh-dinh']);
  });
});
