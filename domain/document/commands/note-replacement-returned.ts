import { tellings } from '../../tellings.ts';
import { documentCommand } from '../facts.ts';

/** The document that was drawn up in this one's place will not be issued: this one goes on to hold, and another may be drawn up. */
export const noteReplacementReturned = documentCommand('note-replacement-returned', {
  input: tellings['note-replacement-returned'],

  decide: ({ input }) => [{ type: 'replacement-given-up', reason: input.reason }],
});
