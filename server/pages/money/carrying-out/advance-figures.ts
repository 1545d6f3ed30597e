import { advanceLimit } from '../../../../domain/scheme/advance.ts';
import { advancesDong, leftDong } from '../../../../domain/scheme/requests.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import { shownNumber } from '../../../../templates/shown-values.ts';
import type { Shown } from '../form-page.ts';
import { amountColumn, type ShownTable, sum, tableOf, words } from '../table.ts';

export type Line = { label: string; amountDong: number; strong?: boolean };
type Figures = { table: ShownTable; sums: Line[]; possibleDong: number };

/** What may be advanced: the rate of each kind of work with its article, and what is left of it. đồng */
export function advanceFigures({
  scheme,
  thing: { pack },
  today,
  language,
}: Pick<Shown, 'scheme' | 'thing' | 'today' | 'language'>): Figures {
  const { limitDong, rates } = advanceLimit(scheme, pack, today);
  const askedDong = advancesDong(scheme);
  const remainingDong = leftDong(scheme);
  const possibleDong = Math.max(0, Math.min(limitDong - askedDong, remainingDong));
  const kind = (id: string) => pack.contents.kinds.find((one) => one.id === id)?.title[language] ?? id;
  return {
    possibleDong,
    table: tableOf({
      id: 'advance-rates',
      caption: pageText('advance.rates', language),
      columns: [
        pageText('label.kind', language),
        amountColumn(pageText('advance.part', language)),
        amountColumn(pageText('advance.rate', language)),
        amountColumn(pageText('advance.up-to', language)),
        pageText('form.basis', language),
      ],
      rows: rates.map(({ kind: id, sumDong, rate, basis, certainty }) => [
        words(kind(id)),
        sum(sumDong),
        { text: `${shownNumber(rate * 100, language)} %`, value: rate, amount: true },
        sum(Math.floor(sumDong * rate)),
        words(`${basis} (${pageText(`certainty.${certainty}`, language)})`),
      ]),
    }),
    sums: [
      { label: pageText('advance.limit', language), amountDong: limitDong },
      { label: pageText('advance.asked', language), amountDong: askedDong },
      { label: pageText('money.left-of-contract', language), amountDong: remainingDong },
      { label: pageText('advance.possible', language), amountDong: possibleDong, strong: true },
    ],
  };
}
