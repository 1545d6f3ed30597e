import { z } from 'zod';
import { formatDong } from '../../../domain/money/format.ts';
import type { LawValue } from '../../../domain/regulation/law-value.ts';
import { roleTitle } from '../../../domain/regulation/role-title.ts';
import { findPageText, pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import { isGroup } from '../forms/json-schema.ts';
import type { Reading } from './chapter.ts';

type Words = Pick<Reading, 'pack' | 'language'>;

/** A value of the law in words, a line for each part of it. */
export function lawWords({ value, unit }: Pick<LawValue, 'value' | 'unit'>, words: Words): string[] {
  const { language } = words;
  if (typeof value === 'number' || (typeof value === 'string' && unit !== undefined)) return [amountWords(value, unit, language)];
  if (typeof value === 'string') return [findPageText(`law.word.${value}`, language) ?? value];
  if (Array.isArray(value)) return value.map((one) => itemWords(one, words));
  if (!isGroup(value)) return [String(value)];
  for (const said of shapes) {
    const lines = said(value, words);
    if (lines) return lines;
  }
  return Object.entries(value).map(([role, count]) => `${roleTitle(words.pack, role)[language]}: ${String(count)}`);
}

function amountWords(value: number | string, unit: LawValue['unit'], language: Language): string {
  if (unit === 'month-day' && typeof value === 'string') {
    const [month, day] = value.split('-');
    return pageText('law.say.month-day', language, { day: `${day}/${month}` });
  }
  if (unit === 'share' && typeof value === 'number') return `${String(Math.round(value * 10_000) / 100).replace('.', ',')}%`;
  if (unit === 'dong' && typeof value === 'number') return `${formatDong(value)} đồng`;
  return unit === undefined ? String(value) : pageText(`law.say.${unit}`, language, { value: String(value) });
}

function itemWords(one: unknown, { language }: Words): string {
  if (!isGroup(one)) return findPageText(`law.part.${String(one)}`, language) ?? String(one);
  const { title, max, min } = one as { title: Record<Language, string>; max: number; min?: number };
  return pageText(min === undefined ? 'law.say.criterion' : 'law.say.criterion-min', language, {
    title: title[language],
    max,
    min: min ?? 0,
  });
}

const Range = z.tuple([z.number(), z.number()]);
const Both = z.object({ vi: z.string(), en: z.string() });

/** Says what has a shape; null for what has another. */
const shape =
  <S extends z.ZodType>(schema: S, say: (value: z.infer<S>, words: Words) => string[]) =>
  (value: unknown, words: Words): string[] | null => {
    const read = schema.safeParse(value);
    return read.success ? say(read.data, words) : null;
  };

const roleNames = (roles: string[], between: string, { pack, language }: Words): string =>
  roles.map((role) => roleTitle(pack, role)[language].toLocaleLowerCase(language)).join(between);
const decimal = (value: number): string => String(value).replace('.', ',');
const range = ([from, to]: [number, number], unit: string): string => `${decimal(from)}${from === to ? '' : `–${decimal(to)}`} ${unit}`;

/** Shapes of values that are not an amount. */
const shapes = [
  shape(z.strictObject({ vi: z.string(), en: z.string() }), (value, { language }) => [value[language]]),
  shape(z.strictObject({ min: z.number(), max: z.number() }), ({ min, max }, { language }) => [
    pageText('law.say.persons-range', language, { min, max }),
  ]),
  shape(z.strictObject({ count: z.number(), of: z.number() }), ({ count, of }) => [`${count}/${of}`]),
  shape(
    z.strictObject({ share: z.object({ count: z.number(), of: z.number() }), oneOf: z.array(z.string()), allOf: z.array(z.string()) }),
    ({ share, oneOf, allOf }, words) => [
      pageText('law.say.quorum-share', words.language, { share: `${share.count}/${share.of}` }),
      pageText('law.say.quorum-one', words.language, { who: roleNames(oneOf, ` ${pageText('law.say.or', words.language)} `, words) }),
      pageText('law.say.quorum-all', words.language, { who: roleNames(allOf, ', ', words) }),
    ],
  ),
  shape(z.strictObject({ pass: z.number(), conditional: z.number() }), ({ pass, conditional }, { language }) => [
    pageText('law.say.grade-pass', language, { pass }),
    pageText('law.say.grade-conditional', language, { conditional, pass }),
    pageText('law.say.grade-fail', language, { conditional }),
  ]),
  shape(z.strictObject({ title: Both, decider: z.string(), material: z.boolean() }), ({ title, decider, material }, { pack, language }) => [
    title[language],
    pageText('law.say.decider', language, { who: roleTitle(pack, decider)[language] }),
    ...(material ? [pageText('law.say.material', language)] : []),
  ]),
  shape(z.strictObject({ title: Both, derived: z.boolean(), bars: z.boolean() }), ({ title, derived, bars }, { language }) => [
    title[language],
    pageText(bars ? 'law.say.bars' : 'law.say.bars-not', language),
    ...(derived ? [pageText('law.say.derived', language)] : []),
  ]),
  shape(
    z.strictObject({ prefix: z.string(), title: Both, delegable: z.boolean(), written: z.boolean() }),
    ({ prefix, title, delegable, written }, { language }) => [
      [prefix, title[language]].filter(Boolean).join(' '),
      ...(written ? [pageText('law.say.written', language)] : []),
      pageText(delegable ? 'law.say.delegable' : 'law.say.delegable-not', language),
    ],
  ),
  shape(z.object({ severity: z.enum(['error', 'warning']) }), ({ severity }, { language }) => [
    pageText(`law.severity.${severity}`, language),
  ]),
  shape(
    z.object({ widthMm: z.number(), heightMm: z.number(), topMm: Range, bottomMm: Range, leftMm: Range, rightMm: Range }),
    ({ widthMm, heightMm, topMm, bottomMm, leftMm, rightMm }, { language }) => [
      pageText('law.say.paper', language, { size: `${widthMm} × ${heightMm} mm` }),
      pageText('law.say.margins', language, {
        top: range(topMm, 'mm'),
        bottom: range(bottomMm, 'mm'),
        left: range(leftMm, 'mm'),
        right: range(rightMm, 'mm'),
      }),
    ],
  ),
  shape(
    z.object({ sizePt: Range, bold: z.boolean().optional(), italic: z.boolean().optional() }),
    ({ sizePt, bold, italic }, { language }) => [
      [
        pageText('law.say.size', language, { size: range(sizePt, 'pt') }),
        ...(bold ? [pageText('law.say.bold', language)] : []),
        ...(italic ? [pageText('law.say.italic', language)] : []),
      ].join(', '),
    ],
  ),
  shape(
    z.object({ firstLineMm: z.array(z.number()), betweenPt: z.number(), lines: Range }),
    ({ firstLineMm, betweenPt, lines }, { language }) => [
      pageText('law.say.first-line', language, {
        length: firstLineMm.map((mm) => `${decimal(mm)} mm`).join(` ${pageText('law.say.or', language)} `),
      }),
      pageText('law.say.between', language, { length: `${decimal(betweenPt)} pt` }),
      pageText('law.say.lines', language, { from: decimal(lines[0]), to: decimal(lines[1]) }),
    ],
  ),
  shape(z.object({ standards: z.array(z.object({ name: z.string(), certainty: z.string() })) }), ({ standards }, { language }) =>
    standards.map(({ name, certainty }) => `${name} (${pageText(`certainty.${certainty}`, language)})`),
  ),
];
