import type { Json } from '../../domain/command.ts';
import type { Language } from './language.ts';

const isDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const isInstant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const numbers = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 }),
};
const instants = {
  vi: new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' }),
};
const words = { vi: { yes: 'có', no: 'không' }, en: { yes: 'yes', no: 'no' } };

/** A value as a sentence shows it: numbers grouped, dates day first, lists by commas, titles in the reader's language. */
export function shown(value: Json | undefined, language: Language): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? words[language].yes : words[language].no;
  if (typeof value === 'number')
    return value >= 1000 && value <= 2999 && Number.isInteger(value) ? String(value) : numbers[language].format(value);
  if (typeof value === 'string') {
    if (isInstant.test(value)) return instants[language].format(new Date(value));
    return value.replace(isDate, '$3/$2/$1');
  }
  if (Array.isArray(value)) return value.map((one) => shown(one, language)).join(', ');
  const titled = value[language] ?? value.title ?? value.name ?? value.text;
  return titled === undefined ? JSON.stringify(value) : shown(titled, language);
}

function at(values: Record<string, Json>, path: string): Json | undefined {
  let here: Json | undefined = values;
  for (const step of path.split('.')) {
    here = Array.isArray(here) ? here[Number(step)] : typeof here === 'object' && here !== null ? here[step] : undefined;
  }
  return here;
}

/** A text with its places filled: `{{asked}}` as the value is shown, `{{dong asked}}` as money, `{{percent rate}}` of a share. */
export function fill(text: string, values: Record<string, Json>, language: Language): string {
  return text.replace(/\{\{\s*(?:(dong|percent|date)\s+)?([\w.-]+)\s*\}\}/g, (_, format: string | undefined, path: string) => {
    const value = at(values, path);
    if (format === 'dong' && typeof value === 'number') return `${numbers[language].format(value)} ${language === 'vi' ? 'đồng' : 'VND'}`;
    if (format === 'percent' && typeof value === 'number') return `${numbers[language].format(value * 100)}%`;
    return shown(value, language);
  });
}
