import type { Amount } from '../../domain/scheme/amount.ts';
import type { MoneyRequest, Scheme } from '../../domain/scheme/state.ts';
import { issued, support, trainingLine } from '../../domain/scheme/test-kit.ts';
import { give, million, type Pending, roundId, type Step, type World } from './several.ts';

/** What somebody may come to do: mostly sensible, with sums that may be wrong. */
export type Intent = { who: string; what: string; amountDong: number; part: number; n: number };
type Told = { world: World; answers: { refusal: ReturnType<typeof give>['refusal'] }[] };

const lineOf = (supportDong: number) => ({
  ...trainingLine,
  quantity: 1,
  unitPriceDong: 2 * supportDong,
  funding: [
    { source: 'programme' as const, amountDong: supportDong },
    { source: 'enterprise' as const, amountDong: supportDong },
  ],
});
const cash = (request: MoneyRequest): number => (request.approvedDong ?? 0) - request.clearedAdvanceDong;
const slip = (n: number, amountDong: number) => ({ slipNumber: `KB-${n}`, date: '2022-06-01', amountDong });
const sum = (amounts: readonly { amountDong: number }[]): number => amounts.reduce((total, one) => total + one.amountDong, 0);

function contractOf({ allocation }: Scheme, part: number) {
  const sumDong = part < 70 ? sum(allocation?.amounts ?? []) : Math.max(1, Math.floor((sum(allocation?.amounts ?? []) * part) / 80));
  const milestones = [{ name: 'Hoàn thành', due: '2022-10-31', amountDong: sumDong }];
  return { number: '01/HĐ', date: '2022-06-01', sumDong, startsOn: '2022-06-01', endsOn: '2022-11-30', milestones };
}

/** The commands of one intent, given one after the other; those of the process follow from what was issued. */
function stepsOf({ who, what, amountDong, part, n }: Intent, scheme: Scheme): Step[] {
  const on = (command: string, input: object = {}, more: Partial<Step> = {}): Step[] => [{ thing: who, command, input, ...more }];
  const planned = scheme.proposal.outputs.map(({ volume }, i) => ({ output: i + 1, volume }));
  const approved = scheme.requests.find(({ status }) => status === 'approved');
  const spent = sum(scheme.settlement.lines.map((line) => ({ amountDong: line.supportDong })));
  const vouchers = [{ number: `HĐ-${n}`, date: '2022-06-01', payee: 'Bên mẫu', amountDong }];
  const steps: Record<string, () => Step[]> = {
    allocate: () => {
      const amounts: Amount[] = amountDong > 0 ? support(amountDong) : [];
      const input = { list: [{ schemeId: who, amounts }], estimate: 'Dự toán năm 2022' };
      return [{ thing: roundId, command: 'propose-allocation', input, as: 'finance-officer' }];
    },
    'accept-reduction': () => on('accept-reduction', { lines: [lineOf(sum(scheme.allocation?.amounts ?? []) || 1)] }),
    'decline-reduction': () => on('decline-reduction', { reason: 'Không đủ.' }),
    contract: () => [
      ...on('conclude-contract', contractOf(scheme, part), { as: 'agency-head' }),
      ...on('conclude-contract', contractOf(scheme, part), { as: 'host-head' }),
      ...on('begin-implementation', {}),
    ],
    lapse: () => on('lapse', { reason: 'Quá hạn.' }, part < 50 ? { now: '2022-12-15' } : {}),
    'ask-advance': () => on('request-advance', { amountDong, purpose: 'Mở lớp' }),
    'examine-advance': () => [
      ...on('approve-advance', {}, { as: 'finance-officer' }),
      ...on('approve-advance', {}, { as: 'finance-head' }),
    ],
    'refuse-advance': () => on('refuse-advance', { reason: 'Thiếu hồ sơ' }),
    'ask-payment': () => on('request-payment', { amountDong, purpose: 'Thanh toán' }),
    'examine-payment': () => [
      ...on('approve-payment', {}, { as: 'finance-officer' }),
      ...on('approve-payment', {}, { as: 'finance-head' }),
    ],
    'refuse-payment': () => on('refuse-payment', { reason: 'Thiếu hồ sơ' }),
    pay: () => on('record-payment', slip(part < 90 ? n : 1, approved ? cash(approved) : amountDong)),
    results: () => [
      ...on('report-results', { outputs: planned.map(({ output, volume }) => ({ output, done: volume })) }),
      ...on('record-acceptance', { outputs: planned.map((one) => ({ ...one, outcome: 'accepted' })), committee: ['Người mẫu'] }),
    ],
    reduce: () => [
      ...on('request-adjustment', { changes: { change: 'reduction', lines: [lineOf(Math.max(1, amountDong))] }, reason: 'Giảm' }),
      ...on('decide-adjustment', { decision: 'accept', note: 'Trong thẩm quyền' }),
    ],
    'ask-more': () => [
      ...on('request-adjustment', { changes: { change: 'more-money', lines: [lineOf(100 * million + amountDong)] }, reason: 'Tăng' }),
      ...on('decide-adjustment', { decision: 'accept', note: 'Trình' }),
    ],
    decide: () => on('decide-adjustment', { decision: part < 60 ? 'accept' : 'refuse', note: 'Theo thẩm quyền' }),
    appraise: () =>
      on('conclude-appraisal', {
        councilId: 'c',
        sessionNo: 1,
        conclusion: part < 80 ? 'pass' : 'fail',
        conditions: [],
        reviseBy: null,
        votes: null,
        averageScore: null,
      }),
    end: () => on('propose-termination', { ground: 'force-majeure', text: 'Bão lũ' }, { as: 'agency-head' }),
    file: () =>
      on('file-settlement', {
        lines: [{ lineNo: 1, spentDong: amountDong, supportDong: amountDong, vouchers: amountDong > 0 ? vouchers : [] }],
      }),
    review: () => [
      ...on('review-settlement', {
        lines: [{ lineNo: 1, allowedDong: Math.floor((spent * part) / 100), reason: 'Xuất toán' }],
        treasuryDong: scheme.advancedDong + scheme.paidDong,
      }),
      ...on('confirm-settlement', {}),
    ],
    repay: () => on('record-repayment', slip(n, part < 80 ? Math.max(1, scheme.settlement.owesBackDong) : amountDong)),
    carry: () => on('carry-over', { reason: 'contract-signed', amountDong }),
    resume: () => on('resume', { reason: 'Tiếp tục' }),
    close: () => on('close-scheme', {}),
  };
  return steps[what]?.() ?? [];
}
export const intents =
  'allocate accept-reduction decline-reduction contract lapse ask-advance examine-advance refuse-advance ask-payment examine-payment refuse-payment pay results reduce ask-more decide appraise end file review repay carry resume close'.split(
    ' ',
  );

