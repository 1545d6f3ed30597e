import { acceptedValueDong } from '../../../../domain/scheme/accepted-value.ts';
import { acceptedOf } from '../../../../domain/scheme/outputs.ts';
import { cashOf, contractDong, leftDong, unclearedDong, unfinished, workAskedDong } from '../../../../domain/scheme/requests.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import type { Shown } from '../form-page.ts';
import { amountColumn, count, type ShownTable, tableOf, words } from '../table.ts';
import type { Line } from './advance-figures.ts';

type Figures = { tables: ShownTable[]; sums: Line[]; possibleDong: number; clearsDong: number };

/** What may be paid: for accepted work, advances cleared first; once the settlement is confirmed, what finance still owes. đồng */
export function paymentFigures({ scheme, language }: Pick<Shown, 'scheme' | 'language'>): Figures {
  const line = (key: string, amountDong: number, strong = false): Line => ({ label: pageText(key, language), amountDong, strong });
  if (scheme.settlement.confirmedOn !== null) {
    const pendingDong = unfinished(scheme).reduce((all, request) => all + cashOf(request), 0);
    const possibleDong = Math.max(0, scheme.settlement.owedToHostDong - pendingDong);
    return {
      tables: [],
      sums: [line('payment.owed', scheme.settlement.owedToHostDong), line('payment.possible', possibleDong, true)],
      possibleDong,
      clearsDong: 0,
    };
  }
  const acceptedDong = acceptedValueDong(scheme);
  const askedDong = workAskedDong(scheme);
  const clearsDong = unclearedDong(scheme);
  const possibleDong = Math.max(0, Math.min(acceptedDong - askedDong, leftDong(scheme) + clearsDong));
  return {
    tables: [
      tableOf({
        id: 'accepted-outputs',
        caption: pageText('payment.accepted-outputs', language),
        columns: [
          pageText('label.outputs.name', language),
          pageText('label.unit', language),
          amountColumn(pageText('output.planned', language)),
          amountColumn(pageText('output.accepted', language)),
        ],
        rows: scheme.proposal.outputs.map(({ name, unit, volume }, at) => [
          words(name),
          words(unit),
          count(volume, language),
          count(acceptedOf(scheme, at + 1), language),
        ]),
      }),
    ],
    sums: [
      line('money.contract', contractDong(scheme)),
      line('payment.accepted-value', acceptedDong),
      line('payment.asked', askedDong),
      line('payment.clears', clearsDong),
      line('payment.possible', possibleDong, true),
      line('payment.cash', Math.max(0, possibleDong - clearsDong)),
    ],
    possibleDong,
    clearsDong,
  };
}
