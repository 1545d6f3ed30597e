import { signatoriesOf } from '../../domain/document/signatories.ts';
import type { DocumentRecord, Signatory } from '../../domain/document/state.ts';
import { signingReason } from '../../templates/signing-reason.ts';
import type { OwedRow } from './owed.ts';
import type { SignaturePlace } from './pdf/sign.ts';
import { inventedHand, inventedSeal } from './pdf/signature-pictures.ts';

/**
 * Whose signature a step is to put into the file: that of the field it was owed for; where one signer signs, the next of its kind. Null where
 * that signature is in the file already.
 */
export function signatoryOf(document: DocumentRecord, { params }: Pick<OwedRow, 'params'>, by: Signatory['by']): Signatory | null {
  const { field } = params;
  const order = signatoriesOf(document);
  const wanted =
    field === undefined
      ? order.find((one) => one.by === by && !document.signed?.includes(one.field))
      : order.find((one) => one.field === field && one.by === by);
  return wanted && !document.signed?.includes(wanted.field) ? wanted : null;
}

/** The file to which the next signature is added. */
export function baseOf({ inHand, prepared }: DocumentRecord): string {
  const base = inHand ?? prepared?.file;
  if (!base) throw new Error('The document has no file to sign.');
  return base;
}

/** Where and how it signs. The first signature in a file certifies: afterwards only signing is allowed. What is a sample shows a hand or a seal that nobody has. */
export function placeOf(document: DocumentRecord, signatory: Signatory): Omit<SignaturePlace, 'reserve' | 'timeStamp'> {
  const { content } = document;
  const { field, by, name } = signatory;
  const shown = content.signatures.some((block) => block.field === field || block.seal === field);
  return {
    field,
    at: new Date(),
    name,
    reason: signingReason(content.type, by, shown),
    location: content.place,
    ...(isFirst(document, signatory) && { certify: true }),
    ...(content.sample && shown && { drawing: by === 'person' ? inventedHand(name) : inventedSeal }),
  };
}

const isFirst = (document: DocumentRecord, { field }: Signatory): boolean => signatoriesOf(document)[0]?.field === field;
