import { z } from 'zod';
import { documentCommand } from '../facts.ts';

/** The file is whole: signed, sealed, with its evidence and a time-stamp over all of it. */
export const recordSigned = documentCommand('record-signed', {
  input: z.strictObject({
    file: z.hash('sha256'),
    pages: z.int().positive().max(10_000),
    stampHoldsUntil: z.iso.datetime().exactOptional(),
  }),

  decide: ({ input }) => [{ type: 'file-signed', ...input }],
});
