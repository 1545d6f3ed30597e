import { tellings } from '../../tellings.ts';
import { councilCommand } from '../facts.ts';

/** A document that speaks of the council has been issued. */
export const noteDocument = councilCommand('note-document', {
  input: tellings['note-document'],

  decide: ({ input: { type: documentType, ...document } }) => [{ type: 'document-noted', documentType, ...document }],
});
