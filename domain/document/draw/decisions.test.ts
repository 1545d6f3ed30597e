import { describe, expect, test } from 'vitest';
import { pack } from '../../test-kit.ts';
import { draw, drawnTypes } from '../draw.ts';
import { amount, approved, million, ofRound, only, round, roundId, scheme, textOf, view } from './test-kit.ts';

const three = [
  view('scheme', 's-a', scheme()),
  view(
    'scheme',
    's-b',
    scheme({ proposal: { ...scheme().proposal, title: 'Diễn đàn toàn cảnh thương mại điện tử', contentItem: '4a' } }, 'vecom'),
  ),
  view('scheme', 's-c', scheme({ proposal: { ...scheme().proposal, title: 'Khảo sát thị trường' } }, 'vecom')),
];
const proposed = {
  type: 'decision-proposed',
  no: 1,
  list: [
    {
      schemeId: 's-a',
      outcome: 'approve',
      amounts: [amount('programme', 350 * million), amount('enterprise', 150 * million)],
      reason: null,
    },
    {
      schemeId: 's-b',
      outcome: 'approve',
      amounts: [amount('programme', 200 * million), amount('programme', 100 * million, 2023)],
      reason: null,
    },
    { schemeId: 's-c', outcome: 'refuse', amounts: [], reason: 'Trùng lặp với đề án đã được phê duyệt.' },
  ],
};

describe('an approval decision', () => {
  const given = ofRound(round(), proposed, three);

  test('covers every approved scheme of the list in its annexes, with sums of each source and year', () => {
    const drawn = only(draw('approval-decision', given));
    const text = textOf(drawn);
    expect(drawn.content).toMatchObject({ form: 'decision', symbol: 'QĐ-BCT', authority: 'BỘ TRƯỞNG BỘ CÔNG THƯƠNG' });
    expect(text).toContain('gồm 02 đề án');
    expect(text).toContain('800.000.000 đồng (Bằng chữ: Tám trăm triệu đồng chẵn)');
    expect(text).not.toContain('Khảo sát thị trường');
    expect(drawn.content.annexes.map(({ heading }) => heading)).toEqual(['Phụ lục I', 'Phụ lục II']);
    expect(text).toContain('Năm 2023');
  });

  test('tells the round, then each scheme its own sums, when issued', () => {
    expect(only(draw('approval-decision', given)).whenIssued).toEqual([
      { thing: roundId, command: 'note-decision', input: { decisionNo: 1, outcome: 'approve' } },
      { thing: 's-a', command: 'approve', input: { amounts: proposed.list[0]?.amounts } },
      { thing: 's-b', command: 'approve', input: { amounts: proposed.list[1]?.amounts } },
    ]);
  });

  test('sends all back to the ranking when returned', () => {
    expect(only(draw('approval-decision', given)).whenReturned).toEqual([
      { thing: 's-a', command: 'return-to-ranking', input: {} },
      { thing: 's-b', command: 'return-to-ranking', input: {} },
      { thing: roundId, command: 'note-decision-returned', input: { decisionNo: 1 } },
    ]);
  });

  test('is signed by the minister, proposed by the agency, on the bases of its day', () => {
    const { content, readers, subjects, drafter } = only(draw('approval-decision', given));
    expect(content.signatures).toMatchObject([{ capacity: [], title: 'BỘ TRƯỞNG', name: 'Tạ Quang Minh', field: 'ChuKy', seal: 'ConDau' }]);
    expect(content.bases.at(-1)).toBe('Theo đề nghị của Cục trưởng Cục Thương mại điện tử và Kinh tế số.');
    expect(content.bases.some((basis) => basis.includes('96/2022'))).toBe(false);
    expect(content.recipients.at(-1)).toBe('- Lưu: VT, TMĐT.');
    expect(readers).not.toContain('org:vecom');
    expect(subjects).toEqual([roundId, 's-a', 's-b']);
    expect(drafter).toBe('agency-officer');
  });

  test('of sixty schemes with the longest names is still one document', () => {
    const title = 'Xây dựng hệ thống '.repeat(27).trim();
    const schemes = Array.from({ length: 60 }, (_, at) => view('scheme', `s-${at}`, scheme({ proposal: { ...scheme().proposal, title } })));
    const list = schemes.map(({ id }) => ({ schemeId: id, outcome: 'approve', amounts: [amount('programme', 123_456_789)], reason: null }));
    const drawn = only(draw('approval-decision', ofRound(round(), { ...proposed, list }, schemes)));
    expect(textOf(drawn)).toContain('7.407.407.340 đồng');
    expect(drawn.whenIssued).toHaveLength(61);
    expect(drawn.recipients.map(({ organisationId }) => organisationId)).toEqual([
      'so-cong-thuong-binh-dinh',
      'cuc-tmdt-kts',
      'vu-ke-hoach-tai-chinh',
    ]);
  });

  test('cites the minutes of the council', () => {
    const minutes = { documentId: 'm', type: 'minutes', title: 'Biên bản', symbol: '03/BB-HĐTĐ', date: '2022-05-05', file: null };
    const council = view('council', 'c-1', { documents: [minutes] }, 'appointed');
    expect(textOf(only(draw('approval-decision', ofRound(round(), proposed, [...three, council]))))).toContain(
      'Căn cứ Biên bản họp Hội đồng thẩm định số 03/BB-HĐTĐ ngày 05 tháng 5 năm 2022;',
    );
  });
});

