import { z } from 'zod';
import { documentCommand } from '../facts.ts';
import { Pending } from '../pending.ts';
import { signatureRules } from '../signature-rules.ts';

/**
 * The signer's certificate or key would not do. The number stays reserved; the signer may sign again once that is mended, one of several
 * signatories also where their key is: `pending` is the file as it waits for them.
 */
export const refuseSignature = documentCommand('refuse-signature', {
  input: z.strictObject({ rule: z.enum(signatureRules), values: z.record(z.string(), z.json()), pending: Pending.exactOptional() }),

  decide: ({ input }) => [{ type: 'signature-refused', ...input }],
});
