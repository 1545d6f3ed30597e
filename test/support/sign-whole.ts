import { type OfficialDocument, signatureFields } from '../../domain/document/model.ts';
import type { Signer } from '../../signatures/signer.ts';
import { signingReason } from '../../templates/signing-reason.ts';
import type { DevelopmentAuthority } from '../../workflows/activities/pdf/dev-certificates.ts';
import { makeLongTerm } from '../../workflows/activities/pdf/long-term.ts';
import { inventedHand, inventedSeal } from '../../workflows/activities/pdf/signature-pictures.ts';
import { signField } from '../../workflows/activities/pdf/signer.ts';

/** A prepared file with every signature it has room for, evidence and time-stamp (PAdES baseline LTA), all by a development authority. */
export async function signWhole(prepared: Uint8Array, document: OfficialDocument, authority: DevelopmentAuthority): Promise<Buffer> {
  const at = new Date();
  const signers: Signer[] = [];
  let file: Buffer = Buffer.from(prepared);
  for (const [index, { name: field, by, hidden }] of signatureFields(document).entries()) {
    const block = document.signatures.find((one) => one.field === field || one.seal === field);
    const name = by === 'person' ? (block?.name ?? field) : (block?.party ?? document.issuer.name);
    const signer = await authority.signerFor({ kind: by, id: field, name, organisation: document.issuer.name });
    const reason = signingReason(document.type, by, !hidden);
    const drawing = by === 'person' ? inventedHand(name) : inventedSeal;
    const place = { field, at, name, reason, location: document.place, certify: index === 0, ...(!hidden && { drawing }) };
    file = await signField(file, signer, place, authority.timeStamper);
    signers.push(signer);
  }
  return makeLongTerm(file, await authority.evidenceFor(signers), authority.timeStamper);
}
