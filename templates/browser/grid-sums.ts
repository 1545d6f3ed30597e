import { formatDong } from '../../domain/money/format.ts';
import { readNumber } from '../../domain/money/read-number.ts';
import { exceedsShare } from '../../domain/money/share.ts';
import { amountOf, isWhole } from '../../domain/scheme/line-amount.ts';

/** What the page tells the grid: the ceilings of the law by kind and year, the sources in the order of their columns, and its texts. */
export type GridData = {
  ceilings: Record<string, { share: number; text: string; basis: string; certainty: string }>;
  kinds: { id: string; title: { vi: string; en: string } }[];
  sources: string[];
  years: { from: number; to: number };
  targets: { year: number; amountDong: number }[];
  texts: Record<string, string>;
};
/** The cells of a row by their names, as they are typed. */
export type Cells = Record<string, string>;
/** What a row comes to. */
export type RowSums = {
  blank: boolean;
  year: string;
  amount: number;
  bySource: number[];
  share: string;
  ceiling: string;
  over: boolean;
  problems: string[];
};

const decimals = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
const percent = (share: number): string => `${decimals.format(share * 100)} %`;
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().replace(/\s+/g, ' ').trim();

/** Computes rows by the page's data. */
export function rowSummer(data: GridData): {
  sums(row: Cells): RowSums;
  fill(key: string, values?: Record<string, string>): string;
  kindTitle(text: string): string | undefined;
} {
  const ids = new Map(data.kinds.flatMap(({ id, title }) => [id, title.vi, title.en].map((text): [string, string] => [plain(text), id])));
  const language = document.documentElement.lang === 'en' ? 'en' : 'vi';
  const known = new Map<string, string | undefined>();
  const idOf = (text: string): string | undefined => {
    if (!known.has(text)) known.set(text, ids.get(plain(text)));
    return known.get(text);
  };
  const fill = (key: string, values: Record<string, string> = {}): string =>
    (data.texts[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
  const say = (key: string, values?: Record<string, string>): string => fill(`grid.problem.${key}`, values);
  const columnOf = (name: string): string => fill(data.sources.includes(name) ? `source.${name}` : `grid.column.${name}`);
  const typed = ['item', 'unit', 'quantity', 'unitPrice', 'from', ...data.sources];
  const numbers = ['quantity', 'unitPrice', ...data.sources];

  function sums(row: Cells): RowSums {
    const text = (name: string): string => (row[name] ?? '').trim();
    const read = (name: string): number => readNumber(text(name)) ?? 0;
    const priced = { quantity: read('quantity'), unitPriceDong: Math.round(read('unitPrice')) };
    const countable = Number.isSafeInteger(priced.unitPriceDong) && Math.abs(priced.quantity) < 1e9;
    const amount = countable ? amountOf(priced) : 0;
    const bySource = data.sources.map((source) => Math.round(read(source)));
    const support = bySource[0] ?? 0;
    const year = text('year');
    const id = idOf(row.kind ?? '');
    const ceiling = data.ceilings[`${id} ${year}`];
    const over = ceiling !== undefined && amount > 0 && Number.isSafeInteger(support) && exceedsShare(support, amount, ceiling.share);
    const blank = typed.every((name) => text(name) === '');
    const share = amount > 0 ? percent(support / amount) : '';
    const problems = (): string[] => {
      const unread = numbers.filter((name) => text(name) !== '' && readNumber(text(name)) === undefined);
      if (unread.length > 0) return unread.map((name) => say('unread', { column: columnOf(name), text: text(name) }));
      const missing = ['item', 'unit', 'quantity', 'unitPrice'].filter((name) => text(name) === '');
      const funded = bySource.reduce((sum, one) => sum + one, 0);
      const ofYear = Number(year);
      return [
        ...missing.map((name) => say('missing', { column: columnOf(name) })),
        ...(Number.isInteger(ofYear) && ofYear >= data.years.from && ofYear <= data.years.to
          ? []
          : [say('year', { from: String(data.years.from), to: String(data.years.to) })]),
        ...(id === undefined ? [say('kind')] : []),
        ...(countable && !isWhole(priced) ? [say('not-whole')] : []),
        ...(missing.length === 0 && funded !== amount
          ? [say(funded < amount ? 'less' : 'more', { amount: formatDong(Math.abs(amount - funded)) })]
          : []),
        ...(text('other') !== '' && text('from') === '' ? [say('unnamed')] : []),
        ...(over ? [say('ceiling', { share, ceiling: ceiling.text, basis: ceiling.basis, certainty: ceiling.certainty })] : []),
      ];
    };
    return { blank, year, amount, bySource, share, ceiling: ceiling?.text ?? '', over, problems: blank ? [] : problems() };
  }

  return { sums, fill, kindTitle: (text) => data.kinds.find(({ id }) => id === idOf(text))?.title[language] };
}

/** A sum as it is shown. */
export const shown = (amount: number): string => (Number.isSafeInteger(amount) ? formatDong(amount) : '–');
