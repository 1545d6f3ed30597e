import type { Kind } from '../command.ts';
import { delegationKey } from '../process/permit.ts';
import type { RegulationPack } from '../regulation/pack.ts';
import { approveDraft } from './commands/approve-draft.ts';
import { certifyCopy } from './commands/certify-copy.ts';
import { checkFormat } from './commands/check-format.ts';
import { confirmReceipt } from './commands/confirm-receipt.ts';
import { correct } from './commands/correct.ts';
import { discardDraft } from './commands/discard-draft.ts';
import { draftDocument } from './commands/draft-document.ts';
import { editDraft } from './commands/edit-draft.ts';
import { embedSignature } from './commands/embed-signature.ts';
import { issue } from './commands/issue.ts';
import { noteLink } from './commands/note-link.ts';
import { noteReceipt } from './commands/note-receipt.ts';
import { noteReplaced } from './commands/note-replaced.ts';
import { noteReplacementReturned } from './commands/note-replacement-returned.ts';
import { prepareSignature } from './commands/prepare-signature.ts';
import { recall } from './commands/recall.ts';
import { recordEvidence } from './commands/record-evidence.ts';
import { recordOrganisationSigned } from './commands/record-organisation-signed.ts';
import { recordPersonSigned } from './commands/record-person-signed.ts';
import { recordPrepared } from './commands/record-prepared.ts';
import { recordPreview } from './commands/record-preview.ts';
import { recordRendering } from './commands/record-rendering.ts';
import { recordRenewal } from './commands/record-renewal.ts';
import { recordSigned } from './commands/record-signed.ts';
import { refuseFile } from './commands/refuse-file.ts';
import { refuseSignature } from './commands/refuse-signature.ts';
import { renewTimeStamp } from './commands/renew-time-stamp.ts';
import { replace } from './commands/replace.ts';
import { returnDraft } from './commands/return-draft.ts';
import { documentEffects } from './effects.ts';
import { evolveDocument, initialDocument } from './evolve.ts';
import type { DocumentFact } from './facts.ts';
import { awaitedSignatory } from './signatories.ts';
import type { DocumentRecord } from './state.ts';

const outside = ['issued', 'corrected', 'replaced', 'recalled'];

/** An official document as the kernel knows it. */
export const documentKind: Kind<DocumentRecord, DocumentFact> = {
  kind: 'document',
  initial: initialDocument,
  evolve: evolveDocument,
  commands: {
    'draft-document': draftDocument,
    'edit-draft': editDraft,
    'check-format': checkFormat,
    'approve-draft': approveDraft,
    'return-draft': returnDraft,
    'record-preview': recordPreview,
    'discard-draft': discardDraft,
    'prepare-signature': prepareSignature,
    'record-prepared': recordPrepared,
    'refuse-file': refuseFile,
    'embed-signature': embedSignature,
    'record-person-signed': recordPersonSigned,
    'record-organisation-signed': recordOrganisationSigned,
    'record-evidence': recordEvidence,
    'record-signed': recordSigned,
    'refuse-signature': refuseSignature,
    'renew-time-stamp': renewTimeStamp,
    'record-renewal': recordRenewal,
    issue,
    'record-rendering': recordRendering,
    'confirm-receipt': confirmReceipt,
    correct,
    replace,
    recall,
    'certify-copy': certifyCopy,
    'note-link': noteLink,
    'note-receipt': noteReceipt,
    'note-replaced': noteReplaced,
    'note-replacement-returned': noteReplacementReturned,
  },
  relations,
  roster,
  readers,
  effects: documentEffects,
};

function relations(document: DocumentRecord, pack: RegulationPack): Record<string, string | string[]> {
  return {
    agency: `org:${pack.organisations.agency}`,
    ministry: `org:${pack.organisations.ministry}`,
    finance: `org:${pack.organisations.finance}`,
    issuer: `org:${document.issuerId}`,
    recipients: (document.awaiting ?? []).map((id) => `org:${id}`),
    delegation: delegationKey(document.issuerId, document.type),
    ...(document.provinceId && { province: `province:${document.provinceId}`, 'local-finance': `province:${document.provinceId}` }),
    ...signing(document, pack),
  };
}

/** Whose turn it is to sign a paper of several signatories, by a key that is elsewhere. */
function roster(document: DocumentRecord): Record<string, string[]> {
  const awaited = awaitedSignatory(document);
  return awaited ? { signatory: [awaited.id] } : {};
}

/** Whose signature the document waits for: the office of the role that signs its type. */
function signing(document: DocumentRecord, pack: RegulationPack): Record<string, string> {
  switch (document.signerRole) {
    case 'signer':
      return { signing: `org:${pack.organisations.ministry}` };
    case 'agency-head':
      return { signing: `org:${pack.organisations.agency}` };
    case 'province-head':
      return document.provinceId ? { signing: `province:${document.provinceId}` } : {};
    default:
      return { signing: `org:${document.issuerId}` };
  }
}

/** Offices that the law names to approve it. */
function approving(document: DocumentRecord, pack: RegulationPack): string[] {
  const known = relations(document, pack);
  return (document.approvalRule?.by ?? []).flatMap(({ of }) => known[of] ?? []);
}

/** Those who work on a draft, be it by a written authority to sign its type; once it is out, its recipients and whom it was drawn up for as well. Who signs a paper by name may always know of it. */
function readers(document: DocumentRecord, stateName: string, pack: RegulationPack): string[] {
  const { agency, ministry } = pack.organisations;
  const signers = document.issuerId === agency || document.issuerId === ministry ? [`org:${agency}`, `org:${ministry}`] : [];
  const local = document.signerRole === 'province-head' && document.provinceId ? [`province:${document.provinceId}`] : [];
  const delegates = delegationKey(document.issuerId, document.type);
  const working = document.route === 'signed' ? [...signers, ...local, ...approving(document, pack), delegates] : [];
  const addressed = outside.includes(stateName) ? document.recipients.map(({ organisationId }) => `org:${organisationId}`) : [];
  const named = document.route === 'automatic' || outside.includes(stateName) ? document.readers : [];
  const signatories = (document.signatories ?? []).flatMap(({ by, id }) => (by === 'person' ? [`person:${id}`] : []));
  return [...new Set(['role:auditor', `org:${document.issuerId}`, ...working, ...named, ...signatories, ...addressed])];
}
