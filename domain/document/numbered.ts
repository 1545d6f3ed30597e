import { officialDate } from './dates.ts';
import type { OfficialDocument } from './model.ts';
import { formatNumber } from './numbering.ts';

const openDate = 'ngày … tháng … năm …';

/** The content with its number and day, also where annexes refer to them. Papers without a symbol get the day alone. */
export function numbered(content: OfficialDocument, number: number | null, symbol: string | null, date: string): OfficialDocument {
  if (number === null || symbol === null) return { ...content, date };
  const printed = `${formatNumber(number)}/${symbol}`;
  return {
    ...content,
    symbol,
    number,
    date,
    annexes: referring(content, (text) => text.replace(`…/${symbol}`, printed).replace(openDate, officialDate(date))),
  };
}

/** The content as it was before it got its number: for a draft that goes back after its number was given up. */
export function unnumbered(content: OfficialDocument): OfficialDocument {
  const { number, date, ...rest } = content;
  if (number === undefined || content.symbol === undefined || date === undefined) return rest;
  const printed = `${formatNumber(number)}/${content.symbol}`;
  const open = `…/${content.symbol}`;
  return { ...rest, annexes: referring(content, (text) => text.replace(printed, open).replace(officialDate(date), openDate)) };
}

function referring(content: OfficialDocument, change: (reference: string) => string): OfficialDocument['annexes'] {
  return content.annexes.map((annex) => (annex.reference === undefined ? annex : { ...annex, reference: change(annex.reference) }));
}
