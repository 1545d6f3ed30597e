import { z } from 'zod';
import { words } from '../text.ts';

export const ThingId = z.string().trim().min(1).max(100);
/** A command about one scheme on the agenda. */
export const OneItem = z.strictObject({ schemeId: ThingId });
export const Vote = z.enum(['pass', 'conditional', 'fail']);
/** What a scheme still has to mend, one condition each. */
export const Conditions = z.array(words(2_000)).max(30);
export const oneItem = ({ schemeId }: { schemeId: string }): string[] => [schemeId];
