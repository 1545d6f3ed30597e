import type { Response } from 'express';
import writeXlsxFile from 'write-excel-file/node';
import { dateOf } from '../../../domain/time/programme-day.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { shownInstant } from '../../../templates/shown-values.ts';
import type { PageAnswer } from '../page.ts';
import type { Asked } from './asked.ts';
import type { Column, ListRoom, Looking } from './room.ts';

type Row = Record<string, unknown>;

/** What does not fit into a sheet that a person still reads is narrowed first. */
export const longestExport = 20_000;
const rowsAtOnce = 1_000;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The rows of all pages, as many as an export holds. */
async function* pagesOf(room: ListRoom, { query }: Asked, looking: Looking): AsyncGenerator<Row[]> {
  let cursor: string | undefined;
  for (let count = 0; count < longestExport; ) {
    const { rows, next } = await room.find({ ...query, cursor, limit: Math.min(rowsAtOnce, longestExport - count) }, looking);
    count += rows.length;
    yield rows;
    if (next === null) return;
    cursor = next;
  }
}

const nameOf = (room: ListRoom, { language }: Looking, today: string): string =>
  `${pageText(`lists.file.${room.room}`, language)} ${today.replaceAll('-', '')}`;

/** What the list was narrowed by, in words. */
async function narrowedBy(room: ListRoom, asked: Asked, looking: Looking): Promise<string> {
  const { language } = looking;
  const filters = await room.filters(looking);
  const said = filters.flatMap(({ name, choices }) => {
    const value = asked.given[name];
    if (!value) return [];
    const text = choices?.find((choice) => choice.value === value)?.text ?? value;
    return [`${pageText(`lists.filter.${name}`, language)}: ${text}`];
  });
  return said.length === 0 ? pageText('lists.unnarrowed', language) : said.join('; ');
}

/** What a cell holds: texts never begin a formula, whatever somebody has put into them. */
function cellOf(column: Column<Row>, row: Row) {
  const value = column.value(row);
  if (value === null || value === '') return null;
  if (column.as === 'money' || column.as === 'number') return { value: Number(value), type: Number, format: '#,##0' };
  if (column.as === 'day') return { value: new Date(`${String(value).slice(0, 10)}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
  if (column.as === 'instant') return { value: new Date(`${dateOf(String(value))}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
  return { value: String(value), type: String };
}

/** All that fits, as a sheet: what it was narrowed by over it, its sums beneath. */
export async function asXlsx(room: ListRoom, asked: Asked, looking: Looking): Promise<PageAnswer> {
  const { language, caller, parts } = looking;
  const rows: Row[] = [];
  for await (const some of pagesOf(room, asked, looking)) rows.push(...some);
  const columns = await room.columns(looking, rows);
  const now = await parts.time.now();
  const bold = { type: String, fontWeight: 'bold' as const };
  const values = { at: shownInstant(now, language), by: caller.name, count: rows.length };
  const head = [
    [{ value: pageText(`shell.nav.${room.room}`, language), ...bold }],
    [{ value: await narrowedBy(room, asked, looking), type: String }],
    [{ value: pageText('lists.exported', language, values), type: String }],
    columns.map(({ key }) => ({ value: pageText(`lists.column.${key}`, language), wrap: true, ...bold })),
  ];
  const sums = columns.some(({ sum }) => sum)
    ? [
        columns.map((column, at) => {
          if (at === 0) return { value: pageText('lists.sum', language), ...bold };
          if (!column.sum) return null;
          const value = rows.reduce((total, row) => total + Number(column.value(row) ?? 0), 0);
          return { value, type: Number, format: '#,##0', fontWeight: 'bold' as const };
        }),
      ]
    : [];
  const left =
    rows.length >= longestExport ? [[{ value: pageText('lists.cut-off', language, { count: longestExport }), type: String }]] : [];
  const body = rows.map((row) => columns.map((column) => cellOf(column, row)));
  const file = await writeXlsxFile([...head, ...body, ...sums, ...left], {
    columns: columns.map(({ as, key }) => ({ width: key === 'title' ? 50 : as === 'text' ? 24 : 16 })),
    sheet: pageText(`shell.nav.${room.room}`, language),
    stickyRowsCount: head.length,
  }).toBuffer();
  return { file, type: xlsx, name: `${nameOf(room, looking, dateOf(now))}.xlsx` };
}

/** One value of a line: quoted where it must be; a text that a spreadsheet would take for a formula begins with an apostrophe. */
function written(column: Column<Row>, row: Row): string {
  const value = column.value(row);
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const plain = column.as === 'instant' ? dateOf(value) : value;
  return quoted(/^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain);
}
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** All that fits, as lines of values for programs (RFC 4180, UTF-8 with its mark): numbers plain, days ISO. Sent page by page as it is read. */
export async function asCsv(room: ListRoom, asked: Asked, looking: Looking, response: Response): Promise<PageAnswer> {
  const { language, parts } = looking;
  const name = nameOf(room, looking, await parts.time.today());
  let begun = false;
  for await (const rows of pagesOf(room, asked, looking)) {
    const columns = await room.columns(looking, rows);
    if (!begun) {
      begun = true;
      response.attachment(`${name}.csv`).type('text/csv; charset=utf-8').set('Cache-Control', 'private, no-store');
      response.write(`\uFEFF${columns.map(({ key }) => quoted(pageText(`lists.column.${key}`, language))).join(',')}\r\n`);
    }
    const lines = rows.map((row) => `${columns.map((column) => written(column, row)).join(',')}\r\n`);
    if (!response.write(lines.join(''))) await new Promise((resolve) => response.once('drain', resolve).once('close', resolve));
    if (response.destroyed) break;
  }
  response.end();
  return null;
}
