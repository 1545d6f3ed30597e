import { z } from 'zod';
import { refuse } from '../../command.ts';
import { documentCommand } from '../facts.ts';

/** The last time-stamp nears its end: another is to be put over the whole file. Named by the end that it nears, so that two who notice ask once. */
export const renewTimeStamp = documentCommand('renew-time-stamp', {
  input: z.strictObject({ stampHoldsUntil: z.iso.datetime() }),

  decide({ input, state }) {
    if (input.stampHoldsUntil !== state.stampHoldsUntil) return refuse('document.stamp-renewed', {}, undefined, 409);
    return [{ type: 'renewal-begun', ...input }];
  },
});
