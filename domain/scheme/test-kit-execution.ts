import { type Given, given } from '../test-kit.ts';
import type { Amount } from './amount.ts';
import type { SchemeFact, SchemeFactOf } from './fact.ts';
import type { Proposal } from './proposal.ts';
import { schemeKind } from './scheme.ts';
import type { Scheme } from './state.ts';
import { drafted, finding, issued, localProposal, ofBinhDinh, ofVecom, support, trainingProposal } from './test-kit.ts';

export type SchemeGiven = Given<Scheme, SchemeFact>;
export const million = 1_000_000;

type Origin = Parameters<typeof drafted>[0];
type Terms = {
  origin?: Origin;
  proposal?: Proposal;
  /** What is allocated, and what the contract takes of it; all of it if nothing else is said. */
  amounts?: Amount[];
  contracted?: Amount[];
  route?: 'central' | 'local';
};

/** A scheme of VECOM (or another host) whose money is allocated: 100 million of 2022, for ten classes of training. */
export function allocatedScheme({ amounts, route = 'central', ...terms }: Terms = {}): SchemeGiven {
  const { origin, proposal } =
    route === 'local'
      ? { origin: ofBinhDinh, proposal: localProposal, ...terms }
      : { origin: ofVecom, proposal: trainingProposal, ...terms };
  const sums = amounts ?? support(100 * million, 2022, route === 'local' ? 'local' : 'programme');
  return given(schemeKind, route, drafted({ ...origin, route, proposal }))
    .by('host-head.vecom')
    .and({ type: 'submitted', version: 1 })
    .by('agency-officer')
    .and({ type: 'file-accepted', note: null })
    .by('process')
    .and(
      { type: 'recommended', ...finding },
      { type: 'ranked', place: 1, proposedDong: 100 * million },
      { type: 'put-to-decision', outcome: 'approve', amounts: sums, decisionNo: 1 },
    )
    .at('2022-05-16')
    .and({ type: 'approved', ...issued, amounts: sums }, { type: 'allocated', ...issued, amounts: sums });
}

/** Its contract concluded on 1 June 2022, to run until 30 November. */
export function contracted(terms: Terms = {}): SchemeGiven {
  const local = terms.route === 'local';
  const amounts = terms.contracted ?? terms.amounts ?? support(100 * million, 2022, local ? 'local' : 'programme');
  const sumDong = amounts.reduce((sum, { amountDong }) => sum + amountDong, 0);
  const contract = {
    number: '01/2022/HĐ-TMĐT',
    date: '2022-06-01',
    sumDong,
    startsOn: '2022-06-01',
    endsOn: '2022-11-30',
    milestones: [{ name: 'Hoàn thành', due: '2022-11-30', amountDong: sumDong }],
  };
  return allocatedScheme(terms)
    .at('2022-06-01')
    .by('host-head.vecom')
    .and({ type: 'contract-agreed', side: 'host', byName: 'Người mẫu', ...contract })
    .by('agency-head')
    .and({ type: 'contract-agreed', side: 'agency', byName: 'Người mẫu', ...contract })
    .and({ type: 'contract-concluded', ...contract, amounts });
}
export const implementing = (terms: Terms = {}): SchemeGiven => contracted(terms).by('process').and({ type: 'implementation-begun' });

const asked = (amountDong: number) => ({ amountDong, purpose: 'Mở lớp tập huấn', files: [] });
const examined = (no: number, amountDong: number, clearedAdvanceDong = 0) => ({ no, amountDong, clearedAdvanceDong, note: '' });
const slip = (no: number) => ({ number: `CT-${no}`, date: '2022-06-10', kind: 'payment-order' as const });
const nextNo = (scheme: SchemeGiven): number => scheme.data.requests.length + 1;

/** An advance as far as its name says, of so many đồng. */
export const withAdvanceAsked = (scheme: SchemeGiven, amountDong: number): SchemeGiven =>
  scheme.by('host-head.vecom').and({ type: 'advance-requested', no: nextNo(scheme), ...asked(amountDong) });
export const withAdvancePrepared = (scheme: SchemeGiven, amountDong: number): SchemeGiven =>
  withAdvanceAsked(scheme, amountDong)
    .by('finance-officer')
    .and({ type: 'advance-prepared', ...examined(nextNo(scheme), amountDong) });
