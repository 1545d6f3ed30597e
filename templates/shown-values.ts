import type { Language } from './page-texts.ts';

const locales = { vi: 'vi-VN', en: 'en-GB' } as const;
const numbers = {
  vi: new Intl.NumberFormat(locales.vi, { maximumFractionDigits: 3 }),
  en: new Intl.NumberFormat(locales.en, { maximumFractionDigits: 3 }),
};
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A number grouped as the language does: 1.234.567,5 or 1,234,567.5. */
export const shownNumber = (value: number, language: Language): string => numbers[language].format(value);

/** `2022-03-31` as 31/03/2022, in either language: days are official here. */
export const shownDay = (value: string): string => value.slice(0, 10).replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');

/** An instant in the programme's time zone, day first: 31/03/2022 14:05. */
export function shownInstant(value: string, _language: Language): string {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return value;
  const of = Object.fromEntries(parts.formatToParts(at).map(({ type, value: text }) => [type, text]));
  return `${of.day}/${of.month}/${of.year} ${of.hour}:${of.minute}`;
}

/** A value inside a sentence. */
export function shownValue(value: unknown, language: Language): string {
  if (typeof value === 'number') return shownNumber(value, language);
  if (value === null || value === undefined) return '–';
  return String(value);
}
