import { createHash } from 'node:crypto';
import type { Signer } from '../../../signatures/signer.ts';
import { documentContent, signedAttributes, signedData } from './cms.ts';
import { embedSignature, prepareSignature, type SignaturePlace } from './sign.ts';

/** Room for an RSA-2048 signature, three certificates and a time-stamp token. */
export const signatureReserve = 12_288;

/**
 * Signs a field of a prepared file with a signer at hand: prepare, sign the attributes, embed. PAdES baseline B, or T with a time-stamper,
 * whose token over the signature's value says when it was made.
 */
export async function signField(
  base: Uint8Array,
  signer: Signer,
  place: Omit<SignaturePlace, 'reserve' | 'timeStamp'>,
  timeStamper?: { token(digest: Uint8Array): Promise<Buffer> },
): Promise<Buffer> {
  const pending = await prepareSignature(base, { ...place, reserve: signatureReserve });
  const certificate = await signer.certificate();
  const attributes = signedAttributes(documentContent, pending.digest, certificate);
  const signature = await signer.sign(attributes);
  const timeStamp = await timeStamper?.token(createHash('sha256').update(signature).digest());
  const message = { contentType: documentContent, attributes, signature, certificate, chain: await signer.chain() };
  return embedSignature(pending, signedData(timeStamp ? { ...message, timeStamp } : message));
}
