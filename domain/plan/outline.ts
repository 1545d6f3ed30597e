import type { RowAmounts } from './amounts.ts';
import type { NamedSource } from './source.ts';

/** A funding line as found: its own row, or the cells of a source's columns in the row of its item. */
export type Line = {
  row: number;
  named: NamedSource;
  amounts: RowAmounts;
  /** Index of the source whose columns hold the amounts; null: a row of its own. */
  column: number | null;
};

/** A section or an item of the table. */
export type Node = {
  key: string;
  row: number;
  number: string | null;
  label: string;
  rank: number;
  parent: Node | null;
  children: Node[];
  amounts: RowAmounts;
  lines: Line[];
  /** "Nguồn kinh phí:" with amounts of its own: the item's amounts once more. */
  restated: { row: number; label: string; amounts: RowAmounts }[];
};

/** A row that sums up: "Tổng cộng", "Cộng mục I". */
export type Total = {
  row: number;
  label: string;
  amounts: RowAmounts;
  lines: Line[];
  explicit: boolean;
  /** Number of the section it names. */
  names: string | null;
  /** The section it stands in, and how many nodes stood before it. */
  within: Node | null;
  nodesBefore: number;
};

/** An amount in words, with the figures of its row. */
export type Words = { row: number; text: string; dong: bigint; amounts: RowAmounts };

/** A table's rows in their order of belonging. */
export type Outline = { nodes: Node[]; totals: Total[]; words: Words[] };

/** The grand totals, and the subtotals with the section of each. Which is which only the whole table tells. */
export function sortTotals({ nodes, totals }: Outline): { grand: Total[]; subtotals: { total: Total; section: Node | null }[] } {
  const open = totals.filter((total) => total.names === null);
  const outside = open.filter((total) => total.nodesBefore === 0 || total.nodesBefore === nodes.length);
  const explicit = outside.filter((total) => total.explicit);
  const grand = explicit.length > 0 ? explicit : open.length === outside.length ? outside.slice(-1) : [];
  const subtotals = totals
    .filter((total) => !grand.includes(total))
    .map((total) => ({ total, section: total.names === null ? total.within : sectionNamed(nodes, total) }));
  return { grand, subtotals };
}

function sectionNamed(nodes: Node[], total: Total): Node | null {
  return (
    nodes.findLast((node) => node.number === total.names && node.row < total.row) ??
    nodes.find((node) => node.number === total.names) ??
    null
  );
}

const totalLabel =
  /^(tổng cộng|tổng số|tổng kinh phí|tổng|cộng|grand total|sub-?total|total)(?:[\s:.,]*$|\s*[(:]|\s+(?:kinh phí|dự toán|nhu cầu|mức|vốn|chi phí|nguồn|các|giai đoạn|cả|năm|toàn|thực hiện|chung|mục|phần|nhóm|section|of|[ivx]+|[a-d]|\d+(?:\.\d+)*)(?![\p{L}\d]))/iu;
const namedSection =
  /^(?:tổng cộng|tổng số|tổng|cộng|sub-?total|total)\s*(?:(?:mục|phần|nhóm|section)\s*)?\(?([IVX]+|[A-DĐ]|\d+(?:\.\d+)*)\)?[\s:.]*$/iu;

/** Whether a label is that of a total, and of which section. "Tổng kết", "Tổng hợp", "Cộng đồng" are work, not totals. */
export function readTotal(label: string, numbered: boolean): { explicit: boolean; names: string | null } | null {
  const match = totalLabel.exec(label);
  if (match === null || (numbered && !/^[\s:.,]*(\(.*\)[\s.:]*)?$/.test(label.slice(match[1]!.length)))) return null;
  const names = namedSection.exec(label)?.[1] ?? null;
  return { explicit: !/^(cộng|sub)/iu.test(label), names };
}