export const withAdvanceApproved = (scheme: SchemeGiven, amountDong: number): SchemeGiven =>
  withAdvancePrepared(scheme, amountDong)
    .by('finance-head')
    .and({ type: 'advance-approved', ...examined(nextNo(scheme), amountDong) });
export function withAdvance(scheme: SchemeGiven, amountDong: number): SchemeGiven {
  const no = nextNo(scheme);
  const paid = { no, kind: 'advance' as const, amountDong, clearedAdvanceDong: 0, settles: false, slip: slip(no) };
  return withAdvanceApproved(scheme, amountDong)
    .by('finance-officer')
    .and({ type: 'payment-recorded', ...paid });
}

type PaymentSteps = 'asked' | 'prepared' | 'approved' | 'paid';
/** A payment of work worth so many đồng, of which so many clear advances, as far as said. */
export function withPayment(
  scheme: SchemeGiven,
  amountDong: number,
  clearedAdvanceDong: number,
  until: PaymentSteps = 'paid',
): SchemeGiven {
  const no = nextNo(scheme);
  const cash = amountDong - clearedAdvanceDong;
  const settles = scheme.data.settlement.confirmedOn !== null;
  const facts: SchemeFact[] = [
    { type: 'payment-requested', no, clearedAdvanceDong, ...asked(amountDong) },
    { type: 'payment-prepared', ...examined(no, amountDong, clearedAdvanceDong) },
    { type: 'payment-approved', ...examined(no, amountDong, clearedAdvanceDong) },
    { type: 'payment-recorded', no, kind: 'payment', amountDong: cash, clearedAdvanceDong, settles, slip: slip(no) },
  ];
  const givers = ['host-head.vecom', 'finance-officer', 'finance-head', 'finance-officer'];
  const steps = { asked: 1, prepared: 2, approved: 3, paid: cash > 0 ? 4 : 3 }[until];
  return facts.slice(0, steps).reduce((before, fact, index) => before.by(givers[index] ?? '').and(fact), scheme);
}

type Outcome = SchemeFactOf<'acceptance-recorded'>['outcome'];
/** So many classes reported as done, and then accepted with this outcome. */
export const reported = (scheme: SchemeGiven, done: number, output = 1): SchemeGiven =>
  scheme
    .by('host-head.vecom')
    .and({ type: 'results-reported', outputs: [{ output, done, evidence: [] }], text: '', dueOn: '2022-11-15', late: false });
export const accepted = (scheme: SchemeGiven, volume: number, outcome: Outcome = 'accepted', output = 1): SchemeGiven =>
  reported(scheme, volume, output)
    .by('agency-officer')
    .and({
      type: 'acceptance-recorded',
      outcome,
      outputs: [{ output, volume, outcome }],
      committee: ['Người mẫu'],
      text: '',
      redoBy: null,
    });

/** The whole budget line of training spent: 100 million of the state's support, 100 million of others. */
export const spentLine = (supportDong = 100 * million, number = 'HĐ-01') => ({
  lineNo: 1,
  spentDong: supportDong + 100 * million,
  supportDong,
  otherSources: [
    { source: 'local' as const, amountDong: 60 * million },
    { source: 'enterprise' as const, amountDong: 40 * million },
  ],
  vouchers: [{ number, date: '2022-10-01', payee: 'Trung tâm mẫu', amountDong: supportDong + 100 * million }],
});
/** All work accepted and the settlement filed on 1 December 2022, with so much support spent. */
export const filed = (scheme: SchemeGiven, supportDong = 100 * million): SchemeGiven =>
  scheme.at('2022-12-01').when('file-settlement', { lines: [spentLine(supportDong)] }).left;
/** Reviewed: so much of the support allowed, the rest disallowed. */
export const reviewed = (scheme: SchemeGiven, allowedDong: number): SchemeGiven =>
  scheme.when('review-settlement', {
    lines: [{ lineNo: 1, allowedDong, reason: 'Chứng từ không hợp lệ' }],
    treasuryDong: scheme.data.advancedDong + scheme.data.paidDong,
  }).left;
export const confirmed = (scheme: SchemeGiven, allowedDong: number): SchemeGiven =>
  reviewed(scheme, allowedDong).when('confirm-settlement', {}).left;
/** Settling: 70 million advanced, all work accepted. */
export const settling = (): SchemeGiven => accepted(withAdvance(implementing(), 70 * million), 10);
