import type { Block } from '../block.ts';
import { roman } from '../compose/scheme-list.ts';
import type { OfficialDocument } from '../model.ts';
import { type Cell, columnsOf, type Row, type Table } from '../table.ts';
import type { Found } from './finding.ts';
import { isTotal } from './sums.ts';

/** Tables are recomputed: totals and sections of each column, sums of a row over its parts, ordinal numbers, the unit of money. */
export function tables({ body, annexes }: OfficialDocument): Found[] {
  return [inBlocks(body, '/body'), ...annexes.map(({ blocks }, at) => inBlocks(blocks, `/annexes/${at}/blocks`))].flat();
}

const inBlocks = (blocks: readonly Block[], pointer: string): Found[] =>
  blocks.flatMap((block, at): Found[] => {
    if (block.kind !== 'table') return [];
    const where = `${pointer}/${at}/table`;
    return [...totals(block.table, where), ...rowSums(block.table, where), ...numbers(block.table, where), ...unit(block.table, where)];
  });

/** What a cell counts: numbers as they are, printed decimals ("34,5"), an empty cell nothing; undefined for words and shares. */
function countOf(cell: Cell | undefined): number | undefined {
  if (typeof cell === 'number') return cell;
  if (cell === undefined || cell.trim() === '') return 0;
  const printed = cell.trim();
  if (!/^-?\d{1,3}(\.\d{3})*(,\d+)?$|^-?\d+(,\d+)?$/u.test(printed)) return undefined;
  return Number(printed.replaceAll('.', '').replace(',', '.'));
}

const filled = (cell: Cell | undefined): boolean => cell !== undefined && cell !== '';

/** Each column of a section and of a total is the sum of its items. */
function totals({ rows, head, rowHead }: Table, pointer: string): Found[] {
  const columns = columnsOf(head).length;
  const found: Found[] = [];
  let sinceSection: Row[] = [];
  let items: Row[] = [];
  let section: { row: Row; at: number } | undefined;
  const compare = (row: Row, at: number, summed: readonly Row[]): void => {
    if (summed.length === 0) return;
    for (let column = rowHead + 1; column < columns; column += 1) {
      const cell = row.cells[column];
      const printed = countOf(cell);
      if (!filled(cell) || printed === undefined) continue;
      const values = summed.map(({ cells }) => countOf(cells[column]));
      if (values.some((value) => value === undefined)) continue;
      const computed = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
      if (Math.abs(computed - printed) > 0.05)
        found.push({
          rule: 'table.total',
          pointer: `${pointer}/rows/${at}/cells/${column}`,
          values: { printed, asked: Math.round(computed * 100) / 100 },
        });
    }
  };
  const closeSection = (): void => {
    if (section) compare(section.row, section.at, sinceSection);
    sinceSection = [];
  };
  rows.forEach((row, at) => {
    if (row.kind === 'item') {
      items.push(row);
      sinceSection.push(row);
    } else if (row.kind === 'section') {
      closeSection();
      section = { row, at };
    } else if (isTotal(row)) {
      closeSection();
      section = undefined;
      compare(row, at, items);
      items = [];
    }
  });
  closeSection();
  return found;
}

/** "Tổng kinh phí" over the columns under "Trong đó", "Tổng số" before its fellows under one head. */
function rowSums({ head, rows }: Table, pointer: string): Found[] {
  const groups: { total: number; from: number; to: number }[] = [];
  let column = 0;
  head.forEach((part, at) => {
    const before = head[at - 1];
    if ('columns' in part) {
      const to = column + part.columns.length;
      if (/^Tổng/u.test(part.columns[0]?.title ?? '') && part.columns.length > 1) groups.push({ total: column, from: column + 1, to });
      else if (/^Trong đó/u.test(part.title) && before && !('columns' in before) && /^Tổng/u.test(before.title))
        groups.push({ total: column - 1, from: column, to });
      column = to;
    } else column += 1;
  });
  return rows.flatMap(({ cells }, at) =>
    groups.flatMap(({ total, from, to }): Found[] => {
      const printed = cells[total];
      const parts = cells.slice(from, to).map(countOf);
      if (typeof printed !== 'number' || parts.some((part) => part === undefined)) return [];
      const computed = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
      return computed === printed
        ? []
        : [{ rule: 'table.row-sum', pointer: `${pointer}/rows/${at}/cells/${total}`, values: { printed, asked: computed } }];
    }),
  );
}

/** "STT" counts on: sections in Roman numbers, items through the whole table or anew in each section. */
function numbers({ head, rows }: Table, pointer: string): Found[] {
  if (!/^(STT|TT|Số TT)$/u.test(columnsOf(head)[0]?.title ?? '')) return [];
  const found: Found[] = [];
  let [item, inSection, section] = [0, 0, 0];
  rows.forEach(({ kind, cells }, at) => {
    const mark = String(cells[0] ?? '');
    const where = `${pointer}/rows/${at}/cells/0`;
    if (kind === 'section' && /^[IVXL]+$/u.test(mark)) {
      section += 1;
      inSection = 0;
      if (mark !== roman(section)) found.push({ rule: 'table.numbering', pointer: where, values: { mark, asked: roman(section) } });
    } else if (kind === 'item' && /^\d+$/u.test(mark)) {
      item += 1;
      inSection += 1;
      const number = Number(mark);
      if (number !== item && number !== inSection) found.push({ rule: 'table.numbering', pointer: where, values: { mark, asked: item } });
      if (number !== inSection || section > 1) item = Math.max(item, number);
      else item = number;
    } else if (kind === 'item' && mark === '')
      found.push({ rule: 'table.numbering', pointer: where, values: { mark: '–', asked: item + 1 } });
  });
  return found;
}

/** Money without a unit: whether đồng or million đồng cannot be seen. */
function unit({ unit: named, rows, head }: Table, pointer: string): Found[] {
  const money = rows.some(({ cells }) => cells.some((cell) => typeof cell === 'number' && cell >= 1_000_000));
  const said = named !== undefined || columnsOf(head).some(({ title }) => /đồng/u.test(title));
  return money && !said ? [{ rule: 'table.unit', pointer }] : [];
}
