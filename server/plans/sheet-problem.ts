import type { BothLanguages } from '../../domain/plan/plan.ts';

/** Why a file cannot be taken in at all. `status` is the HTTP answer. */
export type SheetProblem = { ok: false; status: 400 | 413 | 415; code: SheetProblemCode; text: BothLanguages };

/**
 * What an annex may be at most: bytes of the file, of its contents unpacked, rows and columns with anything in them, sheets. `findings`:
 * differences and remarks together; a table that yields more is not an annex read rightly, and nobody could work through the list.
 */
export const sheetLimits = { bytes: 5_000_000, unpackedBytes: 80_000_000, rows: 20_000, columns: 256, sheets: 30, findings: 20_000 };

const problems = {
  empty: [400, 'Tệp không có nội dung.', 'The file is empty.'],
  broken: [
    400,
    'Tệp bị hỏng, không mở được. Hãy mở bằng phần mềm bảng tính, lưu lại rồi gửi lại.',
    'The file is damaged. Open it in a spreadsheet program, save it again and send that.',
  ],
  encrypted: [
    400,
    'Tệp được đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.',
    'The file is protected by a password. Remove it and send the file again.',
  ],
  'not-utf8': [
    400,
    'Tệp CSV không dùng bảng mã Unicode. Hãy lưu lại dạng “CSV UTF-8”.',
    'The CSV file is not in Unicode. Save it as “CSV UTF-8”.',
  ],
  'not-a-table': [
    400,
    'Không tìm thấy bảng kinh phí trong tệp: cần một dòng tiêu đề có cột nội dung và ít nhất một cột số tiền.',
    'The file holds no budget table: it needs a heading row with a column of contents and at least one column of amounts.',
  ],
  'too-big': [
    413,
    'Tệp quá lớn: tối đa 5 MB, 20.000 dòng, 256 cột, 30 trang tính.',
    'The file is too big: at most 5 MB, 20,000 rows, 256 columns, 30 sheets.',
  ],
  'too-many-findings': [
    413,
    'Bảng có hơn 20.000 chỗ không khớp hoặc không đọc được. Hãy kiểm tra lại các cột của bảng rồi gửi lại.',
    'More than 20,000 places of the table do not agree or cannot be read. Check its columns and send it again.',
  ],
  'legacy-xls': [
    415,
    'Tệp Excel kiểu cũ (.xls). Hãy lưu lại dạng .xlsx.',
    'This is an Excel file of the old kind (.xls). Save it as .xlsx.',
  ],
  macros: [415, 'Tệp có macro. Hãy lưu lại dạng .xlsx không có macro.', 'The file holds macros. Save it as .xlsx without macros.'],
  'not-a-sheet': [415, 'Tệp không phải là bảng tính .xlsx hoặc CSV.', 'The file is neither an .xlsx sheet nor CSV.'],
} as const satisfies Record<string, readonly [SheetProblem['status'], string, string]>;
export type SheetProblemCode = keyof typeof problems;

/** The problem with its status and its texts, which say how to go on. */
export function sheetProblem(code: SheetProblemCode): SheetProblem {
  const [status, vi, en] = problems[code];
  return { ok: false, status, code, text: { vi, en } };
}
