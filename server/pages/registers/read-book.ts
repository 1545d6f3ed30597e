import { z } from 'zod';
import type { Language } from '../../http/language.ts';
import { readFields } from '../../http/read-input.ts';

export { AnyQuery, addressOf } from '../lists/asked.ts';

const Cursor = z
  .string()
  .max(5_000)
  .regex(/^[\w-]+$/)
  .optional();

/** What an address asks of a book; fields left empty ask for nothing. @throws ProblemError 400 */
export function readBook<Shape extends z.ZodRawShape>(shape: Shape, query: Record<string, unknown>, language: Language) {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
  return readFields(z.strictObject({ ...shape, cursor: Cursor }), given, language);
}
