import { pageText } from '../../../../templates/page-texts.ts';
import type { Language } from '../../../http/language.ts';
import type { Parts } from '../../../parts.ts';
import { amountColumn, type ShownTable, sum, tableOf, words } from '../table.ts';
import type { TypedLine } from './file-read.ts';
import type { PlannedLine } from './lines.ts';
import { amountOf, dayOf, readTable } from './read-table.ts';

const columns = {
  lineNo: ['dong du toan', 'dong', 'line', 'muc'],
  number: ['so chung tu', 'so hoa don', 'so hieu', 'voucher', 'number'],
  date: ['ngay', 'date'],
  payee: ['nguoi nhan', 'don vi nhan', 'payee', 'nha cung cap'],
  amountDong: ['so tien', 'amount', 'gia tri'],
};

type Imported = { lines: TypedLine[]; said: { kind: 'success' | 'warning'; text: string } };

/** Puts the vouchers of a table in place of those that were typed. What cannot be read stands as it is in its row, to be mended there. */
export async function importVouchers(sha256: string, lines: TypedLine[], language: Language, parts: Parts): Promise<Imported> {
  const read = await readTable(sha256, columns, parts);
  if (!read.ok) return { lines, said: { kind: 'warning', text: read.text[language] } };
  const rows = read.rows.filter(({ number, payee }) => number !== '' || payee !== '');
  if (rows.length === 0) return { lines, said: { kind: 'warning', text: pageText('settlement.import-nothing', language) } };
  const known = rows.filter(({ lineNo }) => lines.some((line) => line.lineNo === (Number(lineNo) || (lines.length === 1 ? 1 : 0))));
  const unknown = rows.filter((row) => !known.includes(row)).map(({ row }) => row);
  const after = lines.map((line) => ({
    ...line,
    vouchers: known
      .filter(({ lineNo }) => (Number(lineNo) || 1) === line.lineNo)
      .map(({ number, date, payee, amountDong }) => ({ number, date: dayOf(date), payee, amountDong: amountOf(amountDong) })),
  }));
  const text = pageText(unknown.length === 0 ? 'settlement.imported' : 'settlement.imported-without', language, {
    count: known.length,
    rows: unknown.join(', '),
  });
  return { lines: after, said: { kind: unknown.length === 0 ? 'success' : 'warning', text } };
}

/** The vouchers as a table to be filled in or filed, and the budget lines that they belong to. */
export function vouchersTables(planned: PlannedLine[], lines: TypedLine[], language: Language): { name: string; table: ShownTable }[] {
  const t = (key: string) => pageText(key, language);
  const vouchers = tableOf({
    id: 'vouchers',
    caption: t('settlement.vouchers-list'),
    columns: [t('settlement.line'), t('settlement.voucher-number'), t('label.date'), t('label.payee'), amountColumn(t('label.amountDong'))],
    rows: lines.flatMap(({ lineNo, vouchers: of }) =>
      of.map(({ number, date, payee, amountDong }) => [
        { text: String(lineNo), value: lineNo },
        words(number),
        words(date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1')),
        words(payee),
        typeof amountDong === 'number' ? sum(amountDong) : words(amountDong),
      ]),
    ),
  });
  const budget = tableOf({
    id: 'lines',
    caption: t('label.lines'),
    columns: [t('settlement.line'), t('label.item'), amountColumn(t('settlement.planned')), amountColumn(t('settlement.planned-support'))],
    rows: planned.map(({ lineNo, item, plannedDong, supportDong }) => [
      { text: String(lineNo), value: lineNo },
      words(item),
      sum(plannedDong),
      sum(supportDong),
    ]),
  });
  return [
    { name: t('label.vouchers'), table: vouchers },
    { name: t('label.lines'), table: budget },
  ];
}
