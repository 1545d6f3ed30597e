import type { OrganisationView } from '../../command.ts';
import { standingFor } from '../../organisations.ts';
import { lawValue } from '../../regulation/law-value.ts';
import { addWorkingDays } from '../../time/working-days.ts';
import { certifiedCopy, copyOfCopy, extract } from '../compose/copies.ts';
import { type About, correction } from '../compose/correction.ts';
import { recallNotice } from '../compose/recall-notice.ts';
import { copyTypes } from '../copy.ts';
import type { DocumentFact } from '../facts.ts';
import type { DocumentType, OfficialDocument } from '../model.ts';
import { replacing } from '../replacing.ts';
import { signatoriesOf } from '../signatories.ts';
import type { DocumentRecord, LinkKind } from '../state.ts';
import type { Draw, DrawContext } from './drawn.ts';
import { type FrameInput, frameOf } from './frame.ts';
import { agencyOf, headTitle, ministryOf, organisation, personOf } from './offices.ts';
import { compose, drawn, type Paper, tell } from './paper.ts';
import { signing } from './signatories.ts';

/** The document that owes another, as its fact left it. */
const documentOf = (context: DrawContext): DocumentRecord => context.thing.data as DocumentRecord;

function factOf<T extends DocumentFact['type']>({ fact }: DrawContext, type: T): Extract<DocumentFact, { type: T }> {
  if (fact.type !== type) throw new Error(`No such document follows from the fact "${fact.type}".`);
  return { type: fact.type, ...fact.data } as Extract<DocumentFact, { type: T }>;
}

/** A document by its marks: papers without a number have their look-up code for one. */
function marksOf({ content, symbol, date, code }: DocumentRecord, today: string): About {
  const typeName = content.typeName ?? 'CÔNG VĂN';
  return {
    kind: typeName.charAt(0) + typeName.slice(1).toLocaleLowerCase('vi'),
    number: symbol ?? code,
    date: date ?? today,
    by: content.issuer.name,
    abstract: content.abstract,
  };
}

/** Whoever issued a document speaks of it again; for a host's papers and for those of a body that sends no letters the clerk's house does. */
function speakerOf(context: DrawContext): OrganisationView {
  const { issuerId } = documentOf(context);
  const issuer = standingFor(context.organisations, issuerId, context.today) ?? organisation(context, issuerId);
  const sends = issuer.kind === 'province' || [ministryOf(context).id, agencyOf(context).id].includes(issuer.id);
  return sends ? issuer : clerksHouse(context, issuer);
}

function clerksHouse(context: DrawContext, otherwise: OrganisationView): OrganisationView {
  const clerk = personOf(context, context.fact.actor);
  return clerk ? organisation(context, clerk.organisationId) : otherwise;
}

/** What every document about another has in common: it goes to the same receivers, and hangs together with it. */
function aboutDocument(context: DrawContext, type: DocumentType, issuer: OrganisationView, kind: LinkKind): Omit<Paper, 'content'> {
  const document = documentOf(context);
  const { recipients, subjects, roundId, schemeId, councilId, provinceId, readers, symbol, date } = document;
  return {
    type,
    about: symbol ?? document.title,
    issuer,
    subjects,
    roundId,
    ...(schemeId !== null && { schemeId }),
    ...(councilId !== null && { councilId }),
    provinceId,
    recipients: recipients.map(({ organisationId }) => organisation(context, organisationId)),
    readers,
    links: [{ kind, documentId: context.thing.id, symbol, date }],
    // The clerk has said what is to be put right; others check, approve and sign it. Held for the drafter, no clerk of a house with one could issue it.
    drafter: 'process',
  };
}

const namesOf = ({ recipients }: DocumentRecord): string[] => recipients.map(({ name }) => name);
const everybody = 'Các cơ quan, đơn vị có liên quan';

function letterFrame(context: DrawContext, type: DocumentType, issuer: OrganisationView, recipients: string[]): FrameInput {
  const role = issuer.kind === 'province' ? 'province-head' : issuer.id === agencyOf(context).id ? 'agency-head' : 'signer';
  return frameOf(context, type, { issuer, role, recipients });
}

