import type { z } from 'zod';
import type { Language } from '../../http/language.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import type { Collection } from '../../things/kinds.ts';

/** Who looks at a list, in which language. */
export type Looking = { caller: Caller; language: Language; parts: Parts };

/** One column of a list, as it is shown and exported: `money` is whole đồng, `day` and `instant` are ISO. */
export type Column<Row> = {
  /** The text of its head is `lists.column.{key}`. */
  key: string;
  as: 'text' | 'number' | 'money' | 'day' | 'instant';
  value(row: Row): string | number | null;
  href?(row: Row): string | null;
  /** By which name the list can be ordered by it. */
  sort?: string;
  /** Whether its sum means something; by this name in the sums of all that fits. */
  sum?: string;
};

export type Choice = { value: string; text: string };
/** What a list can be narrowed by; a field without choices takes words. */
export type Filter = { name: string; choices: Choice[] | null };

/** A list of one kind of thing: how it is narrowed, found, shown and summed up. */
export type ListRoom<Row = Record<string, unknown>> = {
  /** Its address, its entry in the menu and the prefix of its texts. */
  room: Collection;
  /** What its address may ask for, beside the page. */
  query: z.ZodObject;
  find(
    query: Record<string, unknown> & { cursor?: string | undefined; limit: number },
    looking: Looking,
  ): Promise<{ rows: Row[]; next: string | null }>;
  columns(looking: Looking, rows: Row[]): Promise<Column<Row>[]>;
  filters(looking: Looking): Promise<Filter[]>;
  /** How many fit and their sums, by the names that the columns give. */
  sums?(query: Record<string, unknown>, looking: Looking): Promise<Record<string, number>>;
  /** Where something new is begun, for those who may and only while there is something to begin it with. */
  create(looking: Looking): Promise<string | null> | string | null;
};

/** A list under its kind's own types. */
export const listRoom = <Row>(room: ListRoom<Row>): ListRoom => room as unknown as ListRoom;
