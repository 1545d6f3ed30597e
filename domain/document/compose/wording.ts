import { formatDong } from '../../money/format.ts';
import { amountInWords } from '../../money/in-words.ts';
import type { Paragraph, Point } from '../block.ts';
import { officialDate } from '../dates.ts';
import type { Frame } from './frame.ts';

/** A sum as it is written in a sentence: "6.860.000.000 đồng (Bằng chữ: Sáu tỷ, tám trăm sáu mươi triệu đồng chẵn)". */
export function sumInFull(amountDong: number): string {
  return `${formatDong(amountDong)} đồng (Bằng chữ: ${amountInWords(amountDong)})`;
}

/** A sum without words: "6.860.000.000 đồng". */
export function sum(amountDong: number): string {
  return `${formatDong(amountDong)} đồng`;
}

/** Takes off what closes a sentence or list item, so that another close can follow. */
export function bare(text: string): string {
  return text
    .trim()
    .replace(/(?:\.\/\.|[.;,])+$/u, '')
    .trimEnd();
}

/** Ends a sentence with a full stop, once. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/u.test(trimmed) ? trimmed : `${bare(trimmed)}.`;
}

/** The closing mark of an official text after its last sentence: "./.". */
export function closed(text: string): string {
  return `${bare(text)}./.`;
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}

export function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** "Căn cứ A; căn cứ B," for the beginning of a letter; empty when there are no bases. */
export function openingBases(bases: readonly string[]): string {
  return bases.map((basis, index) => (index === 0 ? upperFirst(bare(basis)) : lowerFirst(bare(basis)))).join('; ');
}

/** "Căn cứ …, Bộ Công Thương mời …": the first sentence of a letter, with or without bases before the clause. */
export function opening(frame: Pick<Frame, 'bases'>, clause: string): string {
  const bases = openingBases(frame.bases);
  return bases === '' ? upperFirst(clause) : `${bases}, ${clause}`;
}

export function paragraph(text: string, style: Paragraph['style'] = 'plain'): Paragraph {
  return { kind: 'paragraph', text, style };
}

/** A paragraph that begins with bold words. */
export function leadParagraph(lead: string, text: string): Paragraph {
  return { kind: 'paragraph', lead, text, style: 'plain' };
}

/** "1. …", "2. …" */
export function numbered(texts: readonly string[]): Point[] {
  return texts.map((text, index) => ({ mark: `${index + 1}.`, text: sentence(text), points: [] }));
}

/** "a) …;", "b) …;", "c) …." in the order of the Vietnamese alphabet, đ after d. */
export function lettered(texts: readonly string[]): Point[] {
  const letters = 'abcdđeghiklmnopqrstuvxy';
  return texts.map((text, index) => ({
    mark: `${letters[index] ?? String(index + 1)})`,
    text: listEnd(text, index, texts.length),
    points: [],
  }));
}

/** "- …;" and at the end "- …." */
export function dashed(texts: readonly string[]): Point[] {
  return texts.map((text, index) => ({ mark: '-', text: listEnd(text, index, texts.length), points: [] }));
}

function listEnd(text: string, index: number, count: number): string {
  return `${bare(text)}${index === count - 1 ? '.' : ';'}`;
}

/** "07/QĐ-BCT ngày 07 tháng 10 năm 2020", leaving out what is not known yet. */
export function numberAndDate(reference: { number: string; date: string }): string {
  return `số ${reference.number} ${officialDate(reference.date)}`;
}

/** Percent as it is printed in Vietnamese: 0.875 → "87,5%". */
export function percent(share: number): string {
  return `${decimal(Math.round(share * 1000) / 10)}%`;
}

/** A number with a decimal comma: 82.5 → "82,5"; thousands set apart by dots. */
export function decimal(value: number): string {
  const [whole = '0', fraction] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}