test('a people’s committee decides on its own plan', () => {
  const local = {
    ...ofRound(round({ route: 'local', provinceId: 'ubnd-tinh-binh-dinh', ownerId: 'ubnd-tinh-binh-dinh' }), proposed, three, {
      route: 'local',
    }),
  };
  const { content, issuerId, provinceId } = only(draw('local-plan-decision', local));
  expect({ issuerId, provinceId }).toEqual({ issuerId: 'ubnd-tinh-binh-dinh', provinceId: 'ubnd-tinh-binh-dinh' });
  expect(content.issuer.lines).toEqual(['ỦY BAN NHÂN DÂN', 'TỈNH BÌNH ĐỊNH']);
  expect(content.symbol).toBe('QĐ-UBND');
  expect(content.signatures[0]).toMatchObject({ capacity: ['TM. ỦY BAN NHÂN DÂN'], title: 'CHỦ TỊCH', name: 'Phạm Đình Quý' });
  expect(content.bases.at(-1)).toBe('Theo đề nghị của Giám đốc Sở Tài chính tỉnh Bình Định.');
});

test('a refusal names each scheme with its reason', () => {
  const drawn = only(draw('refusal', ofRound(round(), proposed, three)));
  expect(textOf(drawn)).toContain('Trùng lặp với đề án đã được phê duyệt.');
  expect(drawn.whenIssued).toEqual([
    { thing: roundId, command: 'note-decision', input: { decisionNo: 1, outcome: 'refuse' } },
    { thing: 's-c', command: 'refuse', input: { reason: 'Trùng lặp với đề án đã được phê duyệt.' } },
  ]);
  expect(drawn.whenReturned.map(({ command }) => command)).toEqual(['return-to-ranking', 'note-decision-returned']);
});

describe('an allocation decision', () => {
  const list = [
    { schemeId: 's-a', amounts: [amount('programme', 300 * million)] },
    { schemeId: 's-b', amounts: [] },
  ];
  const schemes = [
    view('scheme', 's-a', scheme({ approved }), 'approved'),
    view('scheme', 's-b', scheme({ approved: { ...approved, symbol: '16/QĐ-BCT', date: '2022-05-20' } }, 'vecom'), 'approved'),
  ];
  const given = ofRound(
    round(),
    { type: 'allocation-proposed', no: 1, list, estimate: 'Quyết định số 99/QĐ-BTC ngày 20 tháng 5 năm 2022 về việc giao dự toán' },
    schemes,
  );

  test('says what was approved and what is given, less or nothing yet', () => {
    const text = textOf(only(draw('allocation-decision', given)));
    expect(text).toContain('300.000.000 đồng');
    expect(text).toContain('Thấp hơn kinh phí được phê duyệt');
    expect(text).toContain('Chưa bố trí kinh phí');
    expect(text).toContain('Căn cứ Quyết định số 99/QĐ-BTC ngày 20 tháng 5 năm 2022 về việc giao dự toán;');
    expect(text).toContain('tại Quyết định số 15/QĐ-BCT ngày 16 tháng 5 năm 2022, số 16/QĐ-BCT ngày 20 tháng 5 năm 2022');
  });

  test('tells each scheme its sums, none where it is deferred', () => {
    const { whenIssued, whenReturned } = only(draw('allocation-decision', given));
    expect(whenIssued).toEqual([
      { thing: roundId, command: 'note-allocation', input: { allocationNo: 1 } },
      { thing: 's-a', command: 'allocate', input: { amounts: list[0]?.amounts } },
      { thing: 's-b', command: 'allocate', input: { amounts: [] } },
    ]);
    expect(whenReturned).toEqual([{ thing: roundId, command: 'note-allocation-returned', input: { allocationNo: 1 } }]);
  });
});

