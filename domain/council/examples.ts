import type { PersonView, ThingView } from '../command.ts';
import { given, pack } from '../test-kit.ts';
import type { CouncilFact, ListedItem } from './facts.ts';
import { councilKind } from './kind.ts';
import type { AgendaItem, Council, CouncilRole, Member } from './state.ts';

/** Examples for the tests of councils: seven members, and a session on 20 April 2022 with two schemes. */
export const seats: [personId: string, role: CouncilRole][] = [
  ['council-1', 'chair'],
  ['council-2', 'deputy'],
  ['council-3', 'reviewer'],
  ['council-4', 'reviewer'],
  ['council-5', 'secretary'],
  ['council-6', 'member'],
  ['council-7', 'member'],
];
export const everyone = seats.map(([personId]) => personId);
const members = seats.map(([personId, role]) => ({ personId, role, name: `Ông/bà ${personId}`, organisationIds: ['vcci'] }));

export const proposed: CouncilFact = {
  type: 'council-proposed',
  roundId: 'round-2022',
  programme: '645-2021-2025',
  year: 2022,
  route: 'central',
  name: 'Hội đồng thẩm định năm 2022',
  agencyId: 'cuc-tmdt-kts',
  members,
};
export const appointed = given(councilKind, proposed)
  .at('2022-04-05')
  .and({ type: 'council-appointed', documentId: 'd', symbol: '10/QĐ-BCT', date: '2022-04-05' });

export const listed = (schemeId: string, order: number, interests: AgendaItem['interests'] = []): ListedItem => ({
  schemeId,
  title: `Đề án ${schemeId}`,
  hostId: 'vecom',
  hostName: 'Hiệp hội Thương mại điện tử Việt Nam',
  order,
  interests,
});
/** council-6 works for the host of scheme b. */
const applicant = { by: 'council-6', kind: 'applicant', text: 'Là người của đơn vị chủ trì đề án', derived: true, bars: true };
export const called = appointed.and({
  type: 'session-called',
  councilId: 'the-thing',
  no: 1,
  date: '2022-04-20',
  time: '08:30',
  place: '25 Ngô Quyền, Hà Nội',
  papersBy: '2022-04-10',
  items: [listed('a', 1), listed('b', 2, [applicant])],
});
export const attending = (present: readonly string[]): CouncilFact => ({
  type: 'attendance-recorded',
  attendance: everyone.map((personId) => ({ personId, present: present.includes(personId), reason: null })),
});
export const inSession = called.at('2022-04-20').and(attending(everyone));
/** A session at which these are absent. */
export const without = (...absent: string[]) => called.at('2022-04-20').and(attending(everyone.filter((id) => !absent.includes(id))));

export const fullScores = [
  { criterion: 'need', points: 12 },
  { criterion: 'content', points: 33.5 },
  { criterion: 'capacity', points: 30 },
  { criterion: 'effect', points: 9 },
];
const sheet = (schemeId: string): CouncilFact => ({
  type: 'score-sheet-submitted',
  schemeId,
  scores: fullScores,
  total: 84.5,
  comment: '',
});
/** Scheme a is open, its reviewers' sheets are in, and votes are cast. */
export const balloting = inSession
  .and({ type: 'item-opened', schemeId: 'a' })
  .by('council-3')
  .and(sheet('a'))
  .by('council-4')
  .and(sheet('a'))
  .and({ type: 'ballot-opened', schemeId: 'a' });

/** The members vote in the order of their seats: "ppcff" is two for, one on conditions, two against. */
export function voting(votes: string, from = balloting) {
  const kinds = { p: 'pass', c: 'conditional', f: 'fail' } as const;
  return [...votes].reduce((council, letter, index) => {
    const vote = kinds[letter as keyof typeof kinds];
    const conditions = vote === 'conditional' ? [`Điều kiện của người thứ ${index + 1}`] : [];
    return council.by(everyone[index] ?? '').and({ type: 'ballot-cast', schemeId: 'a', vote, conditions });
  }, from);
}

export const round = (state = 'closed'): Record<string, ThingView> => ({
  'round-2022': {
    id: 'round-2022',
    kind: 'round',
    pack: pack.id,
    state,
    seq: 3,
    route: 'central',
    data: { programme: '645-2021-2025', year: 2022, route: 'central', ownerId: 'cuc-tmdt-kts', provinceId: null },
  },
});
export const scheme = (id: string, state: string, more: object = {}): ThingView => ({
  id,
  kind: 'scheme',
  pack: pack.id,
  state,
  seq: 9,
  route: 'central',
  data: {
    roundId: 'round-2022',
    host: { id: 'so-cong-thuong-binh-dinh', name: 'Sở Công Thương Bình Định' },
    provinceId: 'ubnd-tinh-binh-dinh',
    proposal: { title: `Đề án ${id}` },
    council: null,
    adjustment: null,
    ...more,
  },
});
export const person = (id: string, organisationId = 'vcci', provinceId: string | null = null, role = 'expert'): PersonView => ({
  id,
  name: `Ông/bà ${id}`,
  positions: [{ role, title: 'Chuyên gia', organisationId, provinceId }],
});
export const persons = (...views: PersonView[]): { persons: Record<string, PersonView> } => ({
  persons: Object.fromEntries(views.map((view) => [view.id, view])),
});

/** A council made for the arithmetic of quorum: so many seats of each role, with who is there and who is barred. */
export function councilOf(seatList: readonly { role: CouncilRole; present: boolean; barred?: boolean; declined?: boolean }[]): {
  council: Council;
  item: AgendaItem;
} {
  const all: Member[] = seatList.map(({ role, declined }, index) => ({
    personId: `p${index}`,
    name: `p${index}`,
    role,
    organisationIds: [],
    answer: declined ? 'declined' : 'accepted',
  }));
  const attendance = seatList.map(({ present }, index) => ({ personId: `p${index}`, present, reason: null }));
  const barred = seatList.flatMap(({ barred }, index) =>
    barred ? [{ by: `p${index}`, kind: 'other', text: '', derived: false, bars: true }] : [],
  );
  const item = { ...inSession.data.items.a!, interests: barred };
  const session = { ...inSession.data.session!, attendance, chairDelegation: null };
  return { council: { ...inSession.data, members: all, session }, item };
}
