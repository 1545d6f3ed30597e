import { z } from 'zod';
import { documentCommand } from '../facts.ts';

/** The file of a document that needs no personal signature is there: with it the document is issued. */
export const recordRendering = documentCommand('record-rendering', {
  input: z.strictObject({
    file: z.hash('sha256'),
    pages: z.int().positive().max(10_000),
    stampHoldsUntil: z.iso.datetime().exactOptional(),
  }),

  decide: ({ input, id }) => [{ type: 'file-rendered', documentId: id, ...input }],
});