test('the same facts give the same document', () => {
  const again = () => JSON.stringify(draw('approval-decision', ofRound(round(), proposed, three)));
  expect(again()).toBe(again());
});

test('what no chart owes is not drawn', () => {
  expect(() => draw('ode', ofRound(round(), proposed, three))).toThrow(/ode/);
});

describe('a submission', () => {
  const received = scheme({ appraisal: { ...scheme().appraisal, conclusion: 'pass' } });
  const waiting = view(
    'scheme',
    's-d',
    scheme({ proposal: { ...scheme().proposal, title: 'Sàn thương mại điện tử của tỉnh' } }),
    'waiting-list',
  );
  const ranking = [{ schemeId: 's-d', place: 4, proposedDong: 90 * million, list: 'waiting' as const }];
  const things = [...three, view('scheme', 's-e', received, 'ranked'), waiting, view('scheme', 's-f', scheme(), 'ineligible')];
  const given = ofRound(round({ ranking }), proposed, things);

  test('lays the list before the minister: what came in, who is approved, who waits, who is refused', () => {
    const drawn = only(draw('submission', given));
    const text = textOf(drawn);
    expect(drawn.content).toMatchObject({ symbol: 'TTr-TMĐT', addressees: ['Bộ trưởng Bộ Công Thương'] });
    expect(text).toContain('tiếp nhận 06 hồ sơ; có 05 hồ sơ đầy đủ, hợp lệ; Hội đồng thẩm định đã thẩm định 01 đề án');
    expect(text).toContain('“Sàn thương mại điện tử của tỉnh”');
    expect(text).toContain('Trùng lặp với đề án đã được phê duyệt');
    expect(text).toContain('trong tổng mức 10.000.000.000 đồng được bố trí');
  });

  test.each([
    ['on the local route', ofRound(round({ route: 'local', provinceId: 'ubnd-tinh-binh-dinh' }), proposed, three, { route: 'local' })],
    ['of refusals alone', ofRound(round(), { ...proposed, list: proposed.list.slice(2) }, three)],
  ])('%s there is none', (_, without) => {
    expect(draw('submission', without)).toEqual([]);
  });
});

test.each([
  ['central', { ownerId: 'cuc-tmdt-kts', provinceId: null }, 'Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương', 'TMĐT-KH'],
  ['local', { ownerId: 'ubnd-tinh-binh-dinh', provinceId: 'ubnd-tinh-binh-dinh' }, 'trên địa bàn tỉnh Bình Định', 'UBND-KH'],
] as const)('a call letter on the %s route', (route, owner, said, symbol) => {
  const { programme, year, title, closesAt, ceilings } = round();
  const fact = { type: 'round-opened', programme, year, route, title, closesAt, ceilings, ...owner };
  const drawn = only(draw('call-letter', ofRound(round({ route, ...owner }), fact, [], { route })));
  const text = textOf(drawn);
  for (const sentence of [said, 'trước ngày 31 tháng 3 năm 2022', '10.000.000.000 đồng', 'Xây dựng, phát triển các hệ thống hạ tầng'])
    expect(text).toContain(sentence);
  expect(drawn.content.symbol).toBe(symbol);
  expect(drawn.recipients.map(({ organisationId }) => organisationId)).toContain('so-cong-thuong-binh-dinh');
  expect(drawn.recipients.map(({ organisationId }) => organisationId)).not.toContain('so-cong-thuong-gia-lai');
});

test('every document that a chart owes is drawn up here', () => {
  const owed = new Set(
    [...JSON.stringify(pack.processes).matchAll(/"draft-document","params":\{"type":"([a-z-]+)"/g)].map(([, type]) => type),
  );
  // "A decision" of a list becomes an approval, a refusal, or both.
  owed.delete('decision');
  expect(owed.size).toBeGreaterThan(12);
  expect(drawnTypes).toEqual(expect.arrayContaining([...owed, 'approval-decision', 'local-plan-decision', 'refusal']));
});
