import { z } from 'zod';

/** Words that somebody wrote: trimmed, NFC, at most so long; may be empty. */
export const text = (max: number) => z.string().trim().max(max).normalize('NFC');
/** Words that must not be missing. */
export const words = (max: number) => z.string().trim().min(1).max(max).normalize('NFC');
/** Files handed in, by their SHA-256. */
export const Files = z.array(z.hash('sha256')).max(20);
