import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { append, type Change, signatureFieldsOf } from './increment.ts';
import { openOwnPdf } from './own-pdf.ts';
import { embedSignature, prepareSignature } from './sign.ts';
import { addTimeStampField, timeStampField } from './signature-fields.ts';
import type { TimeStamper } from './time-stamp.ts';

/** What a reader needs to check signatures later without asking anyone: certificates, OCSP answers, revocation lists, all in DER. */
export type Evidence = { certificates: Uint8Array[]; ocsps: Uint8Array[]; crls: Uint8Array[] };

const tokenReserve = 8192;

/**
 * Makes signatures last (PAdES baseline LTA): a store with the evidence, then a time-stamp over the whole file. Two increments; no byte
 * that was signed changes. The evidence must be made after the signatures, and include that of the time-stamping authority.
 */
export async function makeLongTerm(base: Uint8Array, evidence: Evidence, timeStamper: TimeStamper): Promise<Buffer> {
  return (await stampDocument(await addSecurityStore(base, evidence), timeStamper)).bytes;
}

/** Puts a time-stamp over the whole file: into the field made for it, or into a further one where the last time-stamp is to be renewed. */
export async function stampDocument(base: Uint8Array, timeStamper: TimeStamper): Promise<{ bytes: Buffer; token: Buffer }> {
  const { bytes, field } = await withEmptyField(base);
  const pending = await prepareSignature(bytes, { field, at: new Date(), timeStamp: true, reserve: tokenReserve });
  const token = await timeStamper.token(pending.digest);
  return { bytes: embedSignature(pending, token), token };
}

async function withEmptyField(base: Uint8Array): Promise<{ bytes: Uint8Array; field: string }> {
  const doc = openOwnPdf(base);
  const fields = signatureFieldsOf(doc);
  const first = fields.get(timeStampField.name)?.[1];
  if (first && !first.has(PDFName.of('V'))) return { bytes: base, field: timeStampField.name };
  return addTimeStampField(base, doc, [...fields.keys()]);
}

/** Adds evidence to the file's store, which is made where there is none; what stands in it stays. */
export async function addSecurityStore(base: Uint8Array, evidence: Evidence): Promise<Buffer> {
  const doc = openOwnPdf(base);
  const { context, catalog } = doc;
  const { Root } = context.trailerInfo;
  if (!(Root instanceof PDFRef)) throw new Error('a file without catalog');
  const changes: Change[] = [];
  const before = catalog.lookupMaybe(PDFName.of('DSS'), PDFDict);
  const add = (name: string, parts: Uint8Array[]): (PDFRef | ReturnType<PDFArray['get']>)[] => [
    ...(before?.lookupMaybe(PDFName.of(name), PDFArray)?.asArray() ?? []),
    ...parts.map((part) => {
      const ref = context.nextRef();
      changes.push([ref, context.stream(deflateSync(part), { Filter: 'FlateDecode' })]);
      return ref;
    }),
  ];
  const store = {
    Type: 'DSS',
    Certs: add('Certs', evidence.certificates),
    OCSPs: add('OCSPs', evidence.ocsps),
    CRLs: add('CRLs', evidence.crls),
  };
  catalog.set(PDFName.of('DSS'), context.obj(store));
  return append(base, doc, [...changes, [Root, catalog]]);
}
