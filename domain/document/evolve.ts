import { openApprovers } from './approvals.ts';
import type { DocumentFact } from './facts.ts';
import { awaitedElsewhere, given, lasting, prepared, signedBy } from './file-in-hand.ts';
import type { OfficialDocument } from './model.ts';
import { numbered, unnumbered } from './numbered.ts';
import { answers } from './receipt.ts';
import type { DocumentRecord } from './state.ts';

const noContent: OfficialDocument = {
  type: 'reminder',
  form: 'official-letter',
  issuer: { parent: [], lines: [], name: '' },
  place: '',
  abstract: '',
  addressees: [],
  bases: [],
  body: [],
  signatures: [],
  recipients: [],
  annexes: [],
  sample: false,
  rehearsal: false,
};

/** A document before its first fact. */
export const initialDocument: DocumentRecord = {
  type: '',
  route: 'signed',
  signerRole: '',
  title: '',
  issuerId: '',
  provinceId: null,
  series: null,
  pattern: null,
  subjects: [],
  roundId: null,
  schemeId: null,
  councilId: null,
  content: noContent,
  digest: '',
  version: 0,
  code: '',
  drafter: '',
  checks: [],
  approvals: [],
  returns: [],
  number: null,
  symbol: null,
  date: null,
  signer: null,
  prepared: null,
  file: null,
  pages: null,
  issuedOn: null,
  issuedBy: null,
  readers: [],
  whenIssued: [],
  whenReturned: [],
  recipients: [],
  links: [],
  corrections: [],
  copies: [],
  recall: null,
};

/** The document after a fact. */
export function evolveDocument(document: DocumentRecord, fact: DocumentFact, at: { today: string; actor: string }): DocumentRecord {
  const did = { by: at.actor, on: at.today };
  switch (fact.type) {
    case 'document-drafted': {
      const { type: _, documentType, onBehalfOf: _behalf, recipients, ...drafted } = fact;
      const awaited = recipients.map((recipient) => ({ ...recipient, confirmed: null }));
      return awaitingApproval({ ...document, ...drafted, type: documentType, recipients: awaited, version: 1 });
    }
    case 'number-reserved':
      return withNumber(document, fact);
    case 'draft-edited':
      return {
        ...document,
        title: fact.title,
        content: fact.content,
        digest: fact.digest,
        version: document.version + 1,
        editors: [...new Set([...(document.editors ?? []), at.actor])],
        ...(document.preview && { preview: null }),
        ...unapproved(document),
      };
    case 'preview-rendered':
      return { ...document, preview: { file: fact.file, pages: fact.pages, of: fact.of } };
    case 'format-checked':
      return { ...document, checks: [...document.checks, { ...did, accepted: true, ...judgement(fact) }] };
    case 'format-refused':
      return { ...document, checks: [...document.checks, { ...did, accepted: false, ...judgement(fact) }] };
    case 'draft-approved':
      return approved(document, fact, did);
    case 'draft-returned':
    case 'draft-discarded': {
      const findings = fact.type === 'draft-returned' ? fact.findings : undefined;
      const returned = { ...did, reason: fact.reason, ...(findings && { findings }) };
      return { ...document, ...unapproved(document), returns: [...document.returns, returned] };
    }
    case 'signature-begun':
      return signedAs(withNumber(document, fact), fact);
    case 'number-given-up':
      return {
        ...unsigned(document),
        ...(document.refusedSignature && { refusedSignature: null }),
        number: null,
        symbol: null,
        date: null,
        register: null,
        signer: null,
        prepared: null,
      };
    case 'file-prepared':
      return prepared(document, fact);
    case 'signature-given':
      return given(document, fact.signature);
    case 'signature-refused':
      return {
        ...awaitedElsewhere(document, fact.pending),
        given: null,
        refusedSignature: { rule: fact.rule, values: fact.values, on: at.today },
      };
    case 'person-signed':
      return { ...signedBy(document, fact), given: null, refusedSignature: null };
    case 'organisation-signed':
      return signedBy(document, fact);
    case 'evidence-stored':
      return { ...document, inHand: fact.file };
    case 'file-signed':
      return lasting({ ...document, file: fact.file, pages: fact.pages }, fact.stampHoldsUntil);
    case 'renewal-begun':
      return document;
    case 'time-stamp-renewed': {
      const formerFiles = [...(document.formerFiles ?? []), fact.former];
      return lasting({ ...document, file: fact.file, formerFiles }, fact.stampHoldsUntil);
    }
    default:
      return afterIssue(document, fact, did);
  }
}

type Judged = Extract<DocumentFact, { type: 'format-checked' | 'format-refused' }>;

/** What checker and machine said of a draft's form. */
function judgement(fact: Judged): Pick<DocumentRecord['checks'][number], 'notes' | 'findings' | 'reasons'> {
  const { notes, findings } = fact;
  const reasons = fact.type === 'format-checked' ? fact.reasons : undefined;
  return { notes, ...(findings && { findings }), ...(reasons && { reasons }) };
}

/** The document with one more approval, and with those whose approval is still open. */
function approved(
  document: DocumentRecord,
  { digest, previewDigest, role }: Extract<DocumentFact, { type: 'draft-approved' }>,
  did: { by: string; on: string },
): DocumentRecord {
  const approval = { ...did, digest, ...(previewDigest !== undefined && { previewDigest }), ...(role !== undefined && { role }) };
  return awaitingApproval({ ...document, approvals: [...document.approvals, approval] });
}

