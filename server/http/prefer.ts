import { z } from 'zod';

/** The longest that an answer is held, in seconds. */
export const longestWait = 30;

export const PreferHeader = {
  Prefer: z
    .string()
    .max(1000)
    .optional()
    .meta({ description: `wait=N holds the answer, at most ${longestWait} seconds, until nothing of the thing is owed (RFC 7240).` }),
};
/** Says which preference was honoured. */
export const PreferenceApplied = {
  'Preference-Applied': z.string().optional().meta({ description: 'wait=N, if the answer was held so.' }),
};

/** Seconds to wait by a Prefer header, at most 30; null if it asks for no waiting. Unknown preferences are ignored, as RFC 7240 wants. */
export function waitOf(prefer: string | undefined): number | null {
  const found = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,9})"?\s*(?:$|[,;])/i.exec(prefer ?? '')?.[1];
  return found === undefined ? null : Math.min(Number(found), longestWait);
}
