import { z } from 'zod';
import { words } from '../../text.ts';
import { councilCommand } from '../facts.ts';

/** The council has done its work, or will not go on with it. */
export const dissolveCouncil = councilCommand('dissolve-council', {
  input: z.strictObject({ reason: words(2_000).default('Hội đồng đã hoàn thành nhiệm vụ.') }),

  decide: ({ input }) => [{ type: 'council-dissolved', reason: input.reason }],
});
