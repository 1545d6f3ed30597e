import { z } from 'zod';
import { schemeCommand } from '../command.ts';

/** The host throws its draft away. */
export const discardScheme = schemeCommand('discard-scheme', {
  input: z.strictObject({}),
  decide: () => [{ type: 'scheme-discarded' }],
});
