import { z } from 'zod';
import { isRefusal } from '../../command.ts';
import { words } from '../../text.ts';
import { schemeCommand } from '../command.ts';
import { requestMeant } from '../requests.ts';

/** A payment is refused with a reason, also after its approval as long as the treasury has not paid. Without `no`, the one that waits. */
export const refusePayment = schemeCommand('refuse-payment', {
  input: z.strictObject({ no: z.int().positive().optional(), reason: words(2_000) }),

  decide({ input, state: scheme }) {
    const request = requestMeant(scheme, { kind: 'payment', no: input.no, in: ['requested', 'prepared', 'approved'] });
    return isRefusal(request) ? request : [{ type: 'payment-refused', no: request.no, reason: input.reason }];
  },
});
