import { formatDong } from '../../../domain/money/format.ts';
import type { Difference } from '../../../domain/scheme/differences.ts';
import { type Section, sections } from '../../../domain/scheme/proposal.ts';
import { sectionTitles } from '../../../domain/scheme/section-titles.ts';
import { findPageText, pageText } from '../../../templates/page-texts.ts';
import { shownDay, shownNumber } from '../../../templates/shown-values.ts';
import type { Language } from '../../http/language.ts';

/** What a field of a proposal is called: `lines[2].unitPriceDong` as “dòng 3 · Đơn giá”. Empty for a section that is one field. */
export function fieldName(field: string, language: Language): string {
  const [section = '', ...steps] = field.split(/\.|(?=\[)/);
  const row = isSection(section) && section === 'lines' ? 'scheme.field.line' : 'scheme.field.row';
  return steps
    .map((step, i) => {
      const no = /^\[(\d+)\]$/.exec(step)?.[1];
      if (no !== undefined) return pageText(i === 0 ? row : 'scheme.field.source', language, { no: String(Number(no) + 1) });
      return findPageText(`label.${section}.${step}`, language) ?? findPageText(`label.${step}`, language) ?? step;
    })
    .join(' · ');
}

/** A value of a proposal as people read it; whole rows in one line. */
export function fieldValue(field: string, value: Difference['before'] | undefined, language: Language): string {
  if (value === null || value === undefined) return pageText('scheme.field.none', language);
  const last = field.split('.').at(-1) ?? field;
  if (typeof value === 'number')
    return /Dong$/.test(last) ? formatDong(value) : /year$/.test(last) ? String(value) : shownNumber(value, 'vi');
  if (typeof value === 'string') {
    if (value === '') return pageText('scheme.field.empty', language);
    return /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? shownDay(value)
      : ((last === 'source' ? findPageText(`source.${value}`, language) : undefined) ?? value);
  }
  if (typeof value === 'boolean') return String(value);
  const entries = Array.isArray(value) ? value.map((one, i): [string, typeof one] => [String(i), one]) : Object.entries(value);
  return entries.map(([name, one]) => fieldValue(`${field}.${name}`, one, language)).join(' · ');
}

export const sectionName = (section: Section, language: Language): string => sectionTitles[section][language];
const isSection = (text: string): text is Section => (sections as readonly string[]).includes(text);
