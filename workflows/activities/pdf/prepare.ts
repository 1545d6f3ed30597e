import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PDFArray, type PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { edxmlOf } from '../../../domain/document/edxml/edxml-of.ts';
import { numberAndSymbol, type OfficialDocument, signatureFields } from '../../../domain/document/model.ts';
import { documentTitle } from '../../../templates/document.ts';
import { srgbProfile } from './icc.ts';
import { mendTags } from './mend-tags.ts';
import { openOwnPdf } from './own-pdf.ts';
import { addSignatureFields } from './signature-fields.ts';
import { writePdf } from './write-pdf.ts';
import { type Facts, xmp } from './xmp.ts';

const N = PDFName.of;
const text = (value: string): PDFHexString => PDFHexString.fromText(value);
const profile = deflateSync(srgbProfile(), { level: 9 });

/** A file inside the PDF. */
type Attachment = { name: string; mime: string; relation: 'Data' | 'Supplement' | 'Source'; description: string; data: Buffer };

/**
 * Makes the archival form of a rendered document: PDF/A-3a and PDF/UA-1, with the document's own data attached as JSON and as edXML, and all
 * signature fields in place, empty. This is the only full rewrite; from here on the file only grows by incremental updates.
 * The same rendering and the same `created` give the same bytes. `copied`: of a copy, the issued file that was copied, which goes with it.
 * Rejects a rendering in which what counts most cannot be read, and a copied file that is not the one that the copy names.
 */
export async function prepare(rendered: Uint8Array, document: OfficialDocument, created: Date, copied?: Buffer): Promise<Buffer> {
  const doc = openOwnPdf(rendered);
  const facts = factsOf(document, created);
  assertSays(mendTags(doc), document);
  doc.catalog.set(N('Lang'), PDFString.of('vi-VN'));
  describe(doc, facts, fileId(rendered, facts));
  attach(doc, [dataOf(document), exchangeFormOf(document), ...(copied ? [copiedFileOf(document, copied)] : [])], created);
  doc.catalog.set(N('AcroForm'), doc.context.obj({ Fields: addSignatureFields(doc, signatureFields(document)), SigFlags: 3 }));
  return writePdf(doc);
}

/** Thrown for a rendering in which what counts most cannot be read. Printing it again would give the same: somebody has to mend the draft. */
export class Misprint extends Error {
  override name = 'Misprint';
  readonly missing: string[];

  constructor(missing: string[]) {
    super(`the rendered document does not show: ${missing.join(' | ')}`);
    this.missing = missing;
  }
}

/** What is signed says what was decided: number, abstract and names are in the text of the file. Spaces are left out, since lines end anywhere. */
function assertSays(text: string, document: OfficialDocument): void {
  const found = text.replace(/\s+/gu, '');
  const names = document.signatures.map(({ name }) => name);
  const missing = [numberAndSymbol(document), document.typeName, document.abstract, ...names].filter(
    (part) => part !== undefined && !found.includes(part.replace(/\s+/gu, '')),
  );
  if (missing.length > 0) throw new Misprint(missing.flatMap((part) => part ?? []));
}

function factsOf(document: OfficialDocument, created: Date): Facts {
  return {
    title: documentTitle(document),
    author: document.issuer.name,
    subject: [numberAndSymbol(document), document.abstract].filter((part) => part !== undefined).join(' '),
    created,
    creator: 'Chromium',
    producer: 'Skia/PDF, pdf-lib',
  };
}

/** An identifier from all that the file is made of. */
function fileId(rendered: Uint8Array, facts: Facts): PDFHexString {
  return PDFHexString.of(createHash('sha256').update(rendered).update(JSON.stringify(facts)).digest('hex').slice(0, 32));
}

