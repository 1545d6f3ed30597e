import { fundColumns } from '../../../domain/money/ledger.ts';
import { advanceLimit } from '../../../domain/scheme/advance.ts';
import { sumOf } from '../../../domain/scheme/budget.ts';
import { advancesDong, cashOf, contractDong, receivedDong, sumOf as sumOfRequest, unclearedDong } from '../../../domain/scheme/requests.ts';
import type { MoneyRequest, Scheme } from '../../../domain/scheme/state.ts';
import { page } from '../page.ts';
import { percent } from './budget.ts';
import { schemePage } from './frame.ts';
import { openScheme } from './open-scheme.ts';
import { SchemeInput } from './overview.ts';

/** The money of a scheme from approval to settlement: by year, request by request, slip by slip. đồng */
export const money = page({
  path: '/schemes/{id}/money',
  input: SchemeInput,
  async run({ params: { id }, query: { on }, caller, language }, parts) {
    const open = await openScheme(id, on, caller, parts);
    const { scheme, thing } = open;
    const { contract } = scheme;
    return schemePage('money', open, language, {
      steps: stepsOf(scheme),
      carryingOut: scheme.allocation ? `/schemes/${id}/carrying-out` : null,
      columns: columns.map((column) => `scheme.money.${column}`),
      accounts: scheme.accounts.map((account) => ({ year: String(account.year), amounts: columns.map((column) => account[column]) })),
      sums: columns.map((column) => scheme.accounts.reduce((sum, account) => sum + account[column], 0)),
      requests: scheme.requests.map(requestShown),
      contract: contract && { ...contract, agreed: contract.agreedBy.length === 2 },
      limit: contract && contractDong(scheme) > 0 ? limitOf(scheme, thing.pack, open.day) : null,
      settlement: scheme.settlement.filedOn ? settlementShown(scheme, id) : null,
      repayments: scheme.settlement.repayments,
      carryOver: scheme.carryOver && { ...scheme.carryOver, toYear: String(scheme.carryOver.toYear) },
      nothing: scheme.accounts.length === 0 && scheme.requests.length === 0,
    });
  },
});

const columns = fundColumns.filter((column) => column !== 'ceiling' && column !== 'reserved');

/** What was approved, and what became of it, step by step; a step that was not reached has no sum. */
function stepsOf(scheme: Scheme): { key: string; dong: number | null; symbol: string | null; date: string | null }[] {
  const { approved, allocation, contract, settlement } = scheme;
  return [
    { key: 'approved', dong: approved && sumOf(approved.amounts), symbol: approved?.symbol ?? null, date: approved?.date ?? null },
    { key: 'allocated', dong: allocation && sumOf(allocation.amounts), symbol: allocation?.symbol ?? null, date: allocation?.date ?? null },
    { key: 'contracted', dong: contract?.sumDong ?? null, symbol: contract?.number ?? null, date: contract?.date ?? null },
    { key: 'received', dong: receivedDong(scheme) || null, symbol: null, date: null },
    { key: 'settled', dong: settlement.confirmedOn ? settlement.allowedDong : null, symbol: null, date: settlement.confirmedOn },
    { key: 'returned', dong: settlement.repaidDong || null, symbol: null, date: null },
  ]
    .filter(({ key, dong }) => key !== 'returned' || dong !== null)
    .map((one) => ({ ...one, key: `scheme.money.step.${one.key}` }));
}

const requestShown = (request: MoneyRequest): object => ({
  ...request,
  kindKey: `scheme.money.kind.${request.kind}`,
  statusKey: `scheme.money.status.${request.status}`,
  asked: request.amountDong,
  stands: sumOfRequest(request),
  cash: cashOf(request),
  note: request.reason ?? request.prepared?.note ?? '',
  slipKind: request.slip && `scheme.money.slip.${request.slip.kind}`,
});

/** Up to how much may be advanced, and by which rate of each kind of work. */
function limitOf(scheme: Scheme, pack: Parameters<typeof advanceLimit>[1], today: string): object {
  const { limitDong, rates } = advanceLimit(scheme, pack, today);
  return {
    limitDong,
    askedDong: advancesDong(scheme),
    unclearedDong: unclearedDong(scheme),
    rates: rates.map(({ kind, sumDong, rate, basis, certainty }) => ({
      kind: pack.contents.kinds.find(({ id }) => id === kind)?.title ?? { vi: kind, en: kind },
      sumDong,
      rate: percent(rate),
      basis,
      certaintyKey: `certainty.${certainty}`,
    })),
  };
}

function settlementShown({ settlement, accounts }: Scheme, id: string): object {
  const { lines, confirmedOn } = settlement;
  return {
    ...settlement,
    href: `/schemes/${id}/settlement`,
    plannedDong: sumOfLines(lines.map((line) => line.plannedDong)),
    spentDong: sumOfLines(lines.map((line) => line.spentDong)),
    supportDong: sumOfLines(lines.map((line) => line.supportDong)),
    disallowed: lines.filter((line) => (line.disallowedDong ?? 0) > 0),
    settledDong: confirmedOn ? accounts.reduce((sum, one) => sum + one.settled, 0) : null,
  };
}

const sumOfLines = (sums: number[]): number => sums.reduce((sum, one) => sum + one, 0);
