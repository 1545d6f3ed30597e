import { z } from 'zod';
import { dong, sumDong } from '../../money/dong.ts';
import { amountInWords } from '../../money/in-words.ts';
import type { Annex } from '../model.ts';
import { type Column, type ColumnGroup, Line, type Row } from '../table.ts';

/** A source of money and how much of it, in đồng: "Ngân sách trung ương", "Vốn đối ứng của đơn vị chủ trì". */
export const SourceAmount = z.object({ source: Line, amount: dong });
export type SourceAmount = z.infer<typeof SourceAmount>;

/** A scheme as a list in an annex shows it. `group` gathers schemes under a heading, for example a content group of the programme. */
export const ListedScheme = z.object({
  group: Line.optional(),
  title: Line,
  host: Line,
  /** Years in which the scheme is carried out. */
  years: z.array(z.int().min(2000).max(2100)).min(1),
  amounts: z.array(SourceAmount).min(1),
});
export type ListedScheme = z.infer<typeof ListedScheme>;

/** All sources that occur, in order of first appearance. */
function sourcesOf(schemes: readonly ListedScheme[]): string[] {
  return [...new Set(schemes.flatMap((scheme) => scheme.amounts.map(({ source }) => source)))];
}

function amountFrom(scheme: ListedScheme, source: string): number {
  return sumDong(scheme.amounts.filter((part) => part.source === source).map(({ amount }) => amount));
}

/** Total of a scheme over all sources, đồng. */
export function schemeTotal(scheme: ListedScheme): number {
  return sumDong(scheme.amounts.map(({ amount }) => amount));
}

/** Total of a list, đồng. */
export function listTotal(schemes: readonly ListedScheme[]): number {
  return sumDong(schemes.map(schemeTotal));
}

/** Totals of a list by source, in order of first appearance, đồng. */
export function totalsBySource(schemes: readonly ListedScheme[]): SourceAmount[] {
  return sourcesOf(schemes).map((source) => ({ source, amount: sumDong(schemes.map((scheme) => amountFrom(scheme, source))) }));
}

/** "2022" or "2022 - 2023". */
export function yearSpan(years: readonly number[]): string {
  const first = Math.min(...years);
  const last = Math.max(...years);
  return first === last ? String(first) : `${first} - ${last}`;
}

/** The annex of a decision that covers many schemes: host, sum by source and years of each, group sums, the grand total and its words. */
export function schemeListAnnex(schemes: readonly ListedScheme[], heading: { title: string; reference: string }): Annex {
  const sources = sourcesOf(schemes);
  const head: (Column | ColumnGroup)[] = [
    { title: 'STT', align: 'center', share: 4 },
    { title: 'Tên đề án', align: 'left' },
    { title: 'Đơn vị chủ trì', align: 'left' },
    { title: 'Năm thực hiện', align: 'center', share: 7 },
    { title: 'Tổng kinh phí', align: 'right' },
    { title: 'Trong đó', columns: sources.map((source) => ({ title: source, align: 'right' })) },
  ];
  return {
    heading: 'Phụ lục',
    title: heading.title.toLocaleUpperCase('vi'),
    reference: heading.reference,
    orientation: 'landscape',
    blocks: [
      {
        kind: 'table',
        table: { unit: 'Đơn vị tính: đồng', head, rowHead: 1, rows: [...rowsOf(schemes, sources), totalRow(schemes, sources)] },
      },
    ],
    closing: `Tổng kinh phí bằng chữ: ${amountInWords(listTotal(schemes))}.`,
  };
}

/** Schemes under their groups, groups in order of first appearance; numbered through, as lists of decisions are. */
function rowsOf(schemes: readonly ListedScheme[], sources: readonly string[]): Row[] {
  const groups = [...Map.groupBy(schemes, ({ group }) => group)];
  let number = 0;
  return groups.flatMap(([group, members], index): Row[] => {
    const items = members.map((scheme): Row => {
      number += 1;
      return {
        kind: 'item',
        cells: [String(number), scheme.title, scheme.host, yearSpan(scheme.years), schemeTotal(scheme), ...sums([scheme], sources)],
      };
    });
    if (group === undefined) return items;
    return [{ kind: 'section', cells: [roman(index + 1), group, '', '', listTotal(members), ...sums(members, sources)] }, ...items];
  });
}

function totalRow(schemes: readonly ListedScheme[], sources: readonly string[]): Row {
  return { kind: 'total', cells: ['', 'Tổng cộng', '', '', listTotal(schemes), ...sums(schemes, sources)] };
}

function sums(schemes: readonly ListedScheme[], sources: readonly string[]): number[] {
  return sources.map((source) => sumDong(schemes.map((scheme) => amountFrom(scheme, source))));
}

/** 4 → "IV". */
export function roman(value: number): string {
  const steps: [number, string][] = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let letters = '';
  for (const [worth, letter] of steps) {
    while (rest >= worth) {
      letters += letter;
      rest -= worth;
    }
  }
  return letters;
}
