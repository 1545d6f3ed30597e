import type { OfficialDocument } from '../domain/document/model.ts';
import { samples } from '../templates/gallery.ts';
import { addSecurityStore, stampDocument } from '../workflows/activities/pdf/long-term.ts';
import { prepare } from '../workflows/activities/pdf/prepare.ts';
import type { Renderer } from '../workflows/activities/pdf/renderer.ts';
import { inventedHand, inventedSeal } from '../workflows/activities/pdf/signature-pictures.ts';
import { signField } from '../workflows/activities/pdf/signer.ts';
import { type Identity, type TestAuthority, testAuthority } from './test-kit-authority.ts';
import type { RequiredSignature } from './verdict.ts';

/** A decision as it is issued, with each of its earlier revisions. */
export type Original = {
  document: OfficialDocument;
  authority: TestAuthority;
  person: Identity;
  organisation: Identity;
  prepared: Buffer;
  byPerson: Buffer;
  byBoth: Buffer;
  stored: Buffer;
  final: Buffer;
  /** Another document by the same signers, as issued. */
  other: Buffer;
  roots: Buffer[];
  required: RequiredSignature[];
  code: string;
};

/** Who signs a document, when, and by whose leave; what is left out is as it ought to be. */
export type Signing = {
  person?: Identity;
  organisation?: Identity | null;
  certify?: boolean;
  timeStamper?: Parameters<typeof signField>[3] | null;
  evidence?: Parameters<typeof addSecurityStore>[1];
};

/** Signs a prepared decision as the system does: person, organisation, evidence, time-stamp. */
export async function signedAs(
  prepared: Buffer,
  of: Pick<Original, 'document' | 'authority' | 'person' | 'organisation'>,
  how: Signing = {},
) {
  const { document, authority } = of;
  const person = how.person ?? of.person;
  const organisation = how.organisation === undefined ? of.organisation : how.organisation;
  const stamper = how.timeStamper === undefined ? authority.timeStamper() : (how.timeStamper ?? undefined);
  const name = document.signatures[0]?.name ?? '';
  const hand = { field: 'ChuKy', at: new Date(), name, reason: 'Ký ban hành', certify: how.certify ?? true, drawing: inventedHand(name) };
  const byPerson = await signField(prepared, person.signer, hand, stamper);
  const seal = { field: 'ConDau', at: new Date(), name: document.issuer.name, reason: 'Phát hành văn bản', drawing: inventedSeal };
  const byBoth = organisation ? await signField(byPerson, organisation.signer, seal, stamper) : byPerson;
  const stored = await addSecurityStore(byBoth, how.evidence ?? authority.evidence([person, ...(organisation ? [organisation] : [])]));
  const { bytes: final } = await stampDocument(stored, authority.timeStamper());
  return { byPerson, byBoth, stored, final };
}

const sampleOf = (type: OfficialDocument['type']): OfficialDocument => {
  const document = samples(['normal']).find((one) => one.type === type)?.document;
  if (!document) throw new Error(`no sample of ${type}`);
  return document;
};

/** A whole decision by authorities made for the occasion. Everything in it is invented. */
export async function issuedDecision(renderer: Renderer): Promise<Original> {
  const document = sampleOf('approval-decision');
  const now = new Date();
  const authority = testAuthority(now);
  const name = document.signatures[0]?.name ?? '';
  const person = authority.identity(name);
  const organisation = authority.identity(document.issuer.name);
  const print = async (one: OfficialDocument) => prepare(await renderer.render(one), one, now);
  const prepared = await print(document);
  const signers = { document, authority, person, organisation };
  const other = await signedAs(await print({ ...document, abstract: `${document.abstract} (bản khác)` }), signers);
  return {
    ...signers,
    prepared,
    ...(await signedAs(prepared, signers)),
    other: other.final,
    roots: [authority.root.certificate],
    required: [
      { field: 'ChuKy', by: 'person', name },
      { field: 'ConDau', by: 'organisation', name: document.issuer.name },
    ],
    code: document.lookup?.code ?? '',
  };
}
