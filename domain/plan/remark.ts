import { onOneLine } from './cell.ts';
import type { BothLanguages, Remark } from './plan.ts';

const texts = {
  'no-table': {
    vi: 'Không tìm thấy bảng kinh phí: cần một dòng tiêu đề có cột nội dung và ít nhất một cột số tiền',
    en: 'No budget table was found: it needs a heading row with a column of contents and at least one column of amounts',
  },
  'unit-not-stated': { vi: 'Bảng không ghi đơn vị tính; đã hiểu là đồng', en: 'The table states no unit; đồng was taken' },
  'units-differ': {
    vi: 'Có nhiều đơn vị tính khác nhau; đã dùng đơn vị ghi ở cột, rồi đến đơn vị ghi sau cùng trước bảng',
    en: 'Several units are stated; a column’s own was used, else the last one before the table',
  },
  'numerals-unclear': {
    vi: 'Dấu chấm, dấu phẩy trong số có thể hiểu hai cách; đã chọn cách cho ít sai lệch hơn',
    en: 'Points and commas in the numbers can be read in two ways; the way with fewer differences was taken',
  },
  'numerals-mixed': {
    vi: 'Số được viết lẫn cả kiểu Việt Nam (1.234,5) và kiểu Anh (1,234.5)',
    en: 'Numbers are written both in the Vietnamese (1.234,5) and in the English way (1,234.5)',
  },
  'year-from-title': {
    vi: 'Bảng không có cột năm; năm lấy từ tên bảng',
    en: 'The table has no column of a year; the year was taken from its title',
  },
  'column-not-read': {
    vi: 'Cột trùng nghĩa với một cột đứng trước, không đọc',
    en: 'This column means the same as one before it and was not read',
  },
  'amount-not-understood': { vi: 'Ô số tiền không đọc được, để trống', en: 'This amount could not be read and is left empty' },
  'amount-too-large': { vi: 'Số tiền vượt quá giới hạn, để trống', en: 'This amount is too large and is left empty' },
  'amount-rounded': {
    vi: 'Số tiền lẻ dưới một đồng, đã làm tròn đến đồng',
    en: 'This amount has a fraction of a đồng and was rounded to whole đồng',
  },
  'amount-negative': { vi: 'Số tiền âm', en: 'This amount is negative' },
  'row-not-understood': { vi: 'Dòng không đọc được', en: 'This row was not understood' },
  'row-after-total': {
    vi: 'Dòng có số tiền đứng sau dòng tổng cộng, không tính vào mục nào',
    en: 'A row with amounts after the total; it belongs to no item',
  },
  'row-of-other-table': {
    vi: 'Dòng thuộc một bảng khác trong cùng tệp, không đọc',
    en: 'This row belongs to another table of the file and was not read',
  },
  'label-continued': {
    vi: 'Dòng này được hiểu là phần tiếp theo của nội dung dòng trên',
    en: 'This row was taken as the rest of the label above',
  },
  'line-without-item': { vi: 'Dòng nguồn kinh phí không thuộc mục nào', en: 'This funding line belongs to no item' },
  'line-detail': { vi: 'Dòng chi tiết của một nguồn, không cộng thêm', en: 'This row details a source and is not added again' },
  'line-without-amount': { vi: 'Dòng nguồn kinh phí không ghi số tiền', en: 'This funding line shows no amount' },
  'several-shares': { vi: 'Dòng ghi nhiều tỷ lệ, không kiểm tra được', en: 'This line shows several percentages and cannot be checked' },
  'item-without-amount': { vi: 'Mục không ghi số tiền', en: 'This item shows no amount' },
  'number-not-understood': {
    vi: 'Số thứ tự không rõ cấp, giữ nguyên như đã in',
    en: 'This number does not tell its level and was kept as printed',
  },
  'number-repeated': { vi: 'Số thứ tự bị lặp lại', en: 'This number is used twice' },
  'number-restored': { vi: 'Số thứ tự mất số 0 ở cuối, đã đọc lại', en: 'The number had lost its final zero, which was read back' },
  'number-not-under-section': { vi: 'Số thứ tự không khớp với mục chứa nó', en: 'This number does not fit the section it stands in' },
  'no-section-for-subtotal': { vi: 'Dòng cộng không thuộc mục nào', en: 'This subtotal belongs to no section' },
  'words-not-understood': { vi: 'Số tiền bằng chữ không đọc được', en: 'The amount in words could not be read' },
  'sheet-not-read': { vi: 'Trang tính khác trong tệp, không đọc', en: 'Another sheet of the file, not read' },
} satisfies Record<string, BothLanguages>;
export type RemarkCode = keyof typeof texts;

/** What was not understood, or only by an assumption; the code is stable, the texts say it to people. */
export function remark(code: RemarkCode, row: number | null, printed: string, cell?: string): Remark {
  const shown = onOneLine(printed).slice(0, 200);
  const where = { vi: cell ? `Ô ${cell}: ` : row ? `Dòng ${row}: ` : '', en: cell ? `Cell ${cell}: ` : row ? `Row ${row}: ` : '' };
  const quoted = { vi: shown && ` (“${shown}”)`, en: shown && ` (“${shown}”)` };
  const text = { vi: `${where.vi}${texts[code].vi}${quoted.vi}.`, en: `${where.en}${texts[code].en}${quoted.en}.` };
  return { row, ...(cell !== undefined && { cell }), code, printed: shown, text };
}
