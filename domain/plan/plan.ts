import { z } from 'zod';

/**
 * Whole đồng as a plan prints them. Unlike an amount of the system it may be negative: a plan is taken in as it stands, and what is
 * strange about it becomes a remark.
 */
const printedDong = z.int();

/** Amounts of one row: its total and each year, as printed. `null`: nothing stands in that cell. */
const amounts = {
  totalDong: printedDong.nullable(),
  years: z.record(z.string().regex(/^\d{4}$/), printedDong.nullable()),
};

/** Who gives the money: the national programme or central budget, the province's own budgets, enterprises and others who share the cost, anybody else. */
export const SourceKind = z.enum(['programme', 'local', 'enterprise', 'other']);
export type SourceKind = z.infer<typeof SourceKind>;

/** A printed percentage, as in "(70%)". `bound`: "tối đa 70%" is only exceeded above it, "tối thiểu" only missed below it. */
export const PrintedShare = z.object({
  printed: z.string(),
  percent: z.number().nonnegative(),
  bound: z.enum(['exact', 'at-most', 'at-least']),
});
export type PrintedShare = z.infer<typeof PrintedShare>;

/** Money from one source: a row of its own, or a cell of a column that belongs to the source. */
export const FundingLine = z.object({
  row: z.int().positive(),
  kind: SourceKind,
  /** The source's name as printed, without dash and percentage. */
  source: z.string(),
  /** The whole printed text. */
  label: z.string(),
  share: PrintedShare.nullable(),
  ...amounts,
});
export type FundingLine = z.infer<typeof FundingLine>;

/** A section or an item. Sections have items below them; the lines of a section only break its sum down. */
export const PlanItem = z.object({
  /** Unique in the plan: the printed number, with the section's before it where numbers repeat ("II/1"); "1/r4" for row 4, which has none. */
  key: z.string().min(1),
  row: z.int().positive(),
  number: z.string().nullable(),
  label: z.string(),
  /** 0 for what stands at the top. */
  level: z.int().nonnegative(),
  /** Key of the section it belongs to. */
  section: z.string().nullable(),
  ...amounts,
  lines: z.array(FundingLine),
});
export type PlanItem = z.infer<typeof PlanItem>;

/** "Tổng cộng", with the "Trong đó" rows or source columns that break it down. */
export const PlanTotal = z.object({ row: z.int().positive(), label: z.string(), ...amounts, lines: z.array(FundingLine) });
export type PlanTotal = z.infer<typeof PlanTotal>;

/** One source over the whole plan: what its lines below the items add up to. */
export const PlanSource = z.object({ kind: SourceKind, source: z.string(), ...amounts });
export type PlanSource = z.infer<typeof PlanSource>;

/** A province's plan, as its annex prints it. Nothing in it is corrected. */
export const Plan = z.object({
  title: z.string(),
  unit: z.object({
    factorDong: z.int().positive(),
    printed: z.string().nullable(),
    /** No unit is stated; đồng was taken. */
    assumed: z.boolean(),
  }),
  years: z.array(z.int()),
  sources: z.array(PlanSource),
  sections: z.array(PlanItem),
  items: z.array(PlanItem),
  total: PlanTotal.nullable(),
});
export type Plan = z.infer<typeof Plan>;

/** The same text for both kinds of reader. */
export const BothLanguages = z.object({ vi: z.string(), en: z.string() });
export type BothLanguages = z.infer<typeof BothLanguages>;

/** Where in the file, 1-based rows and columns by letter, as a spreadsheet shows them. */
export const Place = z.object({
  row: z.int().positive(),
  number: z.string().nullable(),
  label: z.string(),
  /** Heading of the column, as printed. */
  column: z.string(),
  cell: z.string(),
  year: z.int().optional(),
  text: BothLanguages,
});
export type Place = z.infer<typeof Place>;

/** Which arithmetic was done again. */
export const DifferenceRule = z.enum([
  'row-years', // a row's total is the sum of its years
  'row-group', // a column that sums up others of its row
  'item-lines', // an item is the sum of its funding lines
  'section-items', // a section is the sum of its items
  'share', // a line's percentage of its item, per year and in total
  'shares-hundred', // the percentages of an item, where no amounts are printed
  'grand-total', // the total is the sum of the top sections
  'subtotal', // "Cộng mục I" is the sum of its section
  'source-total', // a source's total is the sum of that source's lines
  'total-sources', // a total is the sum of the sources that break it down
  'words', // the amount in words is the printed total
]);
export type DifferenceRule = z.infer<typeof DifferenceRule>;

/** A sum or a share that does not agree with what it is made of. Nothing is corrected for it. */
export const Difference = z.object({
  place: Place,
  kind: z.enum(['sum', 'share', 'total']),
  rule: DifferenceRule,
  /** Of `printed` and `computed`: đồng, or percent with two decimals at most. */
  unit: z.enum(['dong', 'percent']),
  printed: z.number().nullable(),
  computed: z.number(),
  /** The cells from which `computed` comes, the first hundred. */
  cells: z.array(z.string()),
  /** The printed sum is right if it is built up from the items: the mistake is in a sum between. */
  agreesWithItems: z.boolean().optional(),
  /** The printed percentage is the computed one, rounded. */
  withinRounding: z.boolean().optional(),
  text: BothLanguages,
});
export type Difference = z.infer<typeof Difference>;

/** Something in the file that was not understood, or was understood only by an assumption. */
export const Remark = z.object({
  row: z.int().positive().nullable(),
  cell: z.string().optional(),
  code: z.string(),
  /** What is printed there. */
  printed: z.string(),
  text: BothLanguages,
});
export type Remark = z.infer<typeof Remark>;

/** An annex as taken in: the plan, each sum and share that does not agree, and what could not be read. */
export const PlanReading = z.object({ plan: Plan, differences: z.array(Difference), remarks: z.array(Remark) });
export type PlanReading = z.infer<typeof PlanReading>;
