import { loadPacks } from '../../config/regulations.ts';
import type { Kind } from '../../domain/command.ts';
import { kinds } from '../../domain/kinds.ts';
import type { Chart, ThingKind } from '../../domain/process/chart.ts';
import type { RegulationPack } from '../../domain/regulation/pack.ts';
import type { Somebody } from './persons.ts';

export const pack = loadPacks().get('645-2021-2025') as RegulationPack;
export const routes = ['central', 'local'] as const;
export type Route = (typeof routes)[number];
// biome-ignore lint/suspicious/noExplicitAny: as in the registry of kinds, each has a state and facts of its own
export type AnyKind = Kind<any, any>;
export const kindOf = (kind: ThingKind): AnyKind => kinds[kind];
export const chartOf = (route: Route, kind: ThingKind): Chart => {
  const process = pack.processes[route];
  if (!process) throw new Error(`There is no route ${route}.`);
  return process[kind];
};

const offices = {
  agency: ['cuc-tmdt-kts'],
  ministry: ['bo-cong-thuong'],
  finance: ['vu-ke-hoach-tai-chinh'],
  binhDinh: ['ubnd-tinh-binh-dinh', 'so-cong-thuong-binh-dinh', 'so-tai-chinh-binh-dinh'],
  dakNong: ['ubnd-tinh-dak-nong', 'so-cong-thuong-dak-nong', 'so-tai-chinh-dak-nong'],
};
const centre = { agency: offices.agency, ministry: offices.ministry, finance: offices.finance };
const central = [...offices.agency, ...offices.ministry, ...offices.finance];
const province = (of: string[]) => ({ province: of, 'local-finance': of });
const seats = {
  chair: ['council-1'],
  deputy: ['council-2'],
  reviewer: ['council-3', 'council-4'],
  secretary: ['council-5'],
  member: ['council-9'],
};
const members = Object.entries(seats).flatMap(([role, ids]) =>
  ids.map((personId) => ({ personId, role, name: personId, organisationIds: [], answer: 'accepted' })),
);

/**
 * One thing to try everybody on. Beside its data stands, written down by hand, whose offices stand behind each relation of the charts and
 * who may know of it: what the kinds make of the data must come to the same.
 */
export type Sample = {
  name: string;
  kind: ThingKind;
  route: Route;
  data: object;
  relations: Record<string, string[]>;
  roster: Record<string, string[]>;
  /** Offices whose people may know of it in every state; 'everybody' who is signed in. */
  known: string[] | 'everybody';
};

const scheme = (name: string, route: Route, data: object, host: string[], relations: object, known: string[], roster = {}): Sample => ({
  name,
  kind: 'scheme',
  route,
  data: { ...kinds.scheme.initial, route, submittedOn: '2022-02-14', ...data },
  relations: { ...centre, host, ...relations },
  roster,
  known,
});
const binhDinhHost = { host: { id: 'so-cong-thuong-binh-dinh', name: '' }, provinceId: 'ubnd-tinh-binh-dinh' };
const dakNongHost = { host: { id: 'so-cong-thuong-dak-nong', name: '' }, provinceId: 'ubnd-tinh-dak-nong' };
const vecomHost = { host: { id: 'vecom', name: '' }, provinceId: null, hostIsCentral: true };

const schemes: Sample[] = [
  scheme('Bình Định’s for central money', 'central', binhDinhHost, ['so-cong-thuong-binh-dinh'], province(offices.binhDinh), [
    ...offices.binhDinh,
    ...central,
  ]),
  scheme('Đắk Nông’s for central money', 'central', dakNongHost, ['so-cong-thuong-dak-nong'], province(offices.dakNong), [
    ...offices.dakNong,
    ...central,
  ]),
  scheme(
    'VECOM’s before a council',
    'central',
    { ...vecomHost, council: { councilId: 'c', sessionNo: 1, roster: seats } },
    ['vecom'],
    {},
    ['vecom', ...central],
    seats,
  ),
  scheme('Bình Định’s of its own money', 'local', binhDinhHost, ['so-cong-thuong-binh-dinh'], province(offices.binhDinh), offices.binhDinh),
];

const rounds: Sample[] = routes.map((route) => ({
  name: `the ${route} round`,
  kind: 'round',
  route,
  data: { ...kinds.round.initial, route, provinceId: route === 'local' ? 'ubnd-tinh-binh-dinh' : null },
  relations: { ...centre, ...(route === 'local' ? province(offices.binhDinh) : {}) },
  roster: {},
  known: 'everybody',
}));

const councils: Sample[] = routes.map((route) => ({
  name: `the council of the ${route} round`,
  kind: 'council',
  route,
  data: { ...kinds.council.initial, route, agencyId: route === 'local' ? 'ubnd-tinh-binh-dinh' : 'cuc-tmdt-kts', members },
  relations: { ...centre, ...(route === 'local' ? province(offices.binhDinh) : {}) },
  roster: seats,
  known: route === 'local' ? offices.binhDinh : [...offices.agency, ...offices.ministry],
}));

