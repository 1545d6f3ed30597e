import type { Attached } from './attachments.ts';
import type { UnreadableReason } from './limits.ts';

/** One thing that was looked at. `unproven`: nothing speaks against it, and nothing proves it; never taken for passed. `why` says what was found. */
export type Finding = { result: 'passed' | 'failed' | 'unproven'; why: string };

export const passed = (why = 'ok'): Finding => ({ result: 'passed', why });
export const failed = (why: string): Finding => ({ result: 'failed', why });
export const unproven = (why: string): Finding => ({ result: 'unproven', why });

/** What was found of one signature or document time-stamp. */
export type SignatureReport = {
  field: string;
  kind: 'signature' | 'time-stamp';
  /** Common name and organisation in the certificate; empty where none could be read. */
  signer: string;
  organisation: string;
  /** When it was made: as a time-stamp proves, or else by the signer's own word. */
  at: string | null;
  atIsProven: boolean;
  /** In which revision of the file it was made; null where its byte range belongs to none. */
  revision: number | null;
  /** What it covers is one whole revision from the first byte, all but its own place. */
  range: Finding;
  /** What it covers is what was signed, by the key of the certificate that it names. */
  integrity: Finding;
  /** The certificate led to a trust anchor at that time and may sign. */
  chain: Finding;
  /** No certificate on the way was revoked at that time, by what is in the file. */
  revocation: Finding;
  /** A trusted time-stamp says when it was made. */
  time: Finding;
};

export type ChangeKind =
  | 'page'
  | 'page-content'
  | 'annotation'
  | 'form-value'
  | 'signature-field'
  | 'signature-added'
  | 'attachment'
  | 'structure'
  | 'font'
  | 'image'
  | 'metadata'
  | 'layers'
  | 'script'
  | 'permissions'
  | 'evidence-removed'
  | 'root'
  | 'hidden-bytes'
  | 'catalog'
  | 'object';

/** A change after the first signature that may not be. `object` is its number in the file. */
export type Change = { revision: number; object: number | null; what: ChangeKind };

/** A file that could be read: what it proves by itself, whatever any register knows of it. */
export type ReadableReport = {
  readable: true;
  /** In the order in which they were made. */
  signatures: SignatureReport[];
  emptyFields: string[];
  /** The first signature certifies, and allows no more than further signing (DocMDP, P = 2 or 1). */
  certification: Finding;
  changes: Change[];
  /** The last signature or time-stamp covers every byte of the file. */
  wholeFile: Finding;
} & Attached;

export type Report = ReadableReport | { readable: false; reason: UnreadableReason };