/** The document without any approval. */
const unapproved = ({ approvalRule, digest }: DocumentRecord): Pick<DocumentRecord, 'approvals' | 'approvers'> => {
  const approvers = openApprovers({ approvals: [], digest, ...(approvalRule && { approvalRule }) });
  return { approvals: [], ...(approvers && { approvers }) };
};

function awaitingApproval(document: DocumentRecord): DocumentRecord {
  const approvers = openApprovers(document);
  return approvers ? { ...document, approvers } : document;
}

type AfterIssue = Extract<
  DocumentFact,
  {
    type:
      | 'document-issued'
      | 'file-rendered'
      | 'receipt-confirmed'
      | 'replacement-begun'
      | 'replacement-given-up'
      | 'corrected'
      | 'replaced'
      | 'recalled'
      | 'copy-certified'
      | 'link-noted';
  }
>;

function afterIssue(document: DocumentRecord, fact: AfterIssue, did: { by: string; on: string }): DocumentRecord {
  switch (fact.type) {
    case 'document-issued':
      return awaited({ ...document, issuedOn: did.on, issuedBy: did.by });
    case 'file-rendered':
      return {
        ...lasting({ ...document, file: fact.file, pages: fact.pages }, fact.stampHoldsUntil),
        issuedOn: did.on,
        issuedBy: did.by,
      };
    case 'receipt-confirmed':
      return heard(document, fact, did);
    case 'corrected': {
      const { reason, text, documentId, symbol, date } = fact;
      const corrections = [...document.corrections, { ...did, reason, text }];
      return documentId === null
        ? { ...document, corrections }
        : { ...linked(document, { kind: 'corrected-by', documentId, symbol, date }), corrections };
    }
    case 'replaced': {
      const { documentId, symbol, date } = fact;
      return linked(document, { kind: 'replaced-by', documentId, symbol, date });
    }
    case 'replacement-begun':
      return { ...document, replacement: { ...did, reason: fact.reason } };
    case 'replacement-given-up':
      return { ...document, replacement: null };
    case 'link-noted': {
      const { type: _, ...link } = fact;
      return linked(document, link);
    }
    case 'recalled':
      return {
        ...document,
        recall: { on: did.on, reason: fact.reason },
        recipients: document.recipients.map((one) => ({
          ...one,
          confirmed: null,
          status: '13' as const,
          receipts: [...(one.receipts ?? []), { status: '13' as const, ...did, note: fact.reason }],
        })),
        ...(document.awaiting && { awaiting: document.recipients.map(({ organisationId }) => organisationId) }),
      };
    case 'copy-certified': {
      const { type: _, ...copy } = fact;
      return { ...document, copies: [...document.copies, { ...did, ...copy }] };
    }
  }
}

/** The document once it is out: what a clerk has sent is waited for to be received, what the system draws up for a file is not. */
function awaited(document: DocumentRecord): DocumentRecord {
  return { ...document, awaiting: document.recipients.map(({ organisationId }) => organisationId) };
}

/** The document with a receiver's word. */
function heard(
  document: DocumentRecord,
  { organisationId, status: said, note = '' }: Extract<DocumentFact, { type: 'receipt-confirmed' }>,
  did: { by: string; on: string },
): DocumentRecord {
  const status = said ?? (document.recall ? '15' : '03');
  const recipients = document.recipients.map((one) =>
    one.organisationId === organisationId
      ? {
          ...one,
          ...(answers(status) && { confirmed: did }),
          status,
          receipts: [...(one.receipts ?? []), { status, ...did, note }],
        }
      : one,
  );
  const { awaiting } = document;
  const left = awaiting && answers(status) ? awaiting.filter((one) => one !== organisationId) : awaiting;
  return { ...document, recipients, ...(left && { awaiting: left }) };
}

type Link = {
  kind: DocumentRecord['links'][number]['kind'];
  documentId: string;
  symbol?: string | null | undefined;
  date?: string | null | undefined;
};

/** The document with a link; facts from before numbers and days were taken down have the other's id alone. */
function linked(document: DocumentRecord, { kind, documentId, symbol, date }: Link): DocumentRecord {
  const link = { kind, documentId, ...(symbol !== undefined && { symbol }), ...(date !== undefined && { date }) };
  return { ...document, links: [...document.links, link] };
}

type Numbering = Pick<Begun, 'number' | 'symbol' | 'date' | 'register'>;

function withNumber(document: DocumentRecord, fact: Numbering): DocumentRecord {
  const { issuerId, series, year } = fact.register ?? {};
  const symbol = fact.symbol === null ? null : fact.symbol.slice(fact.symbol.indexOf('/') + 1);
  return {
    ...document,
    number: fact.number,
    symbol: fact.symbol,
    date: fact.date,
    register: issuerId && series && year ? { issuerId, series, year } : null,
    content: numbered(document.content, fact.number, symbol, fact.date),
  };
}

type Begun = Extract<DocumentFact, { type: 'signature-begun' }>;

/** The document in the hands of its signer, whose own capacity and name stand there if the draft named another. */
function signedAs(document: DocumentRecord, { signer, as }: Begun): DocumentRecord {
  if (!as) return { ...document, signer };
  const drafted = document.content.signatures;
  const signatures = drafted.map((block) => ({ ...block, ...as }));
  return { ...document, signer: { ...signer, drafted }, content: { ...document.content, signatures } };
}

/** The document with its content as it was approved. */
function unsigned(document: DocumentRecord): DocumentRecord {
  const content = unnumbered(document.content);
  return { ...document, content: { ...content, signatures: document.signer?.drafted ?? content.signatures } };
}
