import { describe, expect, test } from 'vitest';
import { initialCouncil } from '../../council/evolve.ts';
import type { AgendaItem, Council, Member, Session } from '../../council/state.ts';
import { organisations } from '../../test-kit.ts';
import { DraftDocument } from '../commands/draft-document.ts';
import { draw } from '../draw.ts';
import { context, only, roundId, textOf } from './test-kit.ts';

const councilId = 'c-1';
const roles = ['chair', 'deputy', 'reviewer', 'reviewer', 'secretary', 'member', 'member'] as const;
const names = [
  'Nguyễn Hải Sơn',
  'Đoàn Thị Ái Liên',
  'Chu Mạnh Cường',
  'La Thị Quỳnh Giang',
  'Thái Bá Trường',
  'Âu Thị Cẩm Vân',
  'Quách Tuấn Anh',
];
const seats = [
  'cuc-tmdt-kts',
  'vu-thi-truong-trong-nuoc',
  'bo-thong-tin-va-truyen-thong',
  'dai-hoc-thuong-mai',
  'dai-hoc-kinh-te-quoc-dan',
  'bo-tai-chinh',
  'vcci',
];
const members = roles.map(
  (role, at): Member => ({
    personId: `council-${at + 1}`,
    name: names[at] ?? '',
    role,
    organisationIds: [seats[at] ?? ''],
    answer: 'accepted',
  }),
);
const session: Session = {
  no: 1,
  date: '2022-05-05',
  time: '08:30',
  place: 'Phòng họp A, 23 Ngô Quyền, Hà Nội',
  papersBy: '2022-04-25',
  agenda: ['s-a', 's-b'],
  calledOn: '2022-04-20',
  attendance: members.map(({ personId }) => ({
    personId,
    present: personId !== 'council-7',
    reason: personId === 'council-7' ? 'Đi công tác' : null,
  })),
  chairDelegation: null,
  openItem: null,
  minutesSigned: { chair: 'council-1', secretary: 'council-5' },
  adopted: true,
  closed: false,
};
const scores = (...points: number[]) =>
  ['need', 'content', 'capacity', 'effect'].map((criterion, at) => ({ criterion, points: points[at] ?? 0 }));
const item: AgendaItem = {
  schemeId: 's-a',
  title: 'Truy xuất nguồn gốc sản phẩm',
  hostId: 'so-cong-thuong-binh-dinh',
  hostName: 'Sở Công Thương tỉnh Bình Định',
  sessionNo: 1,
  order: 1,
  status: 'concluded',
  interests: [{ by: 'council-6', kind: 'prepared', text: 'Đã tham gia xây dựng đề án', derived: false, bars: true }],
  sheets: [
    { by: 'council-1', scores: scores(14, 36, 32, 9), total: 91, comment: 'Nên làm sớm', on: '2022-05-05' },
    { by: 'council-3', scores: scores(9, 38, 33, 9), total: 89, comment: 'Mục tiêu chưa rõ', on: '2022-05-05' },
    { by: 'council-5', scores: scores(13, 30, 25, 7), total: 75, comment: '', on: '2022-05-05' },
  ],
  writtenViews: [{ by: 'council-7', view: 'pass', text: 'Đồng ý với đề án', on: '2022-05-04' }],
  ballots: [],
  result: {
    present: 5,
    entitled: 6,
    votes: { pass: 2, conditional: 2, fail: 1 },
    averageScore: 85.33,
    conclusion: 'conditional',
    quorum: '5/6 ≥ 2/3',
    majority: '4/5 ≥ 2/3',
  },
  conditions: [{ no: 1, text: 'Làm rõ mục tiêu' }],
  reviseBy: '2022-05-26',
  dissents: [{ by: 'council-4', text: 'Dự toán còn cao' }],
};
const council: Council = {
  ...initialCouncil,
  roundId,
  programme: '645-2021-2025',
  year: 2022,
  route: 'central',
  name: 'Hội đồng thẩm định đề án năm 2022',
  agencyId: 'cuc-tmdt-kts',
  members,
  session,
  items: {
    's-a': item,
    's-b': {
      ...item,
      schemeId: 's-b',
      title: 'Diễn đàn',
      order: 2,
      status: 'adjourned',
      result: null,
      conditions: [],
      dissents: [],
      sheets: [],
      writtenViews: [],
      interests: [],
    },
  },
};
const of = (fact: { type: string; actor?: string } & Record<string, unknown>, changes: Partial<Council> = {}) =>
  context({ kind: 'council', id: councilId, data: { ...council, ...changes }, fact, now: '2022-05-05T04:15:00.000Z' });

