import { attachedIn } from './attachments.ts';
import { type Certificate, readCertificate } from './certificates.ts';
import { NotDer } from './der.ts';
import { type Evidence, evidenceIn } from './evidence.ts';
import { forbiddenChanges } from './increments.ts';
import { limits, Unreadable } from './limits.ts';
import { openFile, type PdfFile, type View } from './pdf-file.ts';
import { isDict, isList, nameOf, type Value } from './pdf-syntax.ts';
import { type Change, type Finding, failed, passed, type Report } from './report.ts';
import { readStatements } from './revocation.ts';
import { coveredBy, type SignatureField, signatureFields } from './signature-fields.ts';
import { judgeSignatures, type Made, readSignature } from './signatures.ts';

/** What a file is held against: the certificates of the authorities that are trusted, in DER, and the time that counts as now. */
export type Anchors = { roots: Buffer[]; now: Date };

/**
 * Reads a file and says what it proves by itself: its signatures and time-stamps, and whether anything else was changed after the first of
 * them. Never throws for what is in the file: what cannot be read is not readable, and proves nothing.
 */
export function examine(bytes: Buffer, anchors: Anchors): Report {
  try {
    return reportOn(openFile(bytes), anchors);
  } catch (error) {
    if (error instanceof Unreadable) return { readable: false, reason: error.reason };
    if (error instanceof RangeError || error instanceof NotDer) return { readable: false, reason: 'malformed' };
    throw error;
  }
}

function reportOn(file: PdfFile, { roots, now }: Anchors): Report {
  const view = file.view(file.revisions.length - 1);
  const fields = signatureFields(view);
  const evidence = evidenceIn(file, view);
  const signed = fields.flatMap(({ name, signature }) => (signature ? [{ name, signature, ...coveredBy(file, view, signature) }] : []));
  if (signed.length > limits.revisions) throw new Unreadable('too-much', 'too many signatures');
  const made = signed
    .map(
      ({ name, signature, finding, covered }): Made => ({
        ...readSignature(name, signature.dict, finding, covered),
        certifies: certifies(view, signature),
      }),
    )
    .toSorted((one, other) => (one.report.revision ?? -1) - (other.report.revision ?? -1));
  const signatures = judgeSignatures(
    made,
    certificatesOf(evidence),
    readStatements(evidence.OCSPs, evidence.CRLs),
    roots.map(readCertificate),
    now,
  );
  return {
    readable: true,
    signatures,
    emptyFields: fields.filter(({ signature }) => !signature).map(({ name }) => name),
    certification: certification(file, made),
    changes: changesAfter(file),
    wholeFile: wholeFile(file, made),
    ...attachedIn(file, view),
  };
}

/** Certificates of the store; one that cannot be read is as if it were not there. */
function certificatesOf(evidence: Evidence): Certificate[] {
  return evidence.Certs.flatMap((der) => {
    try {
      return [readCertificate(der)];
    } catch {
      return [];
    }
  });
}

/** The catalog's permissions name this signature, and it says P = 1 or 2. */
function certifies(view: View, signature: NonNullable<SignatureField['signature']>): boolean {
  const permissions = view.resolve(view.catalog.entries.get('Perms'));
  const named = isDict(permissions) ? permissions.entries.get('DocMDP') : null;
  const references = view.resolve(signature.dict.entries.get('Reference'));
  const [reference] = isList(references) && references.items.length === 1 ? references.items.map((one) => view.resolve(one)) : [];
  if (typeof named !== 'object' || named?.kind !== 'ref' || named.number !== signature.number || !isDict(reference)) return false;
  const parameters: Value = view.resolve(reference.entries.get('TransformParams'));
  const allowed = isDict(parameters) ? (view.resolve(parameters.entries.get('P')) ?? 2) : null;
  return nameOf(reference.entries.get('TransformMethod')) === 'DocMDP' && (allowed === 1 || allowed === 2);
}

function certification(file: PdfFile, made: Made[]): Finding {
  const [first] = made;
  if (!first) return failed('no-signature');
  if (!first.certifies) return failed('not-certified');
  return file.revisions.length > 0 && made.slice(1).every(({ certifies: also }) => !also) ? passed() : failed('certified-twice');
}

/** Changes after the first signature that any revision has: one that a later revision hides was made all the same. */
function changesAfter(file: PdfFile): Change[] {
  const first = file.revisions.findIndex((_, revision) => signatureFields(file.view(revision)).some(({ signature }) => signature));
  if (first < 0) return [];
  const ready = new Set(signatureFields(file.view(first)).map(({ number }) => number));
  const changes: Change[] = [];
  for (let revision = first + 1; revision < file.revisions.length; revision += 1) changes.push(...forbiddenChanges(file, revision, ready));
  return changes.slice(0, 100);
}

function wholeFile(file: PdfFile, made: Made[]): Finding {
  const last = made.at(-1)?.report;
  if (!last) return failed('no-signature');
  if (file.trailing > 0) return failed('bytes-after-the-end');
  return last.revision === file.revisions.length - 1 && last.range.result === 'passed' ? passed() : failed('not-covered');
}
