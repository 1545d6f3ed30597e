import { z } from 'zod';
import { refuse } from '../../command.ts';
import { documentCommand } from '../facts.ts';
import { awaitedSignatory } from '../signatories.ts';

const Certificate = z.base64().max(8_000);

/** A signature made where its key is: a CMS message, or a value over our signed attributes with its certificates, the signer's own first. */
const Signature = z.union([
  z.strictObject({ cms: z.base64().max(16_000) }),
  z.strictObject({ value: z.base64().max(2_000), certificates: z.array(Certificate).min(1).max(5) }),
]);

/**
 * The signer, or the one of several signatories whose turn it is, signs exactly the file that was prepared and shown. Where the key is elsewhere the signature comes along, over the digest of the
 * pending file; whether it is right is judged before it comes here.
 */
export const embedSignature = documentCommand('embed-signature', {
  input: z.strictObject({ digest: z.hash('sha256'), signature: Signature.exactOptional() }),

  decide({ input, state, actor }) {
    const signer = state.route === 'automatic' ? awaitedSignatory(state) : state.signer;
    if (actor.id !== signer?.id) return refuse('signature.another-began', { signer: signer?.name ?? null }, undefined, 403);
    if (input.digest !== state.prepared?.digest) return refuse('document.other-file', {}, undefined, 409);
    return [{ type: 'signature-given', ...input }];
  },
});
