import { describe, expect, test } from 'vitest';
import { initialCouncil } from '../../council/evolve.ts';
import type { AgendaItem, Council, Member, Session } from '../../council/state.ts';
import { plainName } from '../authority/header.ts';
import { draw } from '../draw.ts';
import { issued } from '../examples.ts';
import type { DrawContext, Drawn } from './drawn.ts';
import { allocation, context, contracted, holders, million, ofRound, ofScheme, round, roundId, scheme } from './test-kit.ts';

/** Who signs, in order: field, and the person's or organisation's id. */
const signs = ({ signatories = [] }: Drawn) => signatories.map(({ field, id }) => `${field}: ${id}`);
const agency = 'cuc-tmdt-kts';
const host = 'so-cong-thuong-binh-dinh';
const [head, hostHead] = ['agency-head', 'host-head.binh-dinh'];

const settled = contracted({ advancedDong: 245 * million, paidDong: 105 * million });
const confirmed = { allowedDong: 300 * million, receivedDong: 350 * million, owesBackDong: 50 * million, actor: 'finance-head' };
const claimed = {
  otherSources: [],
  spentDong: 0,
  supportDong: 0,
  dueOn: null,
  late: false,
  lines: [{ lineNo: 1, item: 'Phần mềm', plannedDong: 1, spentDong: 1, supportDong: 1, vouchers: [] }],
};
const opinion = { outcome: 'forward', counterpartDong: 0, text: 'Phù hợp quy hoạch.', sections: [] };
const recorded = { outcome: 'accepted', outputs: [{ output: 1, volume: 30, outcome: 'accepted' }], committee: [], text: '', redoBy: null };
const reported = { complete: false, lastOn: null, reported: [{ output: 1, done: 30, evidence: [] }], accepted: [], records: [] };
const { agreedBy: _, ...terms } = contracted().contract ?? { agreedBy: [] };
const supplement = { sections: ['aims'], reason: 'Chưa rõ.', until: '2022-04-12', version: 2 };
const opened = { closesAt: '2022-03-31T16:59:59.999Z', ceilings: round().ceilings, provinceId: null };
const local = (of: DrawContext): DrawContext => ({ ...of, thing: { ...of.thing, route: 'local' } });

