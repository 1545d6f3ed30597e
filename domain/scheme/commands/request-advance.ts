import { z } from 'zod';
import { refuse } from '../../command.ts';
import { positiveDong } from '../../money/dong.ts';
import { Files, words } from '../../text.ts';
import { advanceLimit } from '../advance.ts';
import { schemeCommand } from '../command.ts';
import { advancesDong, leftDong, undecided } from '../requests.ts';

/** The host asks for money before the work is done (tạm ứng): within the rate of each kind of work, and within what is left of the contract. */
export const requestAdvance = schemeCommand('request-advance', {
  input: z.strictObject({ amountDong: positiveDong, purpose: words(500), files: Files.default([]) }),

  decide({ input, state: scheme, pack, today }) {
    const open = undecided(scheme);
    if (open) return refuse('advance.open', { no: open.no, kind: open.kind }, undefined, 409);
    const { limitDong, rates, ground } = advanceLimit(scheme, pack, today);
    const askedDong = input.amountDong;
    const alreadyDong = advancesDong(scheme);
    if (alreadyDong + askedDong > limitDong) {
      const kinds = rates.map(({ kind, sumDong, rate }) => ({ kind, sumDong, rate }));
      const possibleDong = Math.max(0, limitDong - alreadyDong);
      return refuse('advance.over-limit', { askedDong, alreadyDong, limitDong, possibleDong, kinds }, ground);
    }
    if (askedDong > leftDong(scheme)) return refuse('advance.over-contract', { askedDong, leftDong: leftDong(scheme) });
    return [{ type: 'advance-requested', no: scheme.requests.length + 1, ...input }];
  },
});
