import { tellings } from '../../tellings.ts';
import { schemeCommand } from '../command.ts';

/** A document that speaks of the scheme has been issued. */
export const noteDocument = schemeCommand('note-document', {
  input: tellings['note-document'],
  decide: ({ input: { type: documentType, ...document } }) => [{ type: 'document-noted', documentType, ...document }],
});
