import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { ThingView } from '../../command.ts';
import { initialRound } from '../../round/evolve.ts';
import type { Round } from '../../round/state.ts';
import type { Amount } from '../../scheme/amount.ts';
import { initialScheme } from '../../scheme/initial.ts';
import type { Scheme } from '../../scheme/state.ts';
import { organisations, pack } from '../../test-kit.ts';
import { DraftDocument } from '../commands/draft-document.ts';
import type { DrawContext, Drawn, Holder } from './drawn.ts';

/** Examples for the tests of drawing: the sample persons in their offices, a scheme and a round of 2022. */
type Person = { id: string; name: string; organisationId: string; role: string; title: string };
const persons = JSON.parse(readFileSync('prisma/seed/persons.json', 'utf8')) as Person[];
export const holders: Record<string, Holder[]> = {};
for (const { id, name, organisationId, role, title } of persons) {
  const provinceId = organisations[organisationId]?.provinceId ?? null;
  holders[role] = [...(holders[role] ?? []), { id, name, title, organisationId, provinceId }];
}

export const amount = (source: Amount['source'], amountDong: number, year = 2022): Amount => ({ source, year, amountDong });
export const million = 1_000_000;
export const roundId = '645-2021-2025.2022.central';
export const schemeId = '3f9a12c0-1111-4222-8333-444455556666';
const hosts = { vecom: 'Hiệp hội Thương mại điện tử Việt Nam', 'so-cong-thuong-binh-dinh': 'Sở Công Thương tỉnh Bình Định' };

/** A scheme with 350 million from the programme and 150 million from enterprises, as far as `changes` say. */
export function scheme(changes: Partial<Scheme> = {}, host: keyof typeof hosts = 'so-cong-thuong-binh-dinh'): Scheme {
  return {
    ...initialScheme,
    roundId,
    programme: pack.id,
    route: 'central',
    year: 2022,
    host: { id: host, name: hosts[host] },
    provinceId: host === 'vecom' ? null : 'ubnd-tinh-binh-dinh',
    hostIsCentral: host === 'vecom',
    version: 2,
    submittedOn: '2022-03-15',
    proposal: {
      title: 'Hỗ trợ doanh nghiệp tỉnh Bình Định truy xuất nguồn gốc sản phẩm',
      contentItem: '3a',
      need: 'Doanh nghiệp của tỉnh chưa có công cụ truy xuất.',
      aims: 'Hỗ trợ 30 doanh nghiệp áp dụng giải pháp truy xuất nguồn gốc',
      targets: '30 doanh nghiệp',
      outputs: [
        { name: 'Doanh nghiệp được hỗ trợ', unit: 'doanh nghiệp', volume: 30 },
        { name: 'Lớp tập huấn', unit: 'lớp', volume: 2 },
      ],
      beneficiaries: 'Doanh nghiệp nhỏ và vừa của tỉnh',
      schedule: [{ name: 'Triển khai', from: '2022-06-01', to: '2022-11-30' }],
      place: 'Thành phố Quy Nhơn',
      lines: [
        {
          item: 'Phần mềm truy xuất',
          unit: 'gói',
          quantity: 1,
          unitPriceDong: 500 * million,
          year: 2022,
          kind: 'software',
          funding: [
            { source: 'programme', amountDong: 350 * million },
            { source: 'enterprise', amountDong: 150 * million },
          ],
        },
      ],
    },
    ...changes,
  };
}

export const approved = {
  documentId: 'd-1',
  symbol: '15/QĐ-BCT',
  date: '2022-05-16',
  amounts: [amount('programme', 350 * million), amount('enterprise', 150 * million)],
};
export const allocation = {
  documentId: 'd-2',
  symbol: '21/QĐ-BCT',
  date: '2022-06-01',
  amounts: [amount('programme', 350 * million)],
  reduced: false,
  answeredOn: '2022-06-01',
};
export const contract: NonNullable<Scheme['contract']> = {
  number: '05/HĐ-TMĐT',
  date: '2022-06-10',
  sumDong: 350 * million,
  startsOn: '2022-06-15',
  endsOn: '2022-11-30',
  milestones: [
    { name: 'Xây dựng phần mềm', due: '2022-09-30', amountDong: 250 * million },
    { name: 'Bàn giao, tập huấn', due: '2022-11-30', amountDong: 100 * million },
  ],
  agreedBy: [
    { side: 'agency', by: 'agency-head', on: '2022-06-10' },
    { side: 'host', by: 'host-head.binh-dinh', on: '2022-06-10' },
  ],
};
export const contracted = (changes: Partial<Scheme> = {}): Scheme => scheme({ approved, allocation, contract, ...changes });

export const round = (changes: Partial<Round> = {}): Round => ({
  ...initialRound,
  programme: pack.id,
  year: 2022,
  ownerId: 'cuc-tmdt-kts',
  title: 'Kỳ đăng ký đề án năm 2022',
  openedOn: '2022-01-10',
  closesAt: '2022-03-31T16:59:59.999Z',
  ceilings: [{ source: 'programme', ceilingDong: 10_000 * million }],
  ...changes,
});

export const view = (kind: ThingView['kind'], id: string, data: unknown, state = 'deciding'): ThingView => ({
  id,
  kind,
  pack: pack.id,
  state,
  seq: 9,
  route: 'central',
  data,
});

type Given = {
  kind: ThingView['kind'];
  id: string;
  data: unknown;
  state?: string;
  route?: string;
  fact: { type: string; actor?: string } & Record<string, unknown>;
  things?: ThingView[];
  now?: string;
};

/** A context as the activity makes it. */
export function context({
  kind,
  id,
  data,
  state = 'x',
  route = 'central',
  fact,
  things = [],
  now = '2022-05-16T02:00:00.000Z',
}: Given): DrawContext {
  const { type, actor = 'agency-officer', ...body } = fact;
  return {
    pack,
    now,
    today: now.slice(0, 10),
    rehearsal: { now },
    sample: true,
    publicUrl: 'https://tra-cuu.mau.test',
    thing: { id, kind, route, state, data },
    fact: { seq: 7, type, data: body, actor },
    things: Object.fromEntries(things.map((one) => [one.id, one])),
    organisations,
    inForce: ['vecom', 'ubnd-tinh-binh-dinh', 'so-cong-thuong-binh-dinh', 'so-tai-chinh-binh-dinh', 'cuc-tmdt-kts'],
    holders,
    code: (nth) => `MAUTHU234567ABC${nth}`,
  };
}
export const ofScheme = (data: Scheme, fact: Given['fact'], more: Partial<Given> = {}): DrawContext =>
  context({ kind: 'scheme', id: schemeId, data, fact, ...more });
export const ofRound = (data: Round, fact: Given['fact'], things: ThingView[], more: Partial<Given> = {}): DrawContext =>
  context({ kind: 'round', id: roundId, data, fact, things, ...more });

/** All that a document says, as one text: what a sentence is looked for in. */
export function textOf({ content }: Pick<Drawn, 'content'>): string {
  const texts: string[] = [];
  const gather = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'number') texts.push(String(value));
    else if (Array.isArray(value)) for (const one of value) gather(one);
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) gather(one);
  };
  gather(content);
  return texts.join('\n');
}

/** The one document drawn, which the command takes as it is. */
export function only(documents: Drawn[]): Drawn {
  expect(documents).toHaveLength(1);
  const [first] = documents;
  if (!first) throw new Error('Nothing was drawn.');
  expect(DraftDocument.safeParse(first).error).toBeUndefined();
  return first;
}
