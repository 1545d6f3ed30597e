import { z } from 'zod';
import { Line, Table } from './table.ts';

/** A numbered or dashed part of an article or list: khoản "1.", điểm "a)", gạch đầu dòng "-". */
export type Point = { mark: string; text: string; points: Point[] };
export const Point: z.ZodType<Point> = z.object({
  mark: z.string().trim().max(12).normalize('NFC'),
  text: Line,
  get points() {
    return z.array(Point);
  },
});

/** "Điều 1. …" with its points. */
export const Article = z.object({
  kind: z.literal('article'),
  number: z.int().positive(),
  /** Heading of the article, as contracts have it; printed bold after the number. */
  title: Line.optional(),
  text: Line.optional(),
  points: z.array(Point),
});
export type Article = z.infer<typeof Article>;

/** Heading of a part: "I. …" (level 1), "1. …" (level 2). */
export const Heading = z.object({
  kind: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2)]),
  number: Line.optional(),
  title: Line,
});
export type Heading = z.infer<typeof Heading>;

export const Paragraph = z.object({
  kind: z.literal('paragraph'),
  /** Bold words before the text. */
  lead: Line.optional(),
  text: Line,
  style: z.enum(['plain', 'italic', 'bold', 'centred']).default('plain'),
});
export type Paragraph = z.infer<typeof Paragraph>;

export const List = z.object({ kind: z.literal('list'), points: z.array(Point).min(1) });
export type List = z.infer<typeof List>;

/** Facts as "term: text" lines, as forms and minutes have them. */
export const Definitions = z.object({ kind: z.literal('definitions'), entries: z.array(z.object({ term: Line, text: Line })).min(1) });
export type Definitions = z.infer<typeof Definitions>;

export const TableBlock = z.object({ kind: z.literal('table'), table: Table });
export type TableBlock = z.infer<typeof TableBlock>;

/** A piece of a document's body. */
export const Block = z.discriminatedUnion('kind', [Article, Heading, Paragraph, List, Definitions, TableBlock]);
export type Block = z.infer<typeof Block>;
