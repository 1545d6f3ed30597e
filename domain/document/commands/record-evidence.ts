import { z } from 'zod';
import { documentCommand } from '../facts.ts';

/** Certificates, OCSP answers and revocation lists are in the file: it can be judged later without asking anyone. */
export const recordEvidence = documentCommand('record-evidence', {
  input: z.strictObject({ file: z.hash('sha256') }),

  decide: ({ input }) => [{ type: 'evidence-stored', ...input }],
});
