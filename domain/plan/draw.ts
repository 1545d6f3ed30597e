import { roundedQuotient } from './numerals.ts';
import type { BothLanguages, FundingLine, Plan, PlanItem, PrintedShare, SourceKind } from './plan.ts';

/** Money of one source for a scheme, as the plan foresees it for the year. */
export type DrawnLine = {
  item: { key: string; number: string | null; label: string; row: number };
  amountDong: number;
  kind: SourceKind;
  /** As printed; empty where the plan names no source for the item. */
  source: string;
  share: PrintedShare | null;
  year: number;
  /** 'printed': the line's own amount. 'from-share': the plan prints only a percentage, this is its part of the item. 'item': the plan names no source. */
  basis: 'printed' | 'from-share' | 'item';
  row: number;
};

/** What a scheme takes over from a plan. Its amounts are what the plan's lines print, also where those do not make up the printed sum of the item. */
export type SchemeDraw = {
  drawn: true;
  title: string;
  year: number;
  lines: DrawnLine[];
  totalDong: number;
  /** The item's amount of the year as printed; where it is not `totalDong`, the plan's differences tell why. */
  printedDong: number | null;
  bySource: Record<SourceKind, number>;
  planItem: { key: string; number: string | null; row: number; year: number; planId?: string };
};

export type DrawRefusal = {
  drawn: false;
  reason: 'no-such-item' | 'ambiguous-item' | 'year-not-in-plan' | 'no-money-that-year';
  keys?: string[];
  text: BothLanguages;
};

/**
 * Draws the lines of a scheme from an item of a plan and a year. `item` is the item's key or its printed number, where only one item has it;
 * a section stands for all its items. The link back to the plan is `planItem`. Refuses with a reason, never with an exception.
 */
export function linesForScheme(plan: Plan, item: string, year: number, planId?: string): SchemeDraw | DrawRefusal {
  const found = itemsNamed(plan, item);
  const [chosen, ...others] = found;
  if (chosen === undefined) return refusal('no-such-item', { vi: `Kế hoạch không có mục ${item}.`, en: `The plan has no item ${item}.` });
  if (others.length > 0) {
    const keys = found.map(({ key }) => key);
    const text = {
      vi: `Có ${keys.length} mục số ${item}; hãy chọn: ${keys.join(', ')}.`,
      en: `${keys.length} items have the number ${item}; choose one of ${keys.join(', ')}.`,
    };
    return { ...refusal('ambiguous-item', text), keys };
  }
  if (!plan.years.includes(year)) {
    return refusal('year-not-in-plan', { vi: `Kế hoạch không có năm ${year}.`, en: `The plan does not cover the year ${year}.` });
  }
  const lines = itemsBelow(plan, chosen).flatMap((below) => linesOf(below, year));
  if (lines.length === 0) {
    return refusal('no-money-that-year', { vi: `Mục ${item} không có kinh phí năm ${year}.`, en: `Item ${item} has no money in ${year}.` });
  }
  const bySource: Record<SourceKind, number> = { programme: 0, local: 0, enterprise: 0, other: 0 };
  for (const line of lines) bySource[line.kind] += line.amountDong;
  const { key, number, row } = chosen;
  return {
    drawn: true,
    title: chosen.label,
    year,
    lines,
    totalDong: lines.reduce((sum, line) => sum + line.amountDong, 0),
    printedDong: chosen.years[String(year)] ?? null,
    bySource,
    planItem: { key, number, row, year, ...(planId !== undefined && { planId }) },
  };
}

/** What a text names in a plan: the item of that key, else every item with that printed number. More than one: the text does not say which. */
export function itemsNamed(plan: Plan, item: string): PlanItem[] {
  const all = [...plan.sections, ...plan.items];
  const wanted = item.trim().replace(/[.)]$/, '');
  const byKey = all.filter(({ key }) => key === wanted);
  return byKey.length > 0 ? byKey : all.filter(({ number }) => number === wanted);
}

function itemsBelow(plan: Plan, item: PlanItem): PlanItem[] {
  const below = [...plan.sections, ...plan.items].filter(({ section }) => section === item.key).toSorted((a, b) => a.row - b.row);
  return below.length === 0 ? [item] : below.flatMap((child) => itemsBelow(plan, child));
}

function linesOf(item: PlanItem, year: number): DrawnLine[] {
  const whole = item.years[String(year)] ?? null;
  const own = { item: { key: item.key, number: item.number, label: item.label, row: item.row }, year };
  const told = item.lines.some((line) => Object.values(line.years).some((amount) => amount !== null));
  const lines = item.lines.flatMap((line): DrawnLine[] => {
    const amountDong = told ? (line.years[String(year)] ?? 0) : partOf(line, whole);
    if (amountDong === 0) return [];
    return [
      {
        ...own,
        amountDong,
        kind: line.kind,
        source: line.source,
        share: line.share,
        basis: told ? 'printed' : 'from-share',
        row: line.row,
      },
    ];
  });
  if (lines.length > 0 || whole === null || whole === 0 || told) return lines;
  const only = item.lines.length === 1 ? item.lines[0] : undefined;
  return [
    { ...own, amountDong: whole, kind: only?.kind ?? 'other', source: only?.source ?? '', share: null, basis: 'item', row: item.row },
  ];
}

/** A share of an item's amount, to the nearest đồng. */
function partOf({ share }: FundingLine, whole: number | null): number {
  if (share === null || share.bound !== 'exact' || whole === null) return 0;
  const [units = '0', decimals = ''] = String(share.percent).split('.');
  return Number(roundedQuotient(BigInt(whole) * BigInt(units + decimals), 100n * 10n ** BigInt(decimals.length)));
}

const refusal = (reason: DrawRefusal['reason'], text: BothLanguages): DrawRefusal => ({ drawn: false, reason, text });
