import { isUnitRow, readAbove, repeatedColumns } from './above-table.ts';
import type { Reading } from './amounts.ts';
import { numeralsSeen } from './amounts.ts';
import type { Cell } from './cell.ts';
import { textOf } from './cell.ts';
import { checkRows } from './check-rows.ts';
import { checkShares } from './check-shares.ts';
import { checkSums } from './check-sums.ts';
import { checkWords } from './check-words.ts';
import { difference } from './difference.ts';
import { openLedger } from './ledger.ts';
import type { Numerals } from './numerals.ts';
import type { Plan, PlanReading, Remark } from './plan.ts';
import { readOutline } from './read-outline.ts';
import type { RemarkCode } from './remark.ts';
import { remark } from './remark.ts';
import type { Table } from './table.ts';
import { findTables } from './table.ts';
import { readRow } from './table-row.ts';
import { toPlan } from './to-plan.ts';

/**
 * Takes in the annex of a provincial plan as people lay it out: title and unit above, headings in one to four rows, sections and items
 * by number, funding by rows ("Nguồn kinh phí: - … (70%)") or by columns, totals with "Trong đó". `rows` is the sheet, its first row
 * being row 1. Amounts become whole đồng. Every sum and share is computed again; each that does not agree is a difference, what is not
 * understood a remark with its row. Nothing is corrected, nothing refused; no table at all is the remark `no-table`.
 */
export function readAnnex(rows: Cell[][]): PlanReading {
  const tables = findTables(rows);
  const table = tables.toSorted((a, b) => amountRows(rows, b) - amountRows(rows, a))[0];
  if (table === undefined) return withoutTable(rows);
  const seen = numeralsSeen(
    table.data.map((at) => rows[at]!),
    table.columns,
  );
  const unclear = (seen.points || seen.commas) && seen.vi === seen.en;
  if (!unclear) return readTable(rows, tables, table, seen.en && !seen.vi ? 'en' : 'vi', seen.vi && seen.en);
  const vi = readTable(rows, tables, table, 'vi', seen.vi);
  const en = readTable(rows, tables, table, 'en', seen.vi);
  const thousandsAreCommas = seen.commas && !seen.points;
  const better =
    en.differences.length < vi.differences.length || (thousandsAreCommas && en.differences.length === vi.differences.length) ? en : vi;
  if (!seen.vi && !thousandsAreCommas && better === vi) return vi;
  return { ...better, remarks: [remark('numerals-unclear', null, ''), ...better.remarks] };
}

function readTable(rows: Cell[][], tables: Table[], table: Table, numerals: Numerals, mixed: boolean): PlanReading {
  const remarks: Remark[] = [...(mixed ? [remark('numerals-mixed', null, '')] : []), ...repeatedColumns(table)];
  const { title, unit, year } = readAbove(rows, tables, table, remarks);
  const reading: Reading = { columns: table.columns, unit: unit ?? { factorDong: 1n, printed: '' }, numerals };
  const tableRows = table.data.filter((at) => !isUnitRow(rows[at]!)).flatMap((at) => readRow(rows[at]!, at + 1, reading, remarks));
  const outline = readOutline(tableRows, table.columns, remarks);
  const ledger = openLedger(table.columns, outline);
  const findings = [
    ...checkRows(ledger, outline),
    ...checkSums(ledger, outline),
    ...checkShares(ledger, outline),
    ...checkWords(ledger, outline),
  ];
  for (const other of tables) if (other !== table) remarks.push(...rowsAsRemarks(rows, other.top, other.end, 'row-of-other-table'));
  return {
    plan: toPlan({ title, year, unit, reading, outline, ledger }),
    differences: findings.toSorted((a, b) => a.row - b.row || a.column.index - b.column.index).map(difference),
    remarks: remarks.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
  };
}

/** A file in which no table was found is told in full: each of its rows is a remark. */
function withoutTable(rows: Cell[][]): PlanReading {
  const plan: Plan = {
    title: '',
    unit: { factorDong: 1, printed: null, assumed: true },
    years: [],
    sources: [],
    sections: [],
    items: [],
    total: null,
  };
  return { plan, differences: [], remarks: [remark('no-table', null, ''), ...rowsAsRemarks(rows, 0, rows.length, 'row-not-understood')] };
}

function rowsAsRemarks(rows: Cell[][], from: number, to: number, code: RemarkCode): Remark[] {
  return rows.slice(from, to).flatMap((row, at) => {
    const text = row
      .map(textOf)
      .filter((cell) => cell !== '')
      .join(' | ');
    return text === '' ? [] : [remark(code, from + at + 1, text)];
  });
}

function amountRows(rows: Cell[][], { data, columns }: Table): number {
  return data.filter((at) => columns.amounts.some(({ index }) => textOf(rows[at]![index]) !== '')).length;
}
