import type { z } from 'zod';
import type { OfficialDocument } from '../model.ts';

/** A type of document: the plain data it is drawn up from, and how. `compose` takes the parsed input and is pure. */
export type Composer<Input extends z.ZodType = z.ZodType> = {
  input: Input;
  compose(input: z.output<Input>): OfficialDocument;
};

/** Ties an input schema to the function that composes from it. */
export function composer<Input extends z.ZodType>(input: Input, compose: (input: z.output<Input>) => OfficialDocument): Composer<Input> {
  return { input, compose };
}
