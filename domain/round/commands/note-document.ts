import { tellings } from '../../tellings.ts';
import { roundCommand } from '../command.ts';

/** A document that speaks of the round has been issued. */
export const noteDocument = roundCommand('note-document', {
  input: tellings['note-document'],

  decide({ input: { type: documentType, ...document } }) {
    return [{ type: 'document-noted', documentType, ...document }];
  },
});
