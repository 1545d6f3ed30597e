import type { Round } from '../round/state.ts';
import { given, organisations } from '../test-kit.ts';
import type { Amount } from './amount.ts';
import type { SchemeFact, SchemeFactOf } from './fact.ts';
import type { Finding } from './facts/appraisal.ts';
import { type BudgetLine, Proposal, sections } from './proposal.ts';
import { schemeKind } from './scheme.ts';

/** A budget line of training: 10 classes of 20 million; half from the programme, 30% from the province, 20% from enterprises. */
export const trainingLine: BudgetLine = {
  item: 'Tổ chức lớp tập huấn',
  unit: 'lớp',
  quantity: 10,
  unitPriceDong: 20_000_000,
  year: 2022,
  kind: 'training',
  funding: [
    { source: 'programme', amountDong: 100_000_000 },
    { source: 'local', amountDong: 60_000_000 },
    { source: 'enterprise', amountDong: 40_000_000, from: 'Doanh nghiệp tham gia' },
  ],
};
/** The same line of another size, its support for one class 10 million. */
export const trainingOf = (classes: number): BudgetLine => ({
  ...trainingLine,
  quantity: classes,
  funding: [
    { source: 'programme', amountDong: classes * 10_000_000 },
    { source: 'enterprise', amountDong: classes * 10_000_000, from: 'Doanh nghiệp tham gia' },
  ],
});

export const trainingProposal: Proposal = Proposal.parse({
  title: 'Tập huấn kỹ năng thương mại điện tử cho doanh nghiệp nhỏ và vừa (MẪU THỬ – KHÔNG CÓ GIÁ TRỊ)',
  contentItem: '3a',
  need: 'Doanh nghiệp trong tỉnh chưa có người làm thương mại điện tử.',
  aims: 'Doanh nghiệp tự bán hàng trực tuyến được.',
  targets: '300 học viên, 70% có gian hàng sau sáu tháng.',
  outputs: [{ name: 'Lớp tập huấn', unit: 'lớp', volume: 10 }],
  beneficiaries: 'Doanh nghiệp nhỏ và vừa, hợp tác xã.',
  schedule: [{ name: 'Mở lớp', from: '2022-06-01', to: '2022-10-31' }],
  place: 'Thành phố Quy Nhơn',
  lines: [trainingLine],
});

/** An open round as a rule finds it among other things. */
export const roundNamed = (id: string, { state = 'open', ...over }: Partial<Round> & { state?: string } = {}) => {
  const data: Partial<Round> = {
    programme: '645-2021-2025',
    year: 2022,
    route: 'central',
    ownerId: 'cuc-tmdt-kts',
    provinceId: null,
    title: 'Kỳ đăng ký đề án năm 2022',
    closesAt: '2022-03-31T16:59:59.999Z',
    ...over,
  };
  return { [id]: { id, kind: 'round' as const, pack: '645-2021-2025', state, seq: 1, route: data.route ?? 'central', data } };
};

type Origin = Partial<Omit<SchemeFactOf<'scheme-drafted'>, 'type'>>;
const hostOf = (id: string): Origin => {
  const { name, provinceId = null, kind } = organisations[id] ?? { name: id, kind: 'other' };
  return { host: { id, name }, provinceId, hostIsCentral: kind === 'association' || provinceId === null };
};
export const ofBinhDinh: Origin = { ...hostOf('so-cong-thuong-binh-dinh'), localFinanceId: 'so-tai-chinh-binh-dinh' };
export const ofVecom: Origin = hostOf('vecom');

/** The first fact of a scheme, by default of a local host asking for central money. */
export const drafted = (over: Origin = {}): SchemeFact => ({
  type: 'scheme-drafted',
  roundId: 'round-2022',
  programme: '645-2021-2025',
  route: 'central',
  year: 2022,
  host: { id: '', name: '' },
  provinceId: null,
  localFinanceId: null,
  hostIsCentral: false,
  planItem: null,
  cutOff: '2022-03-31',
  version: 1,
  proposal: trainingProposal,
  changed: [...sections],
  ...ofBinhDinh,
  ...over,
});
export const issued = { documentId: 'decision-1', symbol: '05/QĐ-BCT', date: '2022-05-16' };
export const support = (amountDong: number, year = 2022, source: Amount['source'] = 'programme'): Amount[] => [
  { source, year, amountDong },
];
export const finding: Finding = {
  conditions: [],
  reviseBy: null,
  votes: { pass: 6, conditional: 1, fail: 0 },
  averageScore: 84,
  text: null,
};

const opinion = { outcome: 'forward', counterpartDong: 60_000_000, text: 'Đồng ý, cam kết bố trí vốn đối ứng.', sections: [] } as const;
const roster = { chair: ['council-1'], secretary: ['council-5'], member: ['council-6'] };

/** Schemes on the central route, each as far as its name says. `allocated(80)`: 80 million of the 100 approved. */
export const draft = (over: Origin = {}) => given(schemeKind, drafted(over));
export const atProvince = () => draft().by('host-head.binh-dinh').and({ type: 'submitted-to-province', version: 1 });
export const submitted = () =>
  atProvince()
    .by('province-officer.binh-dinh')
    .and({ type: 'opinion-prepared', ...opinion, sections: [] })
    .by('province-head.binh-dinh')
    .and({ type: 'opinion-forwarded', ...opinion, sections: [] });
export const inIntake = () => submitted().by('process').and({ type: 'intake-begun' });
export const supplementing = () =>
  inIntake()
    .by('agency-officer')
    .and({ type: 'supplement-requested', sections: ['need', 'lines'], reason: 'Thiếu căn cứ đơn giá.', until: '2022-02-15', version: 1 });
export const eligible = () => inIntake().by('agency-officer').and({ type: 'file-accepted', note: null });
export const inCouncil = () => eligible().by('process').and({ type: 'entered-council', councilId: 'council-2022', sessionNo: 1, roster });
export const conditional = () =>
  inCouncil().and({
    type: 'recommended-conditionally',
    ...finding,
    conditions: [
      { no: 1, text: 'Giảm đơn giá lớp học.' },
      { no: 2, text: 'Làm rõ đối tượng.' },
    ],
    reviseBy: '2022-03-01',
  });
export const notRecommended = () => inCouncil().and({ type: 'not-recommended', ...finding });
export const recommended = () => inCouncil().and({ type: 'recommended', ...finding });
export const ranked = () => recommended().and({ type: 'ranked', place: 1, proposedDong: 100_000_000 });
export const deciding = () => ranked().and({ type: 'put-to-decision', outcome: 'approve', amounts: support(100_000_000), decisionNo: 1 });
export const approved = (amounts: Amount[] = support(100_000_000)) =>
  deciding()
    .at('2022-05-16')
    .and({ type: 'approved', ...issued, amounts });
export const reduced = (million = 80) => approved().and({ type: 'allocation-reduced', ...issued, amounts: support(million * 1_000_000) });
export const allocated = () => approved().and({ type: 'allocated', ...issued, amounts: support(100_000_000) });

/** The same on the local route: the province's money, appraised by its finance department. */
export const localProposal: Proposal = {
  ...trainingProposal,
  lines: [{ ...trainingLine, funding: [{ source: 'local', amountDong: 200_000_000 }] }],
};
export const localDraft = (over: Origin = {}) => given(schemeKind, 'local', drafted({ route: 'local', proposal: localProposal, ...over }));
export const localEligible = () =>
  localDraft()
    .by('host-head.binh-dinh')
    .and({ type: 'submitted', version: 1 })
    .by('local-finance.binh-dinh')
    .and({ type: 'file-accepted', note: null });