const documents: Sample[] = [
  {
    name: 'a decision of the ministry',
    kind: 'document',
    route: 'central',
    data: { ...kinds.document.initial, route: 'signed', issuerId: 'bo-cong-thuong', signerRole: 'signer' },
    relations: { ...centre, issuer: offices.ministry, signing: offices.ministry },
    roster: {},
    known: [...offices.agency, ...offices.ministry],
  },
  {
    name: 'a submission of the agency',
    kind: 'document',
    route: 'central',
    data: { ...kinds.document.initial, route: 'signed', issuerId: 'cuc-tmdt-kts', signerRole: 'agency-head' },
    relations: { ...centre, issuer: offices.agency, signing: offices.agency },
    roster: {},
    known: [...offices.agency, ...offices.ministry],
  },
  {
    name: 'a decision of Bình Định',
    kind: 'document',
    route: 'local',
    data: {
      ...kinds.document.initial,
      route: 'signed',
      issuerId: 'ubnd-tinh-binh-dinh',
      provinceId: 'ubnd-tinh-binh-dinh',
      signerRole: 'province-head',
    },
    relations: { ...centre, issuer: ['ubnd-tinh-binh-dinh'], signing: offices.binhDinh, ...province(offices.binhDinh) },
    roster: {},
    known: offices.binhDinh,
  },
  {
    name: 'minutes of the agency that wait for a member’s signature',
    kind: 'document',
    route: 'central',
    data: {
      ...kinds.document.initial,
      route: 'automatic',
      issuerId: 'cuc-tmdt-kts',
      signerRole: 'chair',
      signatories: [{ field: 'ChuKy', by: 'person', id: 'council-5', name: '', organisation: '' }],
      prepared: { file: '', digest: '', pending: { file: '', from: 1, to: 2, digest: '', field: 'ChuKy' } },
    },
    relations: { ...centre, issuer: offices.agency, signing: offices.agency },
    roster: { signatory: ['council-5'] },
    known: offices.agency,
  },
];

const plans: Sample[] = routes.map((route) => ({
  name: `Bình Định’s plan (${route})`,
  kind: 'plan',
  route,
  data: { ...kinds.plan.initial, provinceId: 'ubnd-tinh-binh-dinh', ownerId: 'so-cong-thuong-binh-dinh' },
  relations: { agency: offices.agency, ministry: offices.ministry, owner: ['so-cong-thuong-binh-dinh'], province: offices.binhDinh },
  roster: {},
  known: [...offices.binhDinh, ...offices.agency, ...offices.ministry],
}));
const arrivals: Sample[] = routes.flatMap((route) => [
  {
    name: `what came to the ministry (${route})`,
    kind: 'incoming',
    route,
    data: { ...kinds.incoming.initial, ownerId: 'bo-cong-thuong' },
    relations: { owner: offices.ministry, agency: offices.agency },
    roster: {},
    known: [...offices.ministry, ...offices.agency],
  },
  {
    name: `what came to Bình Định’s committee (${route})`,
    kind: 'incoming',
    route,
    data: { ...kinds.incoming.initial, ownerId: 'ubnd-tinh-binh-dinh' },
    relations: { owner: ['ubnd-tinh-binh-dinh'] },
    roster: {},
    known: ['ubnd-tinh-binh-dinh'],
  },
]);
const clocks: Sample[] = routes.map((route) => ({
  name: `the clock (${route})`,
  kind: 'clock',
  route,
  data: kinds.clock.initial,
  relations: {},
  roster: {},
  known: 'everybody',
}));

export const samples: Sample[] = [...schemes, ...rounds, ...councils, ...documents, ...plans, ...arrivals, ...clocks];

/**
 * Whether a person may know of a sample: the auditor of everything, an administrator of nobody's file, the seated of what comes before them,
 * a host's people and experts of their own office's files and not of all that their province knows.
 */
export function mayKnow(sample: Sample, { id, role, organisationId }: Somebody): boolean {
  if (sample.known === 'everybody' || role === 'auditor') return true;
  if (Object.values(sample.roster).flat().includes(id)) return true;
  const own = [...(sample.relations.host ?? []), ...(sample.relations.owner ?? []), ...central];
  if (role.startsWith('host-') || role === 'expert') return own.includes(organisationId) && sample.known.includes(organisationId);
  return role !== 'administrator' && sample.known.includes(organisationId);
}

/** Whether a person is one of those whom the chart names for a command. */
export function isNamed(sample: Sample, by: { role: string; of: string }[], { id, role, organisationId }: Somebody): boolean {
  return by.some((holder) => {
    if (holder.of === 'council' || holder.of === 'named') return sample.roster[holder.role]?.includes(id) ?? false;
    return role === holder.role && (holder.of === 'any' || (sample.relations[holder.of]?.includes(organisationId) ?? false));
  });
}
