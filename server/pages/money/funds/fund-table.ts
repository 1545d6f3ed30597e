import { fundColumns } from '../../../../commit/funds.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import type { Language } from '../../../http/language.ts';
import { availableIn, type FundRow, type FundSums } from '../../../money/read-funds.ts';
import { amountColumn, type ShownTable, sum, type TableCell, tableOf, words } from '../table.ts';

/** Where a fund is shown; below it the things that moved it. */
export const fundHref = ({ programme, year, source, ownerId }: Pick<FundRow, 'programme' | 'year' | 'source' | 'ownerId'>): string =>
  `/money/${programme}/${year}/${source}/${encodeURIComponent(ownerId)}`;

export const fundName = ({ source, ownerName }: Pick<FundRow, 'source' | 'ownerName'>, language: Language): string =>
  `${pageText(`choice.source.${source}`, language)} – ${ownerName}`;

const columns = (language: Language) => [
  ...fundColumns.map((name) => amountColumn(pageText(`fund.${name}`, language))),
  amountColumn(pageText('fund.available', language)),
];
/** The eight sums of a fund and what is left of it, as cells. */
export const sumCells = (sums: FundSums): TableCell[] => [...fundColumns.map((name) => sum(sums[name])), sum(availableIn(sums))];

export const addUp = (all: readonly FundSums[]): FundSums =>
  Object.fromEntries(fundColumns.map((name) => [name, all.reduce((total, one) => total + one[name], 0)])) as FundSums;

type Given = {
  id: string;
  caption: string;
  first: string;
  rows: { name: TableCell; sums: FundSums }[];
  total: FundSums;
  language: Language;
};

/** A table of sums of money: what each row is, and the columns that every level has, so that one level adds up to the next. */
export const sumsTable = ({ id, caption, first, rows, total, language }: Given): ShownTable => ({
  ...tableOf({
    id,
    caption,
    columns: [first, ...columns(language)],
    rows: rows.map(({ name, sums }) => [name, ...sumCells(sums)]),
    foot: [words(pageText('money.total', language)), ...sumCells(total)],
  }),
  close: true,
});