test('the appointment names every member with office and role; issued it appoints them', () => {
  const drawn = only(draw('council-appointment', of({ type: 'council-proposed', actor: 'agency-head' })));
  const text = textOf(drawn);
  for (const said of [...names, 'Phó Cục trưởng, Cục Thương mại điện tử và Kinh tế số', 'Ủy viên phản biện', 'Theo đề nghị của Cục trưởng'])
    expect(text).toContain(said);
  expect(drawn).toMatchObject({ issuerId: 'bo-cong-thuong', councilId, roundId, drafter: 'agency-head', content: { symbol: 'QĐ-BCT' } });
  expect(drawn.whenIssued).toEqual([{ thing: councilId, command: 'appoint', input: {} }]);
  expect(drawn.whenReturned).toEqual([{ thing: councilId, command: 'return-appointment', input: {} }]);
});

test('the invitation says when, where and what, to each member', () => {
  const { no, date, time, place, papersBy } = session;
  const items = Object.values(council.items).map(({ schemeId, title, hostId, hostName, order }) => ({
    schemeId,
    title,
    hostId,
    hostName,
    order,
    interests: [],
  }));
  const drawn = only(draw('invitation', of({ type: 'session-called', councilId, no, date, time, place, papersBy, items })));
  const text = textOf(drawn);
  for (const said of [
    '08 giờ 30 phút, ngày 05 tháng 5 năm 2022',
    place,
    'Ông (bà) Quách Tuấn Anh, ',
    '“Diễn đàn”',
    'Nguyễn Hải Sơn - Chủ tịch Hội đồng',
  ])
    expect(text).toContain(said);
  expect(drawn.recipients.map(({ organisationId }) => organisationId)).toContain('vcci');
  expect(drawn.subjects).toEqual([councilId, 's-a', 's-b']);
  expect(Object.keys(organisations)).toEqual(expect.arrayContaining(drawn.recipients.map(({ organisationId }) => organisationId)));
});

describe('when a ballot is closed', () => {
  const { schemeId, result } = item;
  const all = draw('count-record', of({ type: 'ballot-closed', schemeId, ...result, actor: 'council-1' }));
  const [record, ...sheets] = all;

  test('the count is recorded, with what a majority needs', () => {
    const text = record ? textOf(record) : '';
    for (const said of [
      'từ 04 phiếu trở lên',
      'ít nhất 2/3 số thành viên có mặt',
      '05 phiếu; không hợp lệ: 00 phiếu',
      'HỘI ĐỒNG THẨM ĐỊNH',
    ])
      expect(text).toContain(said);
    expect(record?.content.signatures.map(({ title, name }) => [title, name])).toEqual([
      ['ỦY VIÊN THƯ KÝ', 'Thái Bá Trường'],
      ['CHỦ TỊCH HỘI ĐỒNG', 'Nguyễn Hải Sơn'],
    ]);
    expect(record).toMatchObject({ type: 'count-record', schemeId: 's-a', councilId, content: { symbol: 'BB-HĐTĐ' } });
  });

  test('every member’s score sheet is kept, each under a code of its own, and says what the points come to', () => {
    expect(sheets.map(({ type }) => type)).toEqual(['score-sheet', 'score-sheet', 'score-sheet']);
    expect(new Set(all.map(({ code }) => code)).size).toBe(4);
    expect(sheets.map((sheet) => /Kết luận: ([^.]+)/.exec(textOf(sheet))?.[1])).toEqual([
      'Đề nghị phê duyệt',
      'Đề nghị không phê duyệt',
      'Đề nghị phê duyệt sau khi chỉnh sửa, hoàn thiện',
    ]);
    for (const one of all) expect(DraftDocument.safeParse(one).error).toBeUndefined();
  });
});