/** Metadata, twice and equal; never compressed, so that any archive finds it. And the colours' profile. */
function describe(doc: PDFDocument, facts: Facts, id: PDFHexString): void {
  const { context, catalog } = doc;
  const { Info } = context.trailerInfo;
  if (!(Info instanceof PDFRef)) throw new Error('the browser wrote no Info dictionary');
  const created = pdfDate(facts.created);
  const info = {
    Title: text(facts.title),
    Author: text(facts.author),
    Subject: text(facts.subject),
    Creator: text(facts.creator),
    Producer: text(facts.producer),
  };
  context.assign(Info, context.obj({ ...info, CreationDate: created, ModDate: created }));
  catalog.set(N('Metadata'), context.register(context.stream(Buffer.from(xmp(facts)), { Type: 'Metadata', Subtype: 'XML' })));
  const intent = {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB IEC61966-2.1'),
    Info: PDFString.of('sRGB IEC61966-2.1'),
    DestOutputProfile: context.register(context.stream(profile, { N: 3, Filter: 'FlateDecode' })),
  };
  catalog.set(N('OutputIntents'), context.obj([intent]));
  context.trailerInfo.ID = context.obj([id, id]);
}

function dataOf(document: OfficialDocument): Attachment {
  return {
    name: 'van-ban.json',
    mime: 'application/json',
    relation: 'Data',
    description: 'Dữ liệu có cấu trúc của văn bản',
    data: Buffer.from(JSON.stringify(document)),
  };
}

/** What goes over the exchange of documents says the same. */
function exchangeFormOf(document: OfficialDocument): Attachment {
  return {
    name: 'van-ban.xml',
    mime: 'text/xml',
    relation: 'Supplement',
    description: 'Thông tin văn bản theo định dạng edXML (QCVN 102:2016/BTTTT)',
    data: Buffer.from(edxmlOf(document)),
  };
}

/** What was copied, whole and as it was issued, with all its signatures: whoever holds the copy holds the original. */
function copiedFileOf(document: OfficialDocument, data: Buffer): Attachment {
  const sha256 = createHash('sha256').update(data).digest('hex');
  if (sha256 !== document.copied?.sha256) throw new Error(`the copy names the file ${document.copied?.sha256}, and was given ${sha256}`);
  return {
    name: 'van-ban-goc.pdf',
    mime: 'application/pdf',
    relation: 'Source',
    description: `Văn bản được sao, nguyên tệp như đã ban hành; SHA-256: ${sha256}`,
    data,
  };
}

/** Attachments in the catalog's associated files and in the tree of names, which is sorted. */
function attach(doc: PDFDocument, attachments: Attachment[], created: Date): void {
  const { context, catalog } = doc;
  const files = attachments
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((attachment): [PDFString, PDFRef] => [PDFString.of(attachment.name), attachedFile(doc, attachment, created)]);
  catalog.set(N('AF'), context.obj(files.map(([, ref]) => ref)));
  const names = PDFArray.withContext(context);
  for (const part of files.flat()) names.push(part);
  catalog.set(N('Names'), context.obj({ EmbeddedFiles: { Names: names } }));
}

function attachedFile(doc: PDFDocument, { name, mime, relation, description, data }: Attachment, created: Date): PDFRef {
  const { context } = doc;
  // A PDF inside a PDF is packed: whoever looks for signatures byte by byte must find none but the outer file's own.
  const packed = mime === 'application/pdf';
  const stream = context.stream(packed ? deflateSync(data, { level: 9 }) : data, {
    Type: 'EmbeddedFile',
    Subtype: mime,
    ...(packed && { Filter: 'FlateDecode' }),
    Params: { Size: data.length, ModDate: pdfDate(created), CheckSum: PDFHexString.of(createHash('md5').update(data).digest('hex')) },
  });
  return context.register(
    context.obj({
      Type: 'Filespec',
      F: PDFString.of(name),
      UF: text(name),
      Desc: text(description),
      AFRelationship: relation,
      EF: { F: context.register(stream) },
    }),
  );
}

function pdfDate(at: Date): PDFString {
  return PDFString.of(`D:${at.toISOString().replace(/\D/g, '').slice(0, 14)}+00'00'`);
}
