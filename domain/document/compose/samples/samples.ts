import type { z } from 'zod';

/** Three inputs of a document type: an everyday one, the least there can be, and the most one may meet. */
export type Samples<Input extends z.ZodType> = Record<'normal' | 'short' | 'extreme', z.input<Input>>;
