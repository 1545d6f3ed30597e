import { commandOf, type Json, type RegisterKey } from '../command.ts';
import type { ApprovalRule } from '../regulation/document-rule.ts';
import type { SignerFrame } from './compose/frame.ts';
import type { Finding, FormatReason } from './format/finding.ts';
import type { OfficialDocument } from './model.ts';
import type { ReceiptStatus } from './receipt.ts';
import type { SignatureRule } from './signature-rules.ts';
import type { CopyKind, DocumentRecord, GivenSignature, LinkKind, PendingFile } from './state.ts';

type Drafted = Pick<
  DocumentRecord,
  | 'type'
  | 'route'
  | 'signerRole'
  | 'title'
  | 'issuerId'
  | 'provinceId'
  | 'series'
  | 'pattern'
  | 'subjects'
  | 'roundId'
  | 'schemeId'
  | 'councilId'
  | 'content'
  | 'drafter'
  | 'digest'
  | 'code'
  | 'readers'
  | 'signatories'
  | 'whenIssued'
  | 'whenReturned'
> & { recipients: { organisationId: string; name: string }[] };

/** A number as it stands in the register of an issuer, a series and a year (Decree 30/2020/NĐ-CP, Article 15). */
export type RegisterEntry = RegisterKey & { number: number; symbol: string; date: string };
/** Number, symbol ("05/QĐ-BCT") and day; papers that bear no number have a day alone. */
type Numbered = { number: number | null; symbol: string | null; date: string; register?: RegisterEntry };

/** Number and day of the other document, and the id of this one, by which the other is told of it. */
type Linking = { symbol?: string | null; date?: string | null; originalId?: string };

/** What can have happened to a document. Files are named by their SHA-256. */
export type DocumentFact =
  /** `drafter`: whose act the document follows from. `onBehalfOf`: who therefore may neither check, approve nor sign it. */
  | ({ type: 'document-drafted'; onBehalfOf: string | null; approvalRule?: ApprovalRule; links?: DocumentRecord['links'] } & Omit<
      Drafted,
      'type'
    > & { documentType: string })
  | ({ type: 'number-reserved' } & Numbered)
  /** `voids`: those whose approval the edit has made void. */
  | { type: 'draft-edited'; title: string; content: OfficialDocument; digest: string; voids: string[] }
  /** `findings`: what the machine found. `reasons`: why the checker lets each warning stand. Facts from before there was a machine have neither. */
  | { type: 'format-checked'; accepted: true; notes: string; findings?: Finding[]; reasons?: FormatReason[] }
  | { type: 'format-refused'; notes: string; findings?: Finding[] }
  /** `previewDigest`: the SHA-256 of the pages that were read. `complete`: no more approvals are awaited. */
  | { type: 'draft-approved'; digest: string; previewDigest?: string; role?: string; complete?: boolean }
  /** `findings`: what is wrong with its pages, where the process sends it back. */
  | { type: 'draft-returned'; reason: string; voids?: string[]; findings?: Finding[] }
  | { type: 'preview-rendered'; file: string; pages: number; of: string }
  | { type: 'draft-discarded'; reason: string }
  /** `as`: in what capacity somebody signs whom the draft did not name. */
  | ({ type: 'signature-begun'; signer: { id: string; name: string }; as?: SignerFrame } & Numbered)
  | { type: 'number-given-up'; reason: string; givenUp: RegisterKey & { number: number; reason: string } }
  /** `pending`: the same file with an empty signature, for a key that is elsewhere. */
  | { type: 'file-prepared'; file: string; digest: string; pending?: PendingFile; findings?: Finding[] }
  /** `signature`: made elsewhere, and found right before it was taken. */
  | { type: 'signature-given'; digest: string; signature?: GivenSignature }
  /** The certificate or the key would not do: the file waits for its signer again, under the same number. `pending`: as it waits for a signatory of several. */
  | { type: 'signature-refused'; rule: SignatureRule; values: Record<string, Json>; pending?: PendingFile }
  /** `field`: which of several; facts from before there were several have none. */
  | { type: 'person-signed'; file: string; certificate: string; field?: string }
  | { type: 'organisation-signed'; file: string; certificate: string; field?: string }
  | { type: 'evidence-stored'; file: string }
  /** The last of the steps of signing. `stampHoldsUntil`: the certificate of the last time-stamp ends then. */
  | { type: 'file-signed'; file: string; pages: number; stampHoldsUntil?: string }
  /** The last time-stamp nears its end; the document gets another over all of it, and its file another hash. */
  | { type: 'renewal-begun'; stampHoldsUntil: string }
  | { type: 'time-stamp-renewed'; file: string; former: string; stampHoldsUntil: string }
  /** `late`: issued after the working day that follows the signature. */
  | { type: 'document-issued'; documentId: string; date: string; late: boolean }
  | { type: 'file-rendered'; documentId: string; file: string; pages: number; stampHoldsUntil?: string }
  /** Facts from before there were statuses say that it was received, or deleted. */
  | { type: 'receipt-confirmed'; organisationId: string; status?: ReceiptStatus; note?: string }
  | ({ type: 'corrected'; reason: string; text: string; documentId: string | null } & Linking)
  | ({ type: 'replaced'; reason: string; documentId: string } & Linking)
  /** A document in its place is to be drawn up; until that is issued, this one holds. */
  | { type: 'replacement-begun'; reason: string }
  | { type: 'replacement-given-up'; reason: string }
  /** Another document hangs together with this one. */
  | { type: 'link-noted'; kind: LinkKind; documentId: string; symbol?: string | null; date?: string | null }
  | { type: 'recalled'; reason: string }
  /** `excerpt`: the part that an extract gives. */
  | { type: 'copy-certified'; kind: CopyKind; to: string; count: number; excerpt?: string };

/** Makes a command of a document. */
export const documentCommand = commandOf<DocumentRecord, DocumentFact>();
