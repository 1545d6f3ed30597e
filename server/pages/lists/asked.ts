import { z } from 'zod';
import type { Language } from '../../http/language.ts';
import { readFields } from '../../http/read-input.ts';
import type { ListRoom } from './room.ts';

/** Whatever stands in the address; fields of a form that were left empty ask for nothing. */
export const AnyQuery = z.looseObject({});

export type Asked = {
  /** Filters and order, as the list reads them. */
  query: Record<string, unknown>;
  cursor: string | undefined;
  /** The same as they stand in an address, without the page. */
  given: Record<string, string>;
};

const Cursor = z
  .string()
  .max(5_000)
  .regex(/^[\w-]+$/)
  .optional();

/** Reads what an address asks of a list. @throws ProblemError 400 for what the list does not know */
export function readAsked(room: ListRoom, query: Record<string, unknown>, language: Language): Asked {
  const { cursor, ...rest } = Object.fromEntries(
    Object.entries(query)
      .map(([name, value]): [string, unknown] => [name, Array.isArray(value) ? value.filter(Boolean).join(',') : value])
      .filter(([, value]) => value !== ''),
  );
  return {
    query: readFields(z.strictObject(room.query.shape), rest, language),
    cursor: readFields(z.object({ cursor: Cursor }), { cursor }, language).cursor,
    given: Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)])),
  };
}

/** The address of a list with these filters. */
export function addressOf(path: string, given: Record<string, string>): string {
  const query = new URLSearchParams(Object.entries(given).toSorted(([a], [b]) => (a < b ? -1 : 1))).toString();
  return query === '' ? path : `${path}?${query}`;
}
