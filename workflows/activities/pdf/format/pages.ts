import type { Found } from '../../../../domain/document/format/finding.ts';
import { lawValue } from '../../../../domain/regulation/law-value.ts';
import type { PageRead } from './read-pages.ts';
import { asides, type Look, mmOf, placeOf, rounded, type Sheet, short } from './sheet.ts';

const tolerance = 0.7;
/** Times New Roman and fonts that print every letter as wide as it does. */
const families = /^(Tinos|TimesNewRoman|Times-|LiberationSerif)/i;
/** How far the letters of Times New Roman reach over and under their line, as a share of the size. */
const [above, below] = [0.891, 0.216];

/** The paper, its margins, the fonts and colours on it. */
export const paper: Look = (sheet) => sheet.pages.flatMap((page) => [...sizeOf(sheet, page), ...margins(sheet, page), ...letters(page)]);

function orientationOf(sheet: Sheet, page: number): 'portrait' | 'landscape' {
  const { annex } = placeOf(sheet, page).section;
  return (annex === null ? undefined : sheet.document.annexes[annex]?.orientation) ?? 'portrait';
}

const lawOf = (sheet: Sheet, page: number) =>
  lawValue(sheet.context.pack, 'format.page', { on: sheet.context.on, orientation: orientationOf(sheet, page) }).value;

function sizeOf(sheet: Sheet, { number, widthMm, heightMm }: PageRead): Found[] {
  const law = lawOf(sheet, number);
  const fits = Math.abs(widthMm - law.widthMm) < 1 && Math.abs(heightMm - law.heightMm) < 1;
  const values = { page: number, width: Math.round(widthMm), height: Math.round(heightMm) };
  return fits ? [] : [{ rule: 'page.size', pointer: '', page: number, values }];
}

function margins(sheet: Sheet, page: PageRead): Found[] {
  const law = lawOf(sheet, page.number);
  const shown = page.pieces.filter(({ sequence, text }) => sequence !== undefined && text.trim() !== '');
  if (shown.length === 0) return [];
  const found: Found[] = [];
  const look = (side: 'left' | 'right' | 'top' | 'bottom', value: number, [low, high]: readonly number[], most: boolean): void => {
    if (value >= (low ?? 0) - tolerance && (!most || value <= (high ?? 0) + tolerance)) return;
    const names = { left: 'trái', right: 'phải', top: 'trên', bottom: 'dưới' };
    found.push({
      rule: 'page.margin',
      pointer: '',
      page: page.number,
      values: { page: page.number, side: { vi: names[side], en: side }, found: rounded(value), low: low ?? 0, high: high ?? 0 },
    });
  };
  const wide = sheet.blocks.some(({ lines, kind }) => kind === 'P' && lines.filter((line) => line.page === page.number).length > 2);
  const left = Math.min(...shown.map(({ x }) => x));
  const right = page.widthMm - Math.max(...shown.map(({ x, width }) => x + width));
  const top = Math.min(...shown.map(({ y, sizePt }) => y - mmOf(sizePt) * above));
  const bottom = page.heightMm - Math.max(...shown.map(({ y, sizePt }) => y + mmOf(sizePt) * below));
  look('left', left, law.leftMm, wide);
  look('right', right, law.rightMm, wide);
  look('top', top, law.topMm, placeOf(sheet, page.number).nth === 1);
  look('bottom', bottom, law.bottomMm, false);
  return found;
}

function letters({ number, widthMm, heightMm, pieces }: PageRead): Found[] {
  const found: Found[] = [];
  const seen = new Set<string>();
  const say = (rule: Found['rule'], text: string, values: Found['values'] = {}): void => {
    if (seen.has(rule)) return;
    seen.add(rule);
    found.push({ rule, pointer: '', page: number, values: { page: number, text: short(text), ...values } });
  };
  for (const { text, x, y, width, family, colour, sequence } of pieces) {
    if (text.trim() === '') continue;
    if (!families.test(family)) say('page.font', text, { font: family });
    if (sequence !== undefined && colour !== '#000000') say('page.colour', text);
    if (x < -0.1 || x + width > widthMm + 0.1 || y < 0 || y > heightMm) say('page.outside', text);
    if (text !== text.normalize('NFC') || text.includes('\ufffd')) say('page.text-nfc', text);
  }
  return found;
}

/** Numbers stand in the middle of the top margin: none on page 1, annexes counted apart (their own first page may go without). */
export const numbering: Look = (sheet) => sheet.pages.flatMap((page) => numberOf(sheet, page));

function numberOf(sheet: Sheet, page: PageRead): Found[] {
  const law = lawOf(sheet, page.number);
  const { section, nth } = placeOf(sheet, page.number);
  const at = { pointer: '', page: page.number };
  const printed = asides(page).filter(
    ({ text, y }) => /^[\divx]+$/i.test(text) && (y < law.topMm[1] || y > page.heightMm - law.bottomMm[1]),
  );
  const [number] = printed;
  if (section.annex === null && nth === 1) return number ? [{ rule: 'page.number-first', ...at }] : [];
  if (!number) return nth === 1 ? [] : [{ rule: 'page.number-missing', ...at, values: { page: page.number } }];
  if (number.text !== String(nth))
    return [{ rule: 'page.number-wrong', ...at, values: { page: page.number, found: number.text, asked: nth } }];
  const [middle, ofText] = [page.widthMm / 2, (law.leftMm[0] + page.widthMm - law.rightMm[0]) / 2];
  const centre = (number.left + number.right) / 2;
  const size = lawValue(sheet.context.pack, 'format.text', { on: sheet.context.on, part: 'page-number' }).value.sizePt;
  const sized = number.pieces.every(({ sizePt }) => sizePt > size[0] - 0.2 && sizePt < size[1] + 0.2);
  const placed = number.y < law.topMm[0] + 1 && centre > Math.min(middle, ofText) - 2.5 && centre < Math.max(middle, ofText) + 2.5;
  return placed && sized ? [] : [{ rule: 'page.number-place', ...at, values: { page: page.number } }];
}

/** What each page of a sample or a rehearsal says of itself. */
export const marks: Look = ({ document, pages }) => {
  const asked = [...(document.sample ? ['MẪU THỬ – KHÔNG CÓ GIÁ TRỊ'] : []), ...(document.rehearsal ? ['VĂN BẢN LẬP TRONG DIỄN TẬP'] : [])];
  return pages.flatMap((page) => {
    const printed = asides(page).map(({ text }) => text);
    return asked
      .filter((mark) => !printed.some((text) => text.includes(mark)))
      .map((mark): Found => ({ rule: 'page.mark-missing', pointer: '/sample', page: page.number, values: { page: page.number, mark } }));
  });
};
