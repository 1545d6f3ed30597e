import type { Block } from '../../../../domain/document/block.ts';
import type { Found } from '../../../../domain/document/format/finding.ts';
import { isTotal } from '../../../../domain/document/format/sums.ts';
import { columnsOf, type Table } from '../../../../domain/document/table.ts';
import { all, type Element, folded, textOf } from './read-structure.ts';
import { asides, type Look, type Sheet, short } from './sheet.ts';

/** Tables over several pages: their head on each, rows whole, a total on one page with a line of it. */
export const tables: Look = (sheet) => {
  const data = [
    ...tablesIn(sheet.document.body, '/body'),
    ...sheet.document.annexes.flatMap(({ blocks }, at) => tablesIn(blocks, `/annexes/${at}/blocks`)),
  ];
  const printed = all(sheet.tree).filter(({ kind }) => kind === 'Table');
  return data.flatMap(({ table, pointer }, at): Found[] => {
    const element = printed[at];
    return element ? [...heads(sheet, element, table, pointer), ...rows(element, table, pointer)] : [];
  });
};

const tablesIn = (blocks: readonly Block[], pointer: string): { table: Table; pointer: string }[] =>
  blocks.flatMap((block, at) => (block.kind === 'table' ? [{ table: block.table, pointer: `${pointer}/${at}/table` }] : []));

const pagesOf = (element: Element): number[] => [
  ...new Set(element.pieces.filter(({ text }) => text.trim() !== '').map(({ page }) => page)),
];

/** Chromium repeats the head as content that is none: its text is found beside the contents of the page. */
function heads({ pages }: Sheet, element: Element, { head }: Table, pointer: string): Found[] {
  const title = folded(columnsOf(head).at(-1)?.title ?? '').replace(/\s/gu, '');
  const [, ...following] = pagesOf(element).toSorted((a, b) => a - b);
  return following.flatMap((number): Found[] => {
    const page = pages[number - 1];
    const beside = page ? asides(page).map(({ text }) => text.replace(/\s/gu, '')) : [];
    const joined = page
      ? page.pieces
          .filter(({ sequence }) => sequence === undefined)
          .map(({ text }) => text)
          .join('')
          .replace(/\s/gu, '')
      : '';
    const repeated = joined.includes(title) || beside.some((text) => text.includes(title));
    return repeated ? [] : [{ rule: 'page.table-head', pointer: `${pointer}/head`, page: number, values: { page: number } }];
  });
}

function rows(element: Element, { rows: data }: Table, pointer: string): Found[] {
  const lines = all(element).filter(({ kind }) => kind === 'TR');
  const body = lines.slice(Math.max(0, lines.length - data.length));
  return body.flatMap((line, at): Found[] => {
    const where = `${pointer}/rows/${at}`;
    const pages = pagesOf(line);
    const values = { text: short(textOf(line)) };
    if (pages.length > 1) return fitsOnPage(line) ? [{ rule: 'page.row-split', pointer: where, page: pages[0] ?? 0, values }] : [];
    const row = data[at];
    const before = at > 0 ? pagesOf(body[at - 1] ?? line) : [];
    const parted = row && isTotal(row) && before.length > 0 && !before.includes(pages[0] ?? 0);
    return parted ? [{ rule: 'page.sum-split', pointer: where, page: pages[0] ?? 0, values }] : [];
  });
}

/** A row that is higher than half a page may go on on the next: kept whole, it would leave the rest of a page empty, or fit on none. */
function fitsOnPage(row: Element): boolean {
  const byPage = [...Map.groupBy(row.pieces, ({ page }) => page).values()];
  const height = byPage.reduce((sum, pieces) => sum + Math.max(...pieces.map(({ y }) => y)) - Math.min(...pieces.map(({ y }) => y)), 0);
  return height < 110;
}
