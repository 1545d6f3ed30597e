import { z } from 'zod';
import { refuse } from '../../command.ts';
import { documentCommand } from '../facts.ts';

/** The file with one more time-stamp takes the former one's place; the former hash stays the document's own. */
export const recordRenewal = documentCommand('record-renewal', {
  input: z.strictObject({ former: z.hash('sha256'), file: z.hash('sha256'), stampHoldsUntil: z.iso.datetime() }),

  decide({ input, state }) {
    if (input.former !== state.file) return refuse('document.stamp-renewed', {}, undefined, 409);
    return [{ type: 'time-stamp-renewed', ...input }];
  },
});
