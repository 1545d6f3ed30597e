import type { Effect, Json, Kind } from '../command.ts';
import { type TellingName, tellings } from '../tellings.ts';
import { copyTypes, isCopy } from './copy.ts';
import type { DocumentFact } from './facts.ts';
import { nextSignature } from './signatories.ts';
import type { DocumentRecord, Telling } from './state.ts';

type Effects = NonNullable<Kind<DocumentRecord, DocumentFact>['effects']>;

/** What a document's issue or return owes: the things it was drawn up for are told, and everything it speaks of takes it down. */
export const documentEffects: Effects = {
  /** The signature that comes next, be it a person's or an organisation's, with its field where there are several; once all are in the file, the evidence. */
  'next-signature'(params, _fact, document) {
    const next = nextSignature(document);
    if (next === null) return [{ what: 'store-evidence', params }];
    const what = next.by === 'person' ? 'sign-file' : 'seal-file';
    return [{ what, params: document.signatories ? { ...params, field: next.field } : params }];
  },

  /** The letter of a correction that had none, and the copy of its kind. */
  'draft-document'(params, fact) {
    if (fact.type === 'corrected' && fact.documentId !== null) return [];
    const type = fact.type === 'copy-certified' ? copyTypes[fact.kind] : params.type;
    return [{ what: 'draft-document', params: { ...params, ...(type !== undefined && { type }) } }];
  },

  tell(params, fact, document): Effect[] {
    if (params.command === 'returned') {
      const reason = 'reason' in fact ? fact.reason : '';
      return document.whenReturned.map((telling) => told(telling, { reason }));
    }
    if (params.command === 'note-link') return backLink(fact, document);
    const documentId = 'documentId' in fact ? fact.documentId : null;
    const issued = { documentId, symbol: document.symbol, date: document.date };
    const note = { ...issued, type: document.type, title: document.title, file: document.file };
    return [
      ...document.whenIssued.map((telling) => told(telling, issued)),
      ...(isCopy(document.type) ? [] : document.subjects).map((thing) => told({ thing, command: 'note-document', input: {} }, note)),
    ];
  },
};

/** The document that sets this one right or takes its place is told so, with this one's number and day. */
function backLink(fact: DocumentFact, { symbol, date }: DocumentRecord): Effect[] {
  if ((fact.type !== 'corrected' && fact.type !== 'replaced') || fact.documentId === null || !fact.originalId) return [];
  const kind = fact.type === 'corrected' ? 'corrects' : 'replaces';
  return [told({ thing: fact.documentId, command: 'note-link', input: { kind } }, { documentId: fact.originalId, symbol, date })];
}

/** A telling with what was not yet known when the document was drawn up, as far as the command that is told takes it. */
function told({ thing, command, input }: Telling, known: Record<string, Json>): Effect {
  const takes = tellings[command as TellingName].shape;
  const filled = Object.fromEntries(Object.entries(known).filter(([key]) => key in takes));
  return { what: 'tell', params: { thing, command, input: { ...(input as Record<string, Json>), ...filled } } };
}
