import { formatDong } from '../../money/format.ts';
import { amountInWords } from '../../money/in-words.ts';
import type { Block, Point } from '../block.ts';
import type { OfficialDocument } from '../model.ts';
import type { Row } from '../table.ts';
import type { Found } from './finding.ts';
import { textsOf } from './texts.ts';

const amount = String.raw`(\d{1,3}(?:\.\d{3})+|\d+) đồng`;
const inFull = new RegExp(`${amount} \\((?:[Bb]ằng chữ|[Vv]iết bằng chữ): ([^)]+)\\)`, 'gu');
const sumAtEnd = new RegExp(`${amount}(?: \\([^)]*\\))?[.;]?(?:\\./\\.)?$`, 'u');

const dong = (printed: string): number => Number(printed.replaceAll('.', ''));

/** Sums agree: figures with words, a whole with its parts, the text with the annex. */
export function sums(document: OfficialDocument): Found[] {
  return [
    ...textsOf(document).flatMap(({ text, pointer }) => [...words(text, pointer), ...grouping(text, pointer)]),
    ...parts(document.body, '/body'),
    ...annexes(document),
  ];
}

function words(text: string, pointer: string): Found[] {
  return [...text.matchAll(inFull)].flatMap(([, printed = '', said = '']): Found[] => {
    const value = dong(printed);
    return Number.isSafeInteger(value) && spoken(said) === spoken(amountInWords(value))
      ? []
      : [{ rule: 'sum.words', pointer, values: { printed, said, asked: Number.isSafeInteger(value) ? amountInWords(value) : '–' } }];
  });
}

/** Words without what officials write in more than one way: "lẻ" or "linh", "nghìn" or "ngàn", with or without commas and "chẵn". */
function spoken(text: string): string {
  return text
    .toLocaleLowerCase('vi')
    .replaceAll('linh', 'lẻ')
    .replaceAll('ngàn', 'nghìn')
    .replaceAll('tỉ', 'tỷ')
    .replace(/\s*chẵn\b|[.,]/gu, '')
    .replace(/chẵn/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** "6860000000 đồng", "6,860,000 đồng". */
function grouping(text: string, pointer: string): Found[] {
  const wrong = /(?<![\d.,])(\d{4,}|\d{1,3}(?:,\d{3})+) đồng/u.exec(text)?.[1];
  return wrong === undefined ? [] : [{ rule: 'sum.grouping', pointer, values: { printed: wrong } }];
}

/** "…: 6.860.000.000 đồng (…), trong đó:" is the sum of the points that follow. */
function parts(body: readonly Block[], pointer: string): Found[] {
  return body.flatMap((block, at): Found[] => {
    const where = `${pointer}/${at}`;
    const next = body[at + 1];
    if (block.kind === 'article') return [...whole(block.text, block.points, where), ...nested(block.points, `${where}/points`)];
    if (block.kind === 'list') return nested(block.points, `${where}/points`);
    return block.kind === 'paragraph' && next?.kind === 'list' ? whole(block.text, next.points, where) : [];
  });
}

const nested = (points: readonly Point[], pointer: string): Found[] =>
  points.flatMap((point, at) => [
    ...whole(point.text, point.points, `${pointer}/${at}`),
    ...nested(point.points, `${pointer}/${at}/points`),
  ]);

function whole(text: string | undefined, points: readonly Point[], pointer: string): Found[] {
  if (text === undefined || !/trong đó:$/u.test(text) || points.length === 0) return [];
  const total = [...text.matchAll(new RegExp(amount, 'gu'))].at(-1)?.[1];
  const listed = points.map((point) => sumAtEnd.exec(point.text)?.[1]);
  if (total === undefined || listed.some((one) => one === undefined)) return [];
  const computed = listed.reduce((sum, one) => sum + dong(one ?? '0'), 0);
  return computed === dong(total)
    ? []
    : [{ rule: 'sum.parts', pointer: `${pointer}/text`, values: { printed: total, asked: formatDong(computed) } }];
}

/** The total that the text gives in words stands in the total row of the annex, and so do the words under it. */
function annexes({ body, annexes: all }: OfficialDocument): Found[] {
  const totals = all.map(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'table' && /đồng/u.test(block.table.unit ?? '')
        ? block.table.rows.filter(isTotal).flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'number'))
        : [],
    ),
  );
  const found: Found[] = all.flatMap(({ closing }, at): Found[] => {
    const said = /bằng chữ: (.+?)\.?$/u.exec(closing ?? '')?.[1];
    const known = totals[at] ?? [];
    if (said === undefined || known.length === 0) return [];
    const agrees = known.some((value) => value >= 0 && spoken(amountInWords(value)) === spoken(said));
    return agrees
      ? []
      : [
          {
            rule: 'sum.words',
            pointer: `/annexes/${at}/closing`,
            values: { printed: formatDong(known[0] ?? 0), said, asked: amountInWords(Math.max(0, known[0] ?? 0)) },
          },
        ];
  });
  const [first] = totals;
  const named = totalOfText(body);
  if (!first || first.length === 0 || !named || first.includes(named.value)) return found;
  return [
    ...found,
    { rule: 'sum.annex', pointer: named.pointer, values: { printed: formatDong(named.value), asked: formatDong(first[0] ?? 0) } },
  ];
}

/** The sum in words that comes with "trong đó:": the total that the annex details. */
function totalOfText(body: readonly Block[]): { value: number; pointer: string } | undefined {
  for (const [at, block] of body.entries()) {
    const texts =
      block.kind === 'article'
        ? [
            { text: block.text ?? '', pointer: `/body/${at}/text` },
            ...block.points.map(({ text }, nth) => ({ text, pointer: `/body/${at}/points/${nth}/text` })),
          ]
        : block.kind === 'paragraph'
          ? [{ text: block.text, pointer: `/body/${at}/text` }]
          : [];
    for (const { text, pointer } of texts) {
      const printed = [...text.matchAll(inFull)][0]?.[1];
      if (printed !== undefined && /trong đó:$/u.test(text)) return { value: dong(printed), pointer };
    }
  }
  return undefined;
}

/** A row that sums up those before it. */
export const isTotal = ({ kind, cells }: Row): boolean =>
  kind === 'total' && cells.some((cell) => typeof cell === 'string' && /^(Tổng|Cộng)/u.test(cell));
