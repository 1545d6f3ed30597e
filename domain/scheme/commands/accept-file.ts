import { z } from 'zod';
import { schemeCommand } from '../command.ts';
import { Note } from '../wording.ts';

/** The file is complete and lawful: the scheme may be appraised. */
export const acceptFile = schemeCommand('accept-file', {
  input: z.strictObject({ note: Note }),
  decide: ({ input }) => [{ type: 'file-accepted', note: input.note ?? null }],
});