describe('who signs a paper about a scheme', () => {
  test.each<[type: string, of: DrawContext, persons: string[]]>([
    ['call-letter', ofRound(round(), { type: 'round-opened', ...opened, actor: head }, []), [`ChuKy: ${head}`, `ConDau: ${agency}`]],
    ['receipt', ofScheme(scheme(), { type: 'submitted', version: 2, actor: hostHead }), ['ChuKy: agency-officer', `ConDau: ${agency}`]],
    [
      'receipt',
      local(ofScheme(scheme(), { type: 'submitted', version: 2, actor: hostHead })),
      ['ChuKy: local-finance.binh-dinh', 'ConDau: so-tai-chinh-binh-dinh'],
    ],
    ['supplement-request', ofScheme(scheme(), { type: 'supplement-requested', ...supplement }), [`ChuKy: ${head}`, `ConDau: ${agency}`]],
    [
      'opinion',
      ofScheme(scheme(), { type: 'opinion-forwarded', ...opinion, actor: 'province-head.binh-dinh' }),
      ['ChuKy: province-head.binh-dinh', 'ConDau: ubnd-tinh-binh-dinh'],
    ],
    [
      'contract',
      ofScheme(contracted(), { type: 'contract-concluded', ...terms, amounts: allocation.amounts, actor: head }),
      [`ChuKyA: ${head}`, `ChuKyB: ${hostHead}`, `ConDauA: ${agency}`, `ConDauB: ${host}`],
    ],
    [
      'payment-request',
      ofScheme(contracted(), { type: 'advance-requested', no: 1, amountDong: million, purpose: 'Mua', files: [], actor: hostHead }),
      [`ChuKy: ${hostHead}`, `ConDau: ${host}`],
    ],
    [
      'acceptance-minutes',
      ofScheme(contracted({ acceptance: { ...reported, reportedBy: hostHead } }), {
        type: 'acceptance-recorded',
        ...recorded,
        committee: ['Đặng Thị Mẫu, Trưởng phòng'],
        actor: 'agency-officer-2',
      }),
      [`ChuKyB: ${hostHead}`, 'ChuKyA: agency-officer-2', `ConDauB: ${host}`, `ConDauA: ${agency}`],
    ],
    [
      'settlement-table',
      ofScheme(settled, { type: 'settlement-filed', ...claimed, actor: hostHead }),
      [`ChuKy: ${hostHead}`, `ConDau: ${host}`],
    ],
    [
      'settlement-notice',
      ofScheme(settled, { type: 'settlement-confirmed', ...confirmed }),
      ['ChuKy: finance-head', 'ConDau: bo-cong-thuong'],
    ],
    [
      'recovery-notice',
      ofScheme(settled, { type: 'settlement-confirmed', ...confirmed }),
      ['ChuKy: finance-head', 'ConDau: bo-cong-thuong'],
    ],
  ])('%s', (type, of, expected) => {
    const [drawn] = draw(type, of);
    if (!drawn) throw new Error('Nothing was drawn.');
    expect(signs(drawn)).toEqual(expected);
    expect(misnamed(drawn)).toEqual([]);
  });

  test('where nobody holds the office the box stays open, and the organisation alone signs', () => {
    const of = ofScheme(scheme(), { type: 'submitted', version: 2, actor: hostHead });
    const [drawn] = draw('receipt', { ...of, holders: { ...holders, 'agency-officer': [] } });
    expect(drawn && signs(drawn)).toEqual([`ConDau: ${agency}`]);
    expect(drawn?.content.signatures[0]?.name).toBe('…');
  });

  test('whoever signs by a written authority where nobody holds the office is the one who is named', () => {
    const of = ofScheme(scheme(), { type: 'supplement-requested', ...supplement });
    const deputy = { id: 'deputy', name: 'Vũ Thị Mẫu', title: 'Phó Cục trưởng', organisationId: agency, provinceId: null };
    const delegation = {
      id: 'd',
      kind: 'q' as const,
      organisationId: agency,
      givenBy: 'head',
      giverTitles: ['Cục trưởng'],
      giverActsBy: null,
      toPerson: 'deputy',
      toOffice: null,
      symbol: '9/QĐ-BCT',
      date: '2022-01-04',
      types: ['supplement-request'],
      from: '2022-01-04',
      to: null,
      endedOn: null,
    };
    const [drawn] = draw('supplement-request', { ...of, holders: { expert: [deputy] }, delegations: [delegation] });
    expect(drawn && signs(drawn)).toEqual(['ChuKy: deputy', `ConDau: ${agency}`]);
    expect(drawn?.content.signatures[0]).toMatchObject({ title: 'Q. CỤC TRƯỞNG', name: 'Vũ Thị Mẫu' });
  });
});

const members = (['chair', 'deputy', 'secretary', 'member'] as const).map(
  (role, at): Member => ({
    personId: `council-${at + 1}`,
    name: ['TS. Nguyễn Hải Sơn', 'Đoàn Thị Ái Liên', 'Chu Mạnh Cường', 'La Thị Quỳnh Giang'][at] ?? '',
    role,
    organisationIds: at === 0 ? [agency] : ['vcci'],
    answer: 'accepted',
  }),
);
const session: Session = {
  no: 1,
  date: '2022-05-05',
  time: '08:30',
  place: 'Hà Nội',
  papersBy: '2022-04-25',
  agenda: ['s-a'],
  calledOn: '2022-04-20',
  attendance: members.map(({ personId }) => ({ personId, present: true, reason: null })),
  chairDelegation: { to: 'council-2', text: 'Ủy quyền' },
  openItem: null,
  minutesSigned: { chair: 'council-2', secretary: 'council-3' },
  adopted: true,
  closed: false,
};
const item: AgendaItem = {
  schemeId: 's-a',
  title: 'Truy xuất nguồn gốc',
  hostId: host,
  hostName: 'Sở Công Thương tỉnh Bình Định',
  sessionNo: 1,
  order: 1,
  status: 'concluded',
  interests: [],
  sheets: [{ by: 'council-4', scores: [], total: 91, comment: '', on: '2022-05-05' }],
  writtenViews: [],
  ballots: [],
  result: null,
  conditions: [],
  reviseBy: null,
  dissents: [],
};
const council: Council = {
  ...initialCouncil,
  roundId,
  programme: '645-2021-2025',
  year: 2022,
  route: 'central',
  name: 'Hội đồng thẩm định đề án năm 2022',
  agencyId: agency,
  members,
  session,
  items: { 's-a': item },
};
const ofCouncil = (fact: { type: string; actor: string } & Record<string, unknown>) =>
  context({ kind: 'council', id: 'c-1', data: council, fact, now: '2022-05-05T04:15:00.000Z' });
