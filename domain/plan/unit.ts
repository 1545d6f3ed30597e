import { folded } from './cell.ts';

/** A unit of money as a table states it. */
export type Unit = { factorDong: bigint; printed: string };

const words: [RegExp, bigint][] = [
  [/^(ty|ti|billion|bn)$/, 1_000_000_000n],
  [/^(trieu|tr|million|mil|m)$/, 1_000_000n],
  [/^(nghin|ngan|thousand|k|1[.,]?000)$/, 1_000n],
];
const money = '(?:viet nam dong|dong|vnd|d)';
const multiple = '(ty|ti|billion|bn|trieu|tr|million|mil|nghin|ngan|thousand|1[.,]?000)';
const stated = new RegExp(String.raw`(?:^|[^a-z0-9])(?:${multiple}[\s._-]*)?${money}(?![a-z0-9])`);
const afterColon = new RegExp(String.raw`(?:don vi(?: tinh)?|dvt|unit)\s*[:(]?\s*${multiple}(?![a-z])`);

/**
 * The unit that a text states: "Đơn vị tính: triệu đồng", "ĐVT: 1.000đ", "total_million_vnd", "Kinh phí (tr.đ)". `null` if it states none.
 * `loosely` also takes a bare "đồng", which in running text is no unit.
 */
export function unitIn(text: string, loosely: boolean): Unit | null {
  const plain = folded(text);
  const match = stated.exec(plain) ?? afterColon.exec(plain);
  if (match === null) return null;
  const factorDong = factorOf(match[1]);
  if (factorDong === 1n && !loosely && !/don vi|dvt|unit/.test(plain)) return null;
  return { factorDong, printed: text };
}

/** "1,5 tỷ đồng" → the number's text and its own unit; `null` if no unit follows a number. */
export function numberWithUnit(text: string): { number: string; factorDong: bigint } | null {
  const match = new RegExp(String.raw`^([-−–]?[\d.,\s]*\d)\s*${multiple}?[\s.]*(${money})?\.?$`).exec(folded(text));
  if (!match || (match[2] === undefined && match[3] === undefined)) return null;
  return { number: match[1]!, factorDong: factorOf(match[2]) };
}

function factorOf(word: string | undefined): bigint {
  return words.find(([pattern]) => word !== undefined && pattern.test(word))?.[1] ?? 1n;
}
