import { words } from '../text.ts';

/** Why somebody does something, in their own words. */
export const Reason = words(5_000);
export const Note = words(5_000).optional();
