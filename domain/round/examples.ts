import type { FundView, ThingView } from '../command.ts';
import { given, pack } from '../test-kit.ts';
import type { RoundFactOf } from './facts.ts';
import { roundKind } from './kind.ts';

/** Examples for the tests of rounds: a round of 2022 with 10 billion đồng, and schemes as it sees them. */
export const billion = 1_000_000_000;
export const opened: RoundFactOf<'round-opened'> = {
  type: 'round-opened',
  programme: '645-2021-2025',
  year: 2022,
  route: 'central',
  ownerId: 'cuc-tmdt-kts',
  provinceId: null,
  title: 'Kỳ đăng ký đề án năm 2022',
  closesAt: '2022-03-31T16:59:59.999Z',
  ceilings: [{ source: 'programme', ceilingDong: 10 * billion }],
};
export const closed: RoundFactOf<'round-closed'> = { type: 'round-closed', clock: 'closing', due: opened.closesAt };

/** A scheme of the round in a state, asking for so much support in 2022, and half as much again from enterprises. */
export function scheme(id: string, state: string, supportDong: number, roundId = 'the-thing'): ThingView {
  const line = {
    item: 'Tổ chức lớp tập huấn',
    unit: 'lớp',
    quantity: 1,
    unitPriceDong: supportDong,
    year: 2022,
    kind: 'training',
    funding: [
      { source: 'programme', amountDong: supportDong },
      { source: 'enterprise', amountDong: supportDong / 2 },
    ],
  };
  const data = { roundId, route: 'central', proposal: { title: `Đề án ${id}`, lines: [line] }, accounts: [] };
  return { id, kind: 'scheme', pack: pack.id, state, seq: 9, route: 'central', data };
}
export const things = (...views: ThingView[]): { things: Record<string, ThingView> } => ({
  things: Object.fromEntries(views.map((view) => [view.id, view])),
});
/** The fund of 2022 with so much reserved and allocated. */
export const fund = (reserved: number, allocated: number): { funds: Record<string, FundView> } => {
  const id = '645-2021-2025/2022/programme';
  const empty = { contracted: 0, advanced: 0, paid: 0, settled: 0, returned: 0 };
  return { funds: { [id]: { id, ceiling: 10 * billion, reserved, allocated, ...empty } } };
};

export const ranked = (...places: [id: string, proposedDong: number, list?: 'ranked' | 'waiting'][]): RoundFactOf<'schemes-ranked'> => ({
  type: 'schemes-ranked',
  ranking: places.map(([schemeId, proposedDong, list = 'ranked'], index) => ({ schemeId, place: index + 1, proposedDong, list })),
});
export const programme = (amountDong: number, year = 2022) => ({ source: 'programme' as const, year, amountDong });
export const approving = (no: number, ...list: [id: string, amountDong: number][]): RoundFactOf<'decision-proposed'> => ({
  type: 'decision-proposed',
  no,
  list: list.map(([schemeId, amountDong]) => ({ schemeId, outcome: 'approve', amounts: [programme(amountDong)], reason: null })),
});
export const issued = (decisionNo: number, outcome: 'approve' | 'refuse' = 'approve'): RoundFactOf<'decision-issued'> => ({
  type: 'decision-issued',
  decisionNo,
  outcome,
  documentId: `document-${decisionNo}`,
  symbol: '15/QĐ-BCT',
  date: '2022-05-16',
});

export const open = given(roundKind, opened);
export const atRanking = open.and(closed);
