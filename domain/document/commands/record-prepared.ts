import { z } from 'zod';
import { documentCommand } from '../facts.ts';
import { Findings } from '../format/recorded.ts';
import { Pending } from '../pending.ts';

/** The file to be signed lies ready; the digest is that of what will be signed. `pending` is the same with an empty signature, for a key elsewhere. */
export const recordPrepared = documentCommand('record-prepared', {
  input: z.strictObject({
    file: z.hash('sha256'),
    digest: z.hash('sha256'),
    pending: Pending.exactOptional(),
    findings: Findings.exactOptional(),
  }),

  decide: ({ input }) => [{ type: 'file-prepared', ...input }],
});