/** A correction that was said without a letter: the letter is drawn up. */
export const drawCorrection: Draw = (context) => {
  const document = documentOf(context);
  const { reason, text } = factOf(context, 'corrected');
  const issuer = speakerOf(context);
  const names = namesOf(document);
  const content = compose(correction, {
    frame: letterFrame(context, 'correction', issuer, ['Như trên']),
    addressees: names.length === 0 ? [everybody] : names,
    corrected: marksOf(document, context.today),
    error: reason,
    text,
  });
  const whenIssued = [tell(context.thing.id, 'note-link', { kind: 'corrected-by' })];
  return [drawn(context, { ...aboutDocument(context, 'correction', issuer, 'corrects'), content, whenIssued })];
};

/** A document was taken back: its receivers are told to delete it and to say so. */
export const drawRecallNotice: Draw = (context) => {
  const { pack, today } = context;
  const document = documentOf(context);
  const { reason } = factOf(context, 'recalled');
  const issuer = speakerOf(context);
  const names = namesOf(document);
  const limit = lawValue(pack, 'document.receipt', { on: today });
  const content = compose(recallNotice, {
    frame: letterFrame(context, 'recall-notice', issuer, names.length === 0 ? [everybody] : names),
    recalled: marksOf(document, today),
    reason,
    recalledOn: today,
    confirmBy: addWorkingDays(pack.calendar, today, limit.value),
  });
  const whenIssued = [tell(context.thing.id, 'note-link', { kind: 'recalled-by' })];
  return [drawn(context, { ...aboutDocument(context, 'recall-notice', issuer, 'recalls'), content, whenIssued })];
};

/** A document of the same form in the place of one with an error of content: its words to begin with, for its drafter to put right. */
export const drawReplacement: Draw = (context) => {
  const document = documentOf(context);
  const { reason } = factOf(context, 'replacement-begun');
  const code = context.code(0);
  const marks = marksOf(document, context.today);
  const content: OfficialDocument = {
    ...replacing(document.content, `${marks.kind} số ${marks.number}`, marks.date),
    signatures: document.signer?.drafted ?? document.content.signatures,
    ...(document.content.lookup && { lookup: { code, url: `${context.publicUrl}/verify/${code}` } }),
  };
  const issuer = organisation(context, document.issuerId);
  return [
    drawn(context, {
      ...aboutDocument(context, content.type, issuer, 'replaces'),
      content,
      signatories: signatoriesOf(document),
      whenIssued: [tell(context.thing.id, 'note-replaced', { reason })],
      whenReturned: [tell(context.thing.id, 'note-replacement-returned')],
    }),
  ];
};

/** A copy that the clerk has certified: true copy, copy of a true copy, or extract, each under its own number. */
export const drawCopy: Draw = (context) => {
  const { pack, today, fact } = context;
  const document = documentOf(context);
  const { kind, to, count, excerpt = '' } = factOf(context, 'copy-certified');
  if (document.file === null) throw new Error(`The document ${context.thing.id} has no file to be copied.`);
  const type = copyTypes[kind];
  const issuer = clerksHouse(context, organisation(context, document.issuerId));
  const clerk = personOf(context, fact.actor);
  const prefix = lawValue(pack, 'signing.authority', { on: today, authority: 'tl' }).value.prefix;
  const input = {
    frame: frameOf(context, type, {
      issuer,
      signer: {
        capacity: [`${prefix} ${headTitle(issuer).toLocaleUpperCase('vi')}`],
        title: (clerk?.title ?? 'Văn thư').toLocaleUpperCase('vi'),
        name: clerk?.name ?? '…',
        authority: { kinds: ['tl' as const] },
      },
      changes: { recipients: [to, 'Lưu: VT'] },
    }),
    original: marksOf(document, today),
    pages: document.pages ?? 1,
    sha256: document.file,
    copies: count,
  };
  const parts = excerpt.split(/\n+/u).filter((part) => part.trim() !== '');
  const content =
    kind === 'trich-sao' ? compose(extract, { ...input, excerpt: parts }) : compose(kind === 'sao-y' ? certifiedCopy : copyOfCopy, input);
  return [
    drawn(context, {
      ...aboutDocument(context, type, issuer, 'copies'),
      content,
      signers: [signing(context, clerk)],
      recipients: [],
      readers: [`org:${issuer.id}`, ...document.readers],
      whenIssued: [tell(context.thing.id, 'note-link', { kind: 'copied-by' })],
    }),
  ];
};
