import { z } from 'zod';
import { refuse } from '../../command.ts';
import { positiveDong } from '../../money/dong.ts';
import { lawValue, lawValues } from '../../regulation/law-value.ts';
import { words } from '../../text.ts';
import { dateInYear } from '../../time/dates.ts';
import { unspentYear } from '../adjustment.ts';
import { schemeCommand } from '../command.ts';

/**
 * Money of a year that was not spent goes into the next (chuyển nguồn), for a reason that the law lists (`carry-over.reason`): at most what
 * nobody was paid and nobody asks for. The scheme then goes on, or is settled.
 */
export const carryOver = schemeCommand('carry-over', {
  input: z.strictObject({ reason: words(50), amountDong: positiveDong }),

  decide({ input, state: scheme, pack, today }) {
    const { reason, amountDong } = input;
    if (scheme.termination?.document) return refuse('carry-over.terminated', {});
    const listed = lawValues(pack, 'carry-over.reason', today);
    const found = listed.find(({ when }) => when.reason === reason);
    if (!found) return refuse('carry-over.reason-unlisted', { reason, reasons: listed.map(({ when }) => when.reason ?? '') }, listed[0]);
    const unspent = unspentYear(scheme);
    const unspentDong = unspent?.unspentDong ?? 0;
    if (!unspent || amountDong > unspentDong) return refuse('carry-over.over-unspent', { amountDong, unspentDong }, found);
    const { year: fromYear } = unspent;
    const signedOn = scheme.contract?.date ?? null;
    const signedBy = dateInYear(fromYear, lawValue(pack, 'year-end.spending', { on: today }).value);
    if (reason === 'contract-signed' && (signedOn === null || signedOn > signedBy))
      return refuse('carry-over.signed-late', { signedOn, year: fromYear }, found);
    return [{ type: 'carried-over', reason, title: found.value, fromYear, toYear: fromYear + 1, amountDong }];
  },
});
