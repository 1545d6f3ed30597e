import { z } from 'zod';
import { refuse } from '../../command.ts';
import { totalOf } from '../../money/ledger.ts';
import { text } from '../../text.ts';
import { schemeCommand } from '../command.ts';
import { unfinished } from '../requests.ts';

/** The scheme ends: nothing is owed either way and no request is open. */
export const closeScheme = schemeCommand('close-scheme', {
  input: z.strictObject({ note: text(5_000).default('') }),

  decide({ input, state: scheme }) {
    const open = unfinished(scheme);
    if (open.length > 0) return refuse('close.request-open', { nos: open.map(({ no }) => no) });
    const { owesBackDong, owedToHostDong } = scheme.settlement;
    if (owesBackDong > 0 || owedToHostDong > 0) return refuse('close.still-owed', { owesBackDong, owedToHostDong });
    const settledDong = totalOf(scheme.accounts, 'settled');
    const returnedDong = totalOf(scheme.accounts, 'returned');
    return [{ type: 'closed', settledDong, returnedDong, note: input.note }];
  },
});
