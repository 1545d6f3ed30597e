import { sumDong } from '../../../../domain/money/dong.ts';
import { contractDong, receivedDong } from '../../../../domain/scheme/requests.ts';
import type { Scheme } from '../../../../domain/scheme/state.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import type { Language } from '../../../http/language.ts';
import type { Shown } from '../form-page.ts';
import { slipHref } from '../slip-href.ts';
import { amountColumn, day, type ShownTable, sum, tableOf, words } from '../table.ts';
import { plannedLines } from './lines.ts';

type Seen = Pick<Shown, 'thing' | 'scheme' | 'language'>;
type Line = { label: string; amountDong: number; strong?: boolean };

/** What stands over every page of the bench: where the scheme is, and the way to it. */
export const settlementHead = ({ thing, scheme }: Seen): object => ({
  stateTitle: thing.chart.states[thing.state]?.title ?? { vi: thing.state, en: thing.state },
  links: {
    scheme: `/schemes/${thing.id}`,
    carryingOut: `/schemes/${thing.id}/carrying-out`,
    settlement: `/schemes/${thing.id}/settlement`,
  },
  host: scheme.host.name,
});

/** Planned, accepted, spent, vouched and allowed, line by line. */
export function benchTable(scheme: Scheme, language: Language): ShownTable {
  const t = (key: string) => pageText(key, language);
  const { lines, reviewedBy } = scheme.settlement;
  const reviewed = reviewedBy !== null;
  const planned = plannedLines(scheme);
  const total = (of: (line: (typeof lines)[number]) => number) => sum(sumDong(lines.map(of)));
  const vouched = (line: (typeof lines)[number]) => sumDong(line.vouchers.map(({ amountDong }) => amountDong));
  return tableOf({
    id: 'bench',
    caption: t('settlement.bench'),
    columns: [
      t('settlement.line'),
      t('label.item'),
      amountColumn(t('settlement.planned')),
      amountColumn(t('settlement.planned-support')),
      amountColumn(t('settlement.accepted')),
      amountColumn(t('settlement.spent')),
      amountColumn(t('settlement.spent-support')),
      amountColumn(t('settlement.vouched')),
      ...(reviewed ? [amountColumn(t('settlement.allowed')), amountColumn(t('settlement.disallowed')), t('label.reason')] : []),
    ],
    rows: lines.map((line) => {
      const plan = planned.find(({ lineNo }) => lineNo === line.lineNo);
      return [
        { text: String(line.lineNo), value: line.lineNo },
        words(line.item),
        sum(line.plannedDong),
        sum(plan?.supportDong ?? 0),
        sum(plan?.acceptedDong ?? 0),
        sum(line.spentDong),
        sum(line.supportDong),
        sum(vouched(line)),
        ...(reviewed ? [sum(line.allowedDong ?? 0), sum(line.disallowedDong ?? 0), words(line.reason ?? '–')] : []),
      ];
    }),
    foot: [
      words(t('money.total')),
      words(''),
      total(({ plannedDong }) => plannedDong),
      sum(sumDong(planned.map(({ supportDong }) => supportDong))),
      sum(sumDong(planned.map(({ acceptedDong }) => acceptedDong))),
      total(({ spentDong }) => spentDong),
      total(({ supportDong }) => supportDong),
      total(vouched),
      ...(reviewed ? [total(({ allowedDong = 0 }) => allowedDong), total(({ disallowedDong = 0 }) => disallowedDong), words('')] : []),
    ],
  });
}

/** All vouchers of the file, by line. */
export function vouchersTable(scheme: Scheme, language: Language): ShownTable | null {
  const vouchers = scheme.settlement.lines.flatMap(({ lineNo, vouchers: of }) => of.map((voucher) => ({ lineNo, ...voucher })));
  if (vouchers.length === 0) return null;
  const t = (key: string) => pageText(key, language);
  return tableOf({
    id: 'vouchers',
    caption: t('settlement.vouchers-list'),
    columns: [t('settlement.voucher-number'), t('settlement.line'), t('label.date'), t('label.payee'), amountColumn(t('label.amountDong'))],
    rows: vouchers.map(({ number, lineNo, date, payee, amountDong }) => [
      words(number),
      { text: String(lineNo), value: lineNo },
      day(date),
      words(payee),
      sum(amountDong),
    ]),
    foot: [words(t('money.total')), words(''), words(''), words(''), sum(sumDong(vouchers.map(({ amountDong }) => amountDong)))],
  });
}

export type PaidSlip = { number: string; date: string; amountDong: number; kind: 'advance' | 'payment' | 'repayment' };

/** The treasury's slips of a scheme as they were taken down here, in the order of their days. */
export const slipsOf = ({ requests, settlement }: Scheme): PaidSlip[] =>
  [
    ...requests.flatMap(({ kind, slip }) => (slip ? [{ number: slip.number, date: slip.date, amountDong: slip.amountDong, kind }] : [])),
    ...settlement.repayments.map((slip) => ({ ...slip, kind: 'repayment' as const })),
  ].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

export function slipsTable(scheme: Scheme, language: Language): ShownTable | null {
  const slips = slipsOf(scheme);
  if (slips.length === 0) return null;
  const t = (key: string) => pageText(key, language);
  return tableOf({
    id: 'slips',
    caption: t('settlement.slips-list'),
    columns: [t('request.slip'), t('label.date'), t('request.kind'), amountColumn(t('money.dong'))],
    rows: slips.map((slip) => [
      words(slip.number, slipHref(slip)),
      day(slip.date),
      words(t(`slip.kind.${slip.kind}`)),
      sum(slip.amountDong),
    ]),
  });
}

/** What came of it so far: received, allowed, and which way the difference goes. */
export function resultLines(scheme: Scheme, language: Language): Line[] {
  const t = (key: string) => pageText(key, language);
  const { settlement } = scheme;
  const kept = receivedDong(scheme) - settlement.repaidDong;
  const base: Line[] = [
    { label: t('money.contract'), amountDong: contractDong(scheme) },
    { label: t('settlement.received'), amountDong: receivedDong(scheme) },
    { label: t('settlement.repaid'), amountDong: settlement.repaidDong },
  ];
  if (settlement.reviewedBy === null) return base;
  const confirmed = settlement.confirmedOn !== null;
  return [
    ...base,
    { label: t('settlement.allowed'), amountDong: settlement.allowedDong },
    { label: t('settlement.disallowed'), amountDong: settlement.disallowedDong },
    {
      label: t('settlement.to-recover'),
      amountDong: confirmed ? settlement.owesBackDong : Math.max(0, kept - settlement.allowedDong),
      strong: true,
    },
    {
      label: t('settlement.to-host'),
      amountDong: confirmed ? settlement.owedToHostDong : Math.max(0, settlement.allowedDong - kept),
      strong: true,
    },
  ];
}
