import { z } from 'zod';
import { documentCommand } from '../facts.ts';

/** A person's signature is in the file; `certificate` is the SHA-256 of the one that it names, `field` where it stands. */
export const recordPersonSigned = documentCommand('record-person-signed', {
  input: z.strictObject({ file: z.hash('sha256'), certificate: z.hash('sha256'), field: z.string().max(60).exactOptional() }),

  decide: ({ input }) => [{ type: 'person-signed', ...input }],
});
