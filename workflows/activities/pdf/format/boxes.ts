import { officialDate } from '../../../../domain/document/dates.ts';
import type { TextPart } from '../../../../domain/document/format/boxes.ts';
import type { Found } from '../../../../domain/document/format/finding.ts';
import { numberAndSymbol } from '../../../../domain/document/model.ts';
import { lawValue } from '../../../../domain/regulation/law-value.ts';
import { folded } from './read-structure.ts';
import { type Look, ownBlocks, rounded, type Sheet, type Shown, short } from './sheet.ts';

/** A component as it is printed, and where it belongs. */
type Boxed = { part: TextPart; pointer: string; block: Shown };
type Side = 'left' | 'right' | 'centre';

/** Boxes 1 to 5 and 9b: each of its size and face, in its place and order, with the lines under it. */
export const boxes: Look = (sheet) => {
  const found = componentsOf(sheet);
  // A copy begins with what it copies; its own boxes stand under that.
  if (sheet.document.form === 'copy') return found.flatMap((one) => face(sheet, one));
  return [...found.flatMap((one) => face(sheet, one)), ...places(sheet, found), ...order(found), ...rules(sheet, found)];
};

function componentsOf(sheet: Sheet): Boxed[] {
  const { document } = sheet;
  const blocks = ownBlocks(sheet);
  const found: Boxed[] = [];
  const seek = (part: TextPart, pointer: string, text: string | undefined, from: readonly Shown[] = blocks): void => {
    const block = text === undefined ? undefined : from.find((one) => one.text === folded(text));
    if (block) found.push({ part, pointer, block });
  };
  seek('country', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  seek('motto', '', 'Độc lập - Tự do - Hạnh phúc');
  if (document.form !== 'contract') {
    document.issuer.parent.forEach((line, at) => {
      seek('parent', `/issuer/parent/${at}`, line);
    });
    document.issuer.lines.forEach((line, at) => {
      seek('issuer', `/issuer/lines/${at}`, line);
    });
    const number = numberAndSymbol(document);
    if (number !== undefined) seek('number', '/number', `Số: ${number}`);
    if (document.date !== undefined) seek('place-and-date', '/place', `${document.place}, ${officialDate(document.date)}`);
  }
  seek(
    'type-name',
    '/typeName',
    document.typeName,
    blocks.filter(({ kind }) => kind === 'H1'),
  );
  if (document.typeName === undefined) seek('subject', '/abstract', `V/v ${document.abstract}`);
  else seek('abstract', '/abstract', document.abstract);
  seek(
    'authority',
    '/authority',
    document.authority,
    blocks.filter(({ kind }) => kind === 'H2'),
  );
  document.bases.forEach((basis, at) => {
    seek('basis', `/bases/${at}`, basis);
  });
  seek('recipients-heading', '/recipients', document.recipients.length > 0 ? 'Nơi nhận:' : undefined);
  document.recipients.forEach((line, at) => {
    seek(
      'recipients',
      `/recipients/${at}`,
      line,
      blocks.filter(({ kind }) => kind === 'LI'),
    );
  });
  document.annexes.forEach(({ heading, title, reference }, at) => {
    const start = sheet.blocks.findIndex((block, nth) => block.text === folded(heading) && sheet.blocks[nth + 1]?.text === folded(title));
    const after = start < 0 ? [] : sheet.blocks.slice(start, start + 4);
    seek('annex-heading', `/annexes/${at}/heading`, heading, after);
    seek('annex-heading', `/annexes/${at}/title`, title, after);
    seek('annex-reference', `/annexes/${at}/reference`, reference, after);
  });
  return found;
}

/** Whether a block is of the size and the face that the law gives its part. */
export function face(sheet: Sheet, { part, pointer, block }: Boxed): Found[] {
  const { sizePt, bold, italic } = lawValue(sheet.context.pack, 'format.text', { on: sheet.context.on, part }).value;
  const values = { text: short(block.text) };
  const odd = block.pieces.find((piece) => piece.sizePt < sizePt[0] - 0.2 || piece.sizePt > sizePt[1] + 0.2);
  if (odd)
    return [
      {
        rule: 'page.font-size',
        pointer,
        page: odd.page,
        values: { ...values, found: rounded(odd.sizePt), low: sizePt[0], high: sizePt[1] },
      },
    ];
  const wrong = block.pieces.find(
    (piece) => (bold !== undefined && piece.bold !== bold) || (italic !== undefined && piece.italic !== italic),
  );
  return wrong ? [{ rule: 'page.weight', pointer, page: wrong.page, values }] : [];
}

const sides: Partial<Record<TextPart, Side>> = {
  country: 'right',
  motto: 'right',
  parent: 'left',
  issuer: 'left',
  number: 'left',
  subject: 'left',
  'place-and-date': 'right',
  'type-name': 'centre',
  abstract: 'centre',
  authority: 'centre',
};

/** National name and date on the right half, issuer and number on the left, the title in the middle of the text. */
function places({ document, pages }: Sheet, found: readonly Boxed[]): Found[] {
  const width = pages[0]?.widthMm ?? 210;
  return found.flatMap(({ part, pointer, block }): Found[] => {
    const side = document.form === 'contract' && (part === 'country' || part === 'motto') ? 'centre' : sides[part];
    if (side === undefined) return [];
    const left = Math.min(...block.lines.map((line) => line.left));
    const right = Math.max(...block.lines.map((line) => line.right));
    const centre = (left + right) / 2;
    const stands =
      block.page === 1 &&
      (side === 'centre'
        ? Math.abs(centre - (width + 15) / 2) < 5
        : side === 'left'
          ? right < width / 2 + 6
          : centre > width / 2 && left > width / 2 - 12);
    return stands ? [] : [{ rule: 'page.box-place', pointer, page: block.page, values: { text: short(block.text) } }];
  });
}

const columns: TextPart[][] = [
  ['country', 'motto', 'place-and-date', 'type-name', 'abstract', 'authority', 'basis', 'recipients-heading', 'recipients'],
  ['parent', 'issuer', 'number', 'subject', 'basis'],
  ['number', 'type-name'],
];

/** From top to bottom in each column, and the head of the page side by side. */
function order(found: readonly Boxed[]): Found[] {
  const down = columns.flatMap((parts) => {
    const listed = parts.flatMap((part) => found.filter((one) => one.part === part));
    // A contract has its number under its title.
    const column =
      listed.some(({ part }) => part === 'type-name') && !found.some(({ part }) => part === 'issuer')
        ? listed.filter(({ part }) => part !== 'number')
        : listed;
    return column.flatMap((one, at): Found[] => {
      const before = column[at - 1];
      if (!before || isAfter(one.block, before.block)) return [];
      return [{ rule: 'page.box-order', pointer: one.pointer, page: one.block.page, values: { text: short(one.block.text) } }];
    });
  });
  const top = (part: TextPart): number | undefined => found.find((one) => one.part === part)?.block.lines[0]?.y;
  const [country, first] = [top('country'), top('parent') ?? top('issuer')];
  const level = country === undefined || first === undefined || Math.abs(country - first) < 4;
  const [number, date] = [top('number'), top('place-and-date')];
  const even = number === undefined || date === undefined || Math.abs(number - date) < 12;
  return [
    ...down,
    ...(level && even
      ? []
      : [
          {
            rule: 'page.box-order' as const,
            pointer: '',
            page: 1,
            values: { text: level ? 'Số, ngày' : 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' },
          },
        ]),
  ];
}

const isAfter = (one: Shown, before: Shown): boolean =>
  one.page > before.lastPage || (one.page === before.lastPage && (one.lines[0]?.y ?? 0) > (before.lines.at(-1)?.y ?? 0) - 0.1);

/** The line under the motto is as long as it; those under issuer and abstract a third to a half of theirs (Annex I, II.1, II.2, II.5). */
function rules({ pages, document }: Sheet, found: readonly Boxed[]): Found[] {
  const shares: [part: TextPart, low: number, high: number][] = [
    ['motto', 0.93, 1.07],
    ...(document.form === 'contract' ? [] : ([['issuer', 0.3, 0.54]] as [TextPart, number, number][])),
    ...(document.form === 'contract' || document.form === 'copy' ? [] : ([['abstract', 0.28, 0.54]] as [TextPart, number, number][])),
  ];
  return shares.flatMap(([part, low, high]): Found[] => {
    const box = found.findLast((one) => one.part === part);
    const last = box?.block.lines.at(-1);
    if (!box || !last) return [];
    const widths = found.filter((one) => one.part === part).flatMap(({ block }) => block.lines.map((line) => line.right - line.left));
    const centre = (last.left + last.right) / 2;
    const strokes = (pages[last.page - 1]?.strokes ?? []).filter(
      ({ x, y, width }) => y > last.y && y < last.y + 5 && Math.abs(x + width / 2 - centre) < 6,
    );
    const fits = strokes.some(({ width }) => widths.some((text) => width >= text * low && width <= text * high));
    return fits ? [] : [{ rule: 'page.rule-line', pointer: box.pointer, page: last.page, values: { text: short(box.block.text) } }];
  });
}
