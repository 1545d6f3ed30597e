import { z } from 'zod';
import { positiveDong } from '../money/dong.ts';

/** Where money comes from: the programme (central budget), the province's budget, enterprises, or other lawful sources. */
export const Source = z.enum(['programme', 'local', 'enterprise', 'other']);
export type Source = z.infer<typeof Source>;

/** A sum of one source in one budget year. */
export const Amount = z.strictObject({ source: Source, year: z.int().min(2000).max(2100), amountDong: positiveDong });
export type Amount = z.infer<typeof Amount>;
export const Amounts = z.array(Amount).max(40);

/** The money that the state gives on a route: the programme's centrally, the province's on the local route. Everything else is counterpart funds. */
export const supportSource = (route: string): Source => (route === 'local' ? 'local' : 'programme');
