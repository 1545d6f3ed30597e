import writeXlsxFile from 'write-excel-file/node';
import { shortDate } from '../../domain/document/dates.ts';
import type { IncomingEntry } from './incoming.ts';
import type { OutgoingEntry } from './outgoing.ts';

type Column<Entry> = { title: string; width: number; value(entry: Entry): string | number };
const shown = (date: string | null): string => (date === null ? '' : shortDate(date));

const states: Record<string, string> = { corrected: 'Đã đính chính', replaced: 'Đã được thay thế', recalled: 'Đã thu hồi' };
function remark({ unusedWhy, state }: OutgoingEntry): string {
  return unusedWhy === null ? (states[state ?? ''] ?? '') : `Số không sử dụng: ${unusedWhy}`;
}

/** The ten columns of the book of outgoing documents (Decree 30/2020/NĐ-CP, Annex IV). */
const outgoingColumns: Column<OutgoingEntry>[] = [
  { title: 'Số, ký hiệu văn bản', width: 20, value: ({ symbol }) => symbol },
  { title: 'Ngày tháng văn bản', width: 14, value: ({ date }) => shown(date) },
  { title: 'Tên loại và trích yếu nội dung văn bản', width: 60, value: ({ typeName, abstract }) => `${typeName}: ${abstract}` },
  { title: 'Người ký', width: 24, value: ({ signer }) => signer },
  { title: 'Nơi nhận văn bản', width: 40, value: ({ receivers }) => receivers.join('; ') },
  { title: 'Đơn vị, người nhận bản lưu', width: 20, value: ({ keeper }) => keeper },
  { title: 'Số lượng bản', width: 10, value: ({ copies }) => copies ?? '' },
  { title: 'Ngày chuyển', width: 14, value: ({ sentOn }) => shown(sentOn) },
  { title: 'Ký nhận', width: 14, value: ({ received }) => (received.of === 0 ? '' : `${received.answered}/${received.of}`) },
  { title: 'Ghi chú', width: 40, value: remark },
];

/** The ten columns of the book of incoming documents. */
const incomingColumns: Column<IncomingEntry>[] = [
  { title: 'Ngày đến', width: 12, value: ({ arrivedOn }) => shown(arrivedOn) },
  { title: 'Số đến', width: 8, value: ({ number }) => number },
  { title: 'Tác giả', width: 34, value: ({ author }) => author },
  { title: 'Số, ký hiệu văn bản', width: 20, value: ({ symbol }) => symbol ?? '' },
  { title: 'Ngày tháng văn bản', width: 14, value: ({ date }) => shown(date) },
  { title: 'Tên loại và trích yếu nội dung văn bản', width: 60, value: ({ typeName, subject }) => `${typeName}: ${subject}` },
  { title: 'Đơn vị hoặc người nhận', width: 30, value: ({ handler }) => handler ?? '' },
  { title: 'Ngày chuyển', width: 14, value: ({ assignedOn }) => shown(assignedOn) },
  { title: 'Ký nhận', width: 14, value: ({ state }) => (state === 'done' ? 'Đã xử lý' : '') },
  {
    title: 'Ghi chú',
    width: 40,
    value: ({ duplicateOf, throughExchange, state }) =>
      [
        state === 'taken-back' ? 'Bên gửi thu hồi' : '',
        duplicateOf === null ? '' : 'Đăng ký lại',
        throughExchange ? 'Qua trục liên thông' : '',
      ]
        .filter((text) => text !== '')
        .join('; '),
  },
];

/** What a cell of a sheet holds: texts never begin a formula, whatever a sender has put into them. */
const cell = (value: string | number) => (typeof value === 'number' ? { value, type: Number } : { value, type: String, wrap: true });

async function sheet<Entry>(title: string, subtitle: string, columns: Column<Entry>[], entries: Entry[]): Promise<Buffer> {
  const head = [
    [{ value: title, type: String, fontWeight: 'bold' as const }],
    [{ value: subtitle, type: String }],
    columns.map((column) => ({ value: column.title, type: String, fontWeight: 'bold' as const, wrap: true })),
    columns.map((_, at) => ({ value: `(${at + 1})`, type: String })),
  ];
  const rows = entries.map((entry) => columns.map((column) => cell(column.value(entry))));
  return writeXlsxFile([...head, ...rows], { columns: columns.map(({ width }) => ({ width })), sheet: 'Sổ đăng ký' }).toBuffer();
}

/** The book of outgoing documents of a year as XLSX. */
export const outgoingSheet = (house: string, year: number, entries: OutgoingEntry[]): Promise<Buffer> =>
  sheet('SỔ ĐĂNG KÝ VĂN BẢN ĐI', `${house}, năm ${year}`, outgoingColumns, entries);

/** The book of incoming documents of a year as XLSX. */
export const incomingSheet = (house: string, year: number, entries: IncomingEntry[]): Promise<Buffer> =>
  sheet('SỔ ĐĂNG KÝ VĂN BẢN ĐẾN', `${house}, năm ${year}`, incomingColumns, entries);