describe('the minutes', () => {
  const drawn = only(draw('minutes', of({ type: 'minutes-adopted', no: 1, actor: 'council-5' })));
  const text = textOf(drawn);

  test.each([
    'Hội đồng có mặt 6/7 thành viên, đủ điều kiện họp theo quy định (Thông tư 27/2015/TT-BTNMT',
    'Quách Tuấn Anh (đi công tác)',
    'Âu Thị Cẩm Vân không tham gia thẩm định do có lợi ích liên quan: đã tham gia xây dựng đề án',
    'Ý kiến của Chu Mạnh Cường: Mục tiêu chưa rõ',
    'Ý kiến của Quách Tuấn Anh (bằng văn bản, để tham khảo): đề nghị phê duyệt; Đồng ý với đề án',
    'Điểm đánh giá trung bình: 85,33 điểm',
    '02 phiếu đề nghị phê duyệt, 02 phiếu đề nghị phê duyệt sau khi chỉnh sửa, hoàn thiện, 01 phiếu đề nghị không phê duyệt',
    'với các nội dung cần chỉnh sửa, hoàn thiện: làm rõ mục tiêu',
    'Ý kiến bảo lưu của La Thị Quỳnh Giang: Dự toán còn cao',
    'Đề án “Diễn đàn”: Hội đồng tạm hoãn thẩm định đề án để làm rõ thêm',
    'Phiên họp kết thúc hồi 11 giờ 15 phút',
  ])('say: %s', (said) => {
    expect(text).toContain(said);
  });

  test('hear the reviewers first, and are signed by secretary and chair', () => {
    expect(text.indexOf('Mục tiêu chưa rõ')).toBeLessThan(text.indexOf('Nên làm sớm'));
    expect(drawn.content.signatures.map(({ name }) => name)).toEqual(['Thái Bá Trường', 'Nguyễn Hải Sơn']);
    expect(drawn.readers).toEqual(expect.arrayContaining(['person:council-3', 'org:cuc-tmdt-kts']));
  });

  test('go to the agency and the members, not to the organisations for which members work', () => {
    expect(drawn.recipients.map(({ organisationId }) => organisationId)).toEqual(['cuc-tmdt-kts']);
    expect(drawn.readers).not.toContain('org:vcci');
  });

  test('say nothing of what somebody wrote who turned out to be barred, nor is their sheet a paper of the council', () => {
    const interests = [...item.interests, { by: 'council-1', kind: 'family', text: 'Người thân', derived: false, bars: true }];
    const items = { ...council.items, 's-a': { ...item, interests } };
    expect(textOf(only(draw('minutes', of({ type: 'minutes-adopted', no: 1, actor: 'council-5' }, { items }))))).not.toContain(
      'Nên làm sớm',
    );
    const papers = draw('count-record', of({ type: 'ballot-closed', schemeId: 's-a', ...item.result, actor: 'council-2' }, { items }));
    expect(papers.filter(({ type }) => type === 'score-sheet')).toHaveLength(2);
  });

  test.each([
    // opened                      adopted                      begin                            end
    ['2022-05-05T01:40:00.000Z', '2022-05-05T04:15:00.000Z', '08 giờ 40 phút', '11 giờ 15 phút'],
    // A rehearsal's clock stands at eight, and the session was called for half past.
    ['2022-05-05T01:00:00.000Z', '2022-05-05T01:00:00.000Z', '08 giờ 00 phút', '08 giờ 00 phút'],
    // It was opened on a later day than it was called for.
    ['2022-05-06T01:00:00.000Z', '2022-05-06T02:00:00.000Z', '08 giờ 00 phút, ngày 06', '09 giờ 00 phút, ngày 06'],
    // Of a session from before its opening was kept.
    [undefined, '2022-05-05T04:15:00.000Z', '08 giờ 30 phút', '11 giờ 15 phút'],
    [undefined, '2022-05-05T01:00:00.000Z', '08 giờ 00 phút', '08 giờ 00 phút'],
  ])('begin when the session was opened, %s, and never after their end, %s', (openedAt, now, begin, end) => {
    const held: Session = { ...session, ...(openedAt && { openedAt }) };
    const adopted = textOf(only(draw('minutes', { ...of({ type: 'minutes-adopted', no: 1 }, { session: held }), now })));
    expect(adopted).toContain(`Phiên họp kết thúc hồi ${end}`);
    expect(adopted.slice(adopted.indexOf('Thời gian bắt đầu')).match(/\d\d giờ \d\d phút, ngày \d\d/)?.[0]).toMatch(begin);
  });

  test('name whoever took the chair’s place in writing', () => {
    const minutesSigned = { chair: 'council-2', secretary: 'council-5' };
    const led = { ...session, chairDelegation: { to: 'council-2', text: 'Ủy quyền' }, minutesSigned };
    expect(textOf(only(draw('minutes', of({ type: 'minutes-adopted', no: 1 }, { session: led }))))).toContain(
      'Đoàn Thị Ái Liên - Phó Chủ tịch Hội đồng (theo ủy quyền của Chủ tịch Hội đồng)',
    );
  });
});