const counted = { schemeId: 's-a', present: 4, votes: { pass: 4, conditional: 0, fail: 0 }, conclusion: 'pass' };

test.each<[type: string, of: DrawContext, expected: Record<string, string[]>]>([
  [
    'minutes',
    ofCouncil({ type: 'minutes-adopted', no: 1, actor: 'council-2' }),
    { minutes: ['ChuKy: council-3', 'ChuKy2: council-2', `CoQuan: ${agency}`] },
  ],
  [
    'count-record',
    ofCouncil({ type: 'ballot-closed', ...counted, actor: 'council-1' }),
    {
      'count-record': ['ChuKy: council-3', 'ChuKy2: council-1', `CoQuan: ${agency}`],
      'score-sheet': ['ChuKy: council-4', `CoQuan: ${agency}`],
    },
  ],
  [
    'invitation',
    ofCouncil({ type: 'session-called', ...session, items: [{ ...item, interests: [] }], actor: 'council-3' }),
    { invitation: [`ChuKy: ${head}`, `ConDau: ${agency}`] },
  ],
])('who signs what a council draws up: %s', (type, of, expected) => {
  const drawn = draw(type, of);
  expect(Object.fromEntries(drawn.map((one) => [one.type, signs(one)]))).toEqual(expected);
  expect(drawn.flatMap(misnamed)).toEqual([]);
});

test('a member signs for the organisation from which they come, by their name without titles', () => {
  const [, sheet] = draw('count-record', ofCouncil({ type: 'ballot-closed', ...counted, actor: 'council-1' }));
  expect(sheet?.signatories?.[0]).toEqual({
    field: 'ChuKy',
    by: 'person',
    id: 'council-4',
    name: 'La Thị Quỳnh Giang',
    organisation: 'Liên đoàn Thương mại và Công nghiệp Việt Nam',
  });
  const [record] = draw('count-record', ofCouncil({ type: 'ballot-closed', ...counted, actor: 'council-1' }));
  expect(record?.signatories?.[1]).toMatchObject({ id: 'council-1', name: 'Nguyễn Hải Sơn' });
});

test.each(['certified-copy', 'copy-of-copy', 'extract'])('%s is signed by the clerk who certified it', (type) => {
  const kind = { 'certified-copy': 'sao-y', 'copy-of-copy': 'sao-luc', extract: 'trich-sao' }[type];
  const fact = { type: 'copy-certified', kind, to: 'Sở Tài chính', count: 1, excerpt: 'Điều 1.', actor: 'clerk' };
  const [copy] = draw(type, context({ kind: 'document', id: 'd-1', data: issued.data, fact }));
  expect(copy && signs(copy)).toEqual(['ChuKy: clerk', 'ConDau: bo-cong-thuong']);
  expect(copy && misnamed(copy)).toEqual([]);
});

/** Boxes in which another name stands than that of the person who signs there. */
function misnamed({ content, signatories = [] }: Drawn): string[] {
  return content.signatures.flatMap(({ field, name }) => {
    const signatory = signatories.find((one) => one.field === field);
    return signatory && signatory.name !== plainName(name ?? '') ? [`${name}: ${signatory.name}`] : [];
  });
}
