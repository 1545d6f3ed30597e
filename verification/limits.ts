/** How much of a file is looked at before it is given up: far more than a document of ours needs, far less than would hurt. */
export const limits = {
  /** Of a file. */
  bytes: 25_000_000,
  /** Numbers of objects that one file may name. */
  objects: 400_000,
  /** Revisions, and so signatures and time-stamps, of one file. */
  revisions: 60,
  /** Of arrays and dictionaries in one another. */
  depth: 48,
  /** Values in one object. */
  values: 200_000,
  /** Bytes of one stream once it is inflated, and of all streams together. */
  inflated: 32_000_000,
  inflatedInAll: 96_000_000,
  /** Certificates, OCSP answers or revocation lists in one file. */
  evidence: 400,
};

/** Why a file cannot be judged. */
export type UnreadableReason = 'not-a-pdf' | 'malformed' | 'encrypted' | 'hybrid' | 'too-much' | 'unsupported';

/** The file is not one that may be judged; nothing in it counts then. */
export class Unreadable extends Error {
  override name = 'Unreadable';
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

export const malformed = (message: string): Unreadable => new Unreadable('malformed', message);