/** Which intents the chart would let pass now. */
export const possible = (world: World, who: string): string[] =>
  intents.filter((what) => {
    const scheme = world.schemes[who];
    const [first] = scheme ? stepsOf({ who, what, amountDong: 1, part: 1, n: 0 }, scheme.data) : [];
    const one = first?.thing === roundId ? world.round : scheme;
    return first !== undefined && (one?.chart.commands[first.command]?.in.includes(one.state) ?? false);
  });

/** Carries an intent out, and notes which drafts then lie with the signer. */
export function carryOut(world: World, intent: Intent): Told {
  const scheme = world.schemes[intent.who];
  const answers: Told['answers'] = [];
  let now = world;
  for (const step of scheme ? stepsOf(intent, scheme.data) : []) {
    const answer = give(now, step);
    answers.push(answer);
    now = { ...answer.world, pending: [...answer.world.pending, ...drafted(answer.facts, intent.who, answer.world)] };
  }
  return { world: now, answers };
}

function drafted(facts: string[], schemeId: string, { round }: World): Pending[] {
  const last = round.data.allocations.at(-1);
  return facts.flatMap((type): Pending[] => {
    if (type === 'allocation-proposed') return last ? [{ what: 'allocation', no: last.no, list: last.list }] : [];
    if (type === 'termination-proposed') return [{ what: 'termination', schemeId }];
    return type === 'adjustment-sent-to-signer' ? [{ what: 'adjustment', schemeId }] : [];
  });
}

/** The signer issues a draft, or gives it back for good; everything it speaks of is told so, as the document's own obligations do. */
export function decidePending(world: World, index: number, signed: boolean): Told {
  const document = world.pending[index % Math.max(1, world.pending.length)];
  if (!document) return { world, answers: [] };
  const answers: Told['answers'] = [];
  let now: World = { ...world, pending: world.pending.filter((one) => one !== document) };
  for (const step of tellings(document, signed)) {
    const answer = give(now, step);
    answers.push(answer);
    now = answer.world;
  }
  return { world: now, answers };
}

function tellings(document: Pending, signed: boolean): Step[] {
  const reason = 'Trả lại';
  if (document.what === 'allocation') {
    const { no: allocationNo, list } = document;
    if (!signed) return [{ thing: roundId, command: 'note-allocation-returned', input: { allocationNo, reason } }];
    const schemes = list.map(({ schemeId, amounts }) => ({ thing: schemeId, command: 'allocate', input: { ...issued, amounts } }));
    return [{ thing: roundId, command: 'note-allocation', input: { ...issued, allocationNo } }, ...schemes];
  }
  const thing = document.schemeId;
  if (document.what === 'adjustment') return [{ thing, command: 'adopt-adjustment', input: { ...issued, accepted: signed } }];
  if (!signed) return [{ thing, command: 'return-termination', input: { reason } }];
  return [
    { thing, command: 'terminate', input: issued },
    { thing, command: 'begin-settlement', input: {} },
  ];
}
