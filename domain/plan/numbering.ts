import type { Cell } from './cell.ts';
import { textOf } from './cell.ts';

const part = String.raw`(?:[IVXLC]{1,6}|[A-HJ-ZĐ]|\d{1,4}[a-z]?|[a-zđ])`;
const numberAlone = new RegExp(String.raw`^\(?${part}(?:[.\-]${part}){0,5}[.)/:]?$`, 'u');
const prefix = /^(?:mục|phần|nhóm|nội dung|nhiệm vụ|nv|nd)\s*/iu;
const numberBefore = new RegExp(String.raw`^(${part}(?:\.${part}){0,5}[.)]|\d{1,3}(?:\.\d{1,3}){1,5})\s+(?=\S)`, 'u');

/** "II.", "2.1", "a)" without its closing sign; `null` for a cell that holds no ordinal. */
export function ordinalIn(cell: Cell | undefined): string | null {
  const text = textOf(cell).replace(prefix, '');
  return numberAlone.test(text) ? bare(text) : null;
}

/** An ordinal printed before the label in the label's own cell: "2.1. Tổ chức …". */
export function ordinalBefore(label: string): { number: string; label: string } | null {
  const match = numberBefore.exec(label);
  return match ? { number: bare(match[1]!), label: label.slice(match[0].length) } : null;
}

export const rankWithoutNumber = 30;

/** How deep an ordinal stands by its form: A < I < 1 < 1.1 < 1.1.1 < a. What has none stands below all; what begins with a dash deepest. */
export function rankOf(number: string): number {
  const parts = number.split(/[.-]/);
  const last = parts.at(-1)!;
  if (/^[a-zđ]$/u.test(last)) return 20;
  if (/^\d/.test(last)) return 1 + parts.filter((p) => /^\d/.test(p)).length;
  if (/^[IVXL]+$/.test(last)) return 1;
  return /^[A-ZĐ]+$/u.test(last) ? 0 : rankWithoutNumber;
}
export const rankOfDash = 40;

/** Whether a number names the section above it itself: "2.1" under "2". */
export const continues = (number: string, section: string): boolean => number.startsWith(`${section}.`) || number.startsWith(`${section}-`);

const bare = (text: string): string => text.replace(/^\(/, '').replace(/[.)/:]+$/, '');
