import type { DocumentFact } from './facts.ts';
import { nextSignature } from './signatories.ts';
import type { DocumentRecord, GivenSignature, PendingFile } from './state.ts';

/** The document with the file that will be signed. What needs no signer is on its way to its first signature at once. */
export function prepared(
  document: DocumentRecord,
  { file, digest, pending, findings }: Extract<DocumentFact, { type: 'file-prepared' }>,
): DocumentRecord {
  const left = { ...document, prepared: { file, digest, ...(pending && { pending }), ...(findings && { findings }) } };
  return document.signer ? left : { ...left, inHand: file };
}

/** The document with the file that waits for a signature made elsewhere. */
export function awaitedElsewhere(document: DocumentRecord, pending: PendingFile | undefined): DocumentRecord {
  return document.prepared && pending ? { ...document, prepared: { ...document.prepared, pending } } : document;
}

/** The document with what its signer gave. A signatory of several who gave nothing along has it made by their key: the file waits for them no more. */
export function given(document: DocumentRecord, signature: GivenSignature | undefined): DocumentRecord {
  if (signature) return { ...document, given: signature };
  return document.route === 'automatic' ? waitingNoMore(document) : document;
}

function waitingNoMore(document: DocumentRecord): DocumentRecord {
  if (!document.prepared?.pending) return document;
  const { pending: _, ...prepared } = document.prepared;
  return { ...document, prepared };
}

/** The document with one more signature in its file. What waited for a signatory of several waits no more; the one signer's stays on record. */
export function signedBy(
  document: DocumentRecord,
  { file, field = nextSignature(document)?.field }: Extract<DocumentFact, { type: 'person-signed' | 'organisation-signed' }>,
): DocumentRecord {
  const signed = [...(document.signed ?? []), ...(field === undefined ? [] : [field])];
  const left = { ...document, inHand: file, signed };
  return document.route === 'automatic' ? waitingNoMore(left) : left;
}

/** The document with its whole file, which holds at least until then; facts from before time-stamps say nothing of it. */
export function lasting({ inHand, ...document }: DocumentRecord, until: string | undefined): DocumentRecord {
  return until === undefined
    ? { ...document, ...(inHand !== undefined && { inHand: null }) }
    : { ...document, inHand: null, stampHoldsUntil: until };
}
