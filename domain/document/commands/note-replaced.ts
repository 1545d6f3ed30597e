import { tellings } from '../../tellings.ts';
import { documentCommand } from '../facts.ts';

/** The document that was drawn up in this one's place is issued: this one holds no more. */
export const noteReplaced = documentCommand('note-replaced', {
  input: tellings['note-replaced'],

  decide: ({ input: { reason, documentId, symbol, date } }) => [{ type: 'replaced', reason, documentId, symbol, date }],
});
