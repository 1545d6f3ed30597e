import { z } from 'zod';
import { refuse } from '../../command.ts';
import { documentCommand } from '../facts.ts';

/** The draft as its readers will see it, its number and day still open: its pages lie ready, rendered from exactly this content. */
export const recordPreview = documentCommand('record-preview', {
  input: z.strictObject({ file: z.hash('sha256'), pages: z.int().positive(), of: z.hash('sha256') }),

  decide({ input, state }) {
    if (input.of !== state.digest || state.preview?.of === input.of) return refuse('document.other-version', {}, undefined, 409);
    return [{ type: 'preview-rendered', ...input }];
  },
});
