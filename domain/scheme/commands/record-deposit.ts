import { z } from 'zod';
import { schemeCommand } from '../command.ts';

/** The archive package lies in the file store. */
export const recordDeposit = schemeCommand('record-deposit', {
  input: z.strictObject({ file: z.hash('sha256'), bytes: z.int().positive(), documents: z.int().nonnegative() }),

  decide: ({ input }) => [{ type: 'deposited', ...input }],
});
