import { z } from 'zod';
import { refuse } from '../../command.ts';
import { schemeCommand } from '../command.ts';
import { Note } from '../wording.ts';

/** Who appraised the scheme finds its conditions met. */
export const confirmRevision = schemeCommand('confirm-revision', {
  input: z.strictObject({ note: Note }),
  decide: ({ input, state }) =>
    state.appraisal.revisionSubmitted ? [{ type: 'revision-confirmed', note: input.note ?? null }] : refuse('revision.not-submitted'),
});
