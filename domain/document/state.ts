import type { Json, RegisterKey } from '../command.ts';
import type { ApprovalRule } from '../regulation/document-rule.ts';
import type { Finding, FormatReason } from './format/finding.ts';
import type { OfficialDocument } from './model.ts';
import type { ReceiptStatus } from './receipt.ts';

/** What a document does when issued or returned: which things it tells, computed when it was drafted. */
export type Telling = { thing: string; command: string; input: Record<string, unknown> };

/** A true copy, a copy of a copy, or an extract (Decree 30/2020/NĐ-CP, Article 25). */
export type CopyKind = 'sao-y' | 'sao-luc' | 'trich-sao';

/**
 * The file with an empty signature: its SHA-256, where the signature goes in it (bytes), and the SHA-256 of all its other bytes. `field`: whose
 * signature it waits for; `base`: the file that it was made from, where others have signed before. Both are left out of what waits for the one signer.
 */
export type PendingFile = { file: string; from: number; to: number; digest: string; field?: string; base?: string };

/**
 * Who signs a paper in which field: a person whose act it records, or an organisation. `name` is as the certificate has it, `organisation` where
 * the person holds office.
 */
export type Signatory = { field: string; by: 'person' | 'organisation'; id: string; name: string; organisation: string };

/** A signature made where its key is, in base64: the whole CMS message, or its value over our signed attributes with the certificate and those above it. */
export type GivenSignature = { cms: string } | { value: string; certificates: string[] };

/** How two documents hang together, as either of them says it. */
export type LinkKind = keyof typeof linkBack;
/** What the other document says of the same tie. */
export const linkBack = {
  corrects: 'corrected-by',
  'corrected-by': 'corrects',
  replaces: 'replaced-by',
  'replaced-by': 'replaces',
  recalls: 'recalled-by',
  'recalled-by': 'recalls',
  copies: 'copied-by',
  'copied-by': 'copies',
} as const;

/** Whom a document goes to, the last word heard from there, and every word before. Facts from before there were statuses have none. */
export type Recipient = {
  organisationId: string;
  name: string;
  confirmed: { by: string; on: string } | null;
  status?: ReceiptStatus | null;
  receipts?: { status: ReceiptStatus; by: string; on: string; note: string }[];
};

/** An official document from draft to after its issue. */
export type DocumentRecord = {
  type: string;
  route: 'automatic' | 'signed';
  signerRole: string;
  title: string;
  issuerId: string;
  provinceId: string | null;
  series: string | null;
  pattern: string | null;
  /** Ids of the things it speaks of; the first is the one that asked for it. */
  subjects: string[];
  roundId: string | null;
  schemeId: string | null;
  councilId: string | null;
  content: OfficialDocument;
  /** SHA-256 of the canonical JSON of the content as it was drafted, before number and date: what approvals are bound to. */
  digest: string;
  version: number;
  code: string;
  drafter: string;
  /** Everybody who has edited it, not only who did so last. */
  editors?: string[];
  checks: { by: string; on: string; accepted: boolean; notes: string; findings?: Finding[]; reasons?: FormatReason[] }[];
  approvals: { by: string; digest: string; on: string; previewDigest?: string; role?: string }[];
  /** Who approves, where the law asks for more than one; roles that have not done so yet. */
  approvalRule?: ApprovalRule;
  approvers?: string[];
  /** The draft as pages, rendered from the content with this digest. */
  preview?: { file: string; pages: number; of: string } | null;
  returns: { by: string; on: string; reason: string; findings?: Finding[] }[];
  number: number | null;
  symbol: string | null;
  date: string | null;
  /** The register that the number is from: the issuer's, or that of whoever stands in its place. */
  register?: RegisterKey | null;
  /** `drafted`: the signature as the draft had it, where somebody else signs. */
  signer: { id: string; name: string; drafted?: OfficialDocument['signatures'] } | null;
  /** Who signs a paper on the route `automatic`, in the order of signing. Facts from before all of them signed have none. */
  signatories?: Signatory[];
  /** The fields that are signed. */
  signed?: string[];
  prepared: { file: string; digest: string; pending?: PendingFile; findings?: Finding[] } | null;
  /** What its signer gave, until it is in the file. */
  given?: GivenSignature | null;
  /** Why the last attempt to sign came to nothing. */
  refusedSignature?: { rule: string; values: Record<string, Json>; on: string } | null;
  /** The file on its way from one signature to the next. */
  inHand?: string | null;
  /** The last time-stamp's certificate ends then. */
  stampHoldsUntil?: string;
  /** Every file that it was before its time-stamp was renewed: they stay its own. */
  formerFiles?: string[];
  file: string | null;
  pages: number | null;
  issuedOn: string | null;
  issuedBy: string | null;
  /** Keys of those who may know of it besides its issuer (org:, province:, person:), as it was drafted. */
  readers: string[];
  /** Tellings when issued and when returned or discarded: the input lacks only documentId, symbol and date. */
  whenIssued: Telling[];
  whenReturned: Telling[];
  recipients: Recipient[];
  /** Recipients who have not answered yet, where an answer is waited for. */
  awaiting?: string[];
  /** Other documents that this one sets right, gives way to or is a copy of, with their number and day. */
  links: {
    kind: LinkKind;
    documentId: string;
    symbol?: string | null;
    date?: string | null;
  }[];
  corrections: { by: string; on: string; reason: string; text: string }[];
  copies: { by: string; on: string; kind: CopyKind; to: string; count: number; excerpt?: string }[];
  /** A document in its place is being drawn up. */
  replacement?: { by: string; on: string; reason: string } | null;
  recall: { on: string; reason: string } | null;
};
