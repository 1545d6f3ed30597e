import { z } from 'zod';
import { refuse } from '../../command.ts';
import { schemeCommand } from '../command.ts';
import { Reason } from '../wording.ts';

/** Who appraised the scheme finds its conditions not met yet. */
export const returnRevision = schemeCommand('return-revision', {
  input: z.strictObject({ reason: Reason }),
  decide: ({ input, state }) =>
    state.appraisal.revisionSubmitted ? [{ type: 'revision-returned', reason: input.reason }] : refuse('revision.not-submitted'),
});
