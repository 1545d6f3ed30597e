import type { SignatureBlock } from '../model.ts';

/**
 * What a document is headed by: a collective body, whose name stands under "TM."; the chairman of one, who signs as themselves; or a body
 * whose head decides alone (Decree 30/2020/NĐ-CP, Article 13).
 */
export type Header = 'collective' | 'chairman' | 'head';

const chairman = /^CHỦ TỊCH (ỦY BAN|UỶ BAN|HỘI ĐỒNG) NHÂN DÂN/u;
const collective = /^(ỦY BAN|UỶ BAN|HỘI ĐỒNG) NHÂN DÂN/u;

/** By the lines in which the issuer's name is printed. */
export function headerOf(lines: readonly string[]): Header {
  const name = lines.join(' ').toLocaleUpperCase('vi').normalize('NFC');
  if (chairman.test(name)) return 'chairman';
  return collective.test(name) ? 'collective' : 'head';
}

type Asked = { vi: string; en: string };
type Block = Pick<SignatureBlock, 'capacity' | 'title' | 'name' | 'authority'>;

const academic = /^(GS|PGS|TS|ThS|Th\.S|CN|KS|BS|LS|Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ|Cử nhân|Kỹ sư|Bác sĩ)(?=[\s.,]|$)[.,\s]*/u;

/** The name without what an official document does not print before it: "TS. Nguyễn Văn An" → "Nguyễn Văn An" (Annex I, II.7). */
export function plainName(name: string): string {
  let plain = name.trim();
  while (academic.test(plain)) plain = plain.replace(academic, '');
  return plain === '' ? name.trim() : plain;
}

/** Names of collective bodies are printed in few words: "TM. ỦY BAN NHÂN DÂN". */
const forCollective = /^TM\. (ỦY BAN|UỶ BAN|HỘI ĐỒNG) NHÂN DÂN$/u;
const deputy = /^(PHÓ |THỨ TRƯỞNG)/u;
const starts = (line: string | undefined, prefix: string): boolean => line?.startsWith(`${prefix} `) ?? false;

/**
 * What is wrong with a signature block under a header, as what it should be; null where the two belong together (Decree 30/2020/NĐ-CP, Article
 * 13 and Annex I, II.7). "ỦY BAN NHÂN DÂN TỈNH" goes with "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH ỦY BAN NHÂN DÂN" and "BỘ CÔNG THƯƠNG" never do.
 */
export function headerDiffers(lines: readonly string[], { capacity, title, name, authority }: Block): Asked | null {
  const header = headerOf(lines);
  const on = capacity.findIndex((line) => starts(line, 'TM.'));
  const instead = capacity.some((line) => starts(line, 'TL.') || starts(line, 'TUQ.'));
  const written = capacity.find((line) => starts(line, 'TUQ.'));
  if (header !== 'collective' && on >= 0) {
    return { vi: 'không ghi “TM.”, vì người đứng đầu ký cho chính mình', en: 'no “TM.”: the head signs as themselves' };
  }
  if (header === 'collective' && !instead && !forCollective.test(capacity[0] ?? '')) {
    return { vi: 'dòng đầu là “TM. ỦY BAN NHÂN DÂN”', en: '“TM. ỦY BAN NHÂN DÂN” in the first line' };
  }
  if (header === 'collective' && instead && on >= 0) {
    return { vi: 'ghi “TL. CHỦ TỊCH” hoặc “TUQ. CHỦ TỊCH”, không kèm “TM.”', en: '“TL. CHỦ TỊCH” or “TUQ. CHỦ TỊCH” without “TM.”' };
  }
  if (written !== undefined && authority?.instrument === undefined) {
    return {
      vi: 'ký thừa ủy quyền phải có văn bản ủy quyền (số, ngày)',
      en: 'signing by authority needs the written instrument (number and day)',
    };
  }
  if (deputy.test(title) && !capacity.some((line) => starts(line, 'KT.')) && !instead) {
    return { vi: 'cấp phó ký thay phải ghi “KT.” trước chức vụ người đứng đầu', en: '“KT.” before the head’s title where a deputy signs' };
  }
  if (name !== undefined && plainName(name) !== name.trim()) {
    return { vi: 'họ tên không ghi học hàm, học vị', en: 'the name without academic titles' };
  }
  return null;
}
