import type { OfficialDocument } from '../model.ts';
import type { Found } from './finding.ts';
import { isDay } from './header.ts';
import { type PlacedText, textsOf } from './texts.ts';

/** Every text: one spelling of its letters, nothing left open, dates and numbers as they are written. */
export function wording(document: OfficialDocument): Found[] {
  const texts = textsOf(document);
  return [
    ...texts.flatMap((one) => [...letters(one), ...open(one, document), ...spacing(one), ...dates(one), ...numbers(one)]),
    ...toneMarks(texts),
    ...mark(document),
  ];
}

const vietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;
// Controls, invisible marks, private use and what stands for a lost character; letters of other scripts that look like ours.
const strange =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffd\ue000-\uf8ff]|[\u0370-\u03ff\u0400-\u04ff]/u;

function letters({ text, pointer, role }: PlacedText): Found[] {
  const found: Found[] = [];
  if (text !== text.normalize('NFC')) found.push({ rule: 'text.nfc', pointer });
  const odd = strange.exec(text)?.[0];
  if (odd !== undefined)
    found.push({
      rule: 'text.characters',
      pointer,
      values: { character: `U+${odd.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}` },
    });
  const words = text.split(/\s+/u).filter((word) => /^\p{L}{2,}[.,;:]?$/u.test(word));
  if (role !== 'cell' && role !== 'name' && words.length >= 5 && !vietnamese.test(text.normalize('NFC')))
    found.push({ rule: 'text.diacritics', pointer, values: { text } });
  return found;
}

function open({ text, pointer }: PlacedText, { number, date }: OfficialDocument): Found[] {
  const left =
    /undefined|\bnull\b|\bNaN\b|\[object|\$\{|\{\{|\bTODO\b|\bXXX\b|_{3,}/u.test(text) ||
    // Right behind a word it ends a list of examples ("Amazon, Alibaba…"), as printed names of schemes have it.
    (number !== undefined && date !== undefined && /(?<![\p{L}\p{N}])…|\.{4,}/u.test(text));
  const unpaired = count(text, '“') !== count(text, '”') || (count(text, '(') !== count(text, ')') && !/(^|[\s“])\p{L}\)/u.test(text));
  return [
    ...(left ? [{ rule: 'text.open' as const, pointer, values: { text } }] : []),
    ...(unpaired ? [{ rule: 'text.brackets' as const, pointer, values: { text } }] : []),
  ];
}

const count = (text: string, character: string): number => text.split(character).length - 1;

function spacing({ text, pointer }: PlacedText): Found[] {
  const wrong = / {2}|\s[,;.:](?=\s|$)|[,;](?=\p{L})|\(\s|\s\)/u.test(text) || text !== text.trim();
  return wrong ? [{ rule: 'text.spacing', pointer, values: { text } }] : [];
}

/** A zero before days below 10 and the months 1 and 2; no day that is in no calendar (Annex I, II.4). */
function dates({ text, pointer }: PlacedText): Found[] {
  const long = [...text.matchAll(/ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})/gu)].map(([all, day = '', month = '', year = '']) => ({
    all,
    day,
    month,
    year,
    short: false,
  }));
  const short = [...text.matchAll(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/gu)].map(([all, day = '', month = '', year = '']) => ({
    all,
    day,
    month,
    year,
    short: true,
  }));
  return [...long, ...short].flatMap(({ all, day, month, year }): Found[] => {
    if (!isDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`))
      return [{ rule: 'date.impossible', pointer, values: { date: all } }];
    return day.length < 2 || (Number(month) < 3 && month.length < 2) ? [{ rule: 'date.zero', pointer, values: { date: all } }] : [];
  });
}

/** "số 5/QĐ-BCT": a zero before numbers below 10 (Annex I, II.3). */
function numbers({ text, pointer }: PlacedText): Found[] {
  const wrong = /[Ss]ố:? (\d\/(?:\d{4}\/)?\p{Lu}[\p{L}-]+)/u.exec(text)?.[1];
  return wrong === undefined ? [] : [{ rule: 'number.zero', pointer, values: { number: wrong } }];
}

const oldStyle = /[oO][àáảãạÀÁẢÃẠ](?!\p{L})|[oO][èéẻẽẹÈÉẺẼẸ](?!\p{L})|(?<![qQ])[uU][ỳýỷỹỵỲÝỶỸỴ](?!\p{L})/u;
const newStyle = /[òóỏõọÒÓỎÕỌ][aAeE](?!\p{L})|[ùúủũụÙÚỦŨỤ][yY](?!\p{L})/u;

/** "hòa" and "hoà" in one document: both are in use, one of them belongs in a text. */
function toneMarks(texts: readonly PlacedText[]): Found[] {
  const one = texts.find(({ text }) => newStyle.test(text));
  const other = texts.find(({ text }) => oldStyle.test(text));
  if (!one || !other) return [];
  const word = (text: string, style: RegExp): string => text.split(/\s+/u).find((part) => style.test(part)) ?? text;
  return [
    { rule: 'text.tone-marks', pointer: other.pointer, values: { one: word(one.text, newStyle), other: word(other.text, oldStyle) } },
  ];
}

/** Whatever points at a place of invented samples says on each page that it is worth nothing. */
function mark({ sample, lookup }: OfficialDocument): Found[] {
  const invented = lookup !== undefined && /^https?:\/\/[^/]*\.(test|invalid|example)(?:[:/]|$)/u.test(lookup.url);
  return invented && !sample ? [{ rule: 'sample.mark-missing', pointer: '/sample' }] : [];
}
