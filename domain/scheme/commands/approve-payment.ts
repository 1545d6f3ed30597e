import { isRefusal } from '../../command.ts';
import { schemeCommand } from '../command.ts';
import { Examination, examine } from '../examination.ts';

/**
 * Finance examines a payment (thanh toán): one prepares it and may lower the sum with a note, another approves just what was prepared.
 * The sum is the value of the work; also of a lower one, advances are cleared first.
 */
export const approvePayment = schemeCommand('approve-payment', {
  input: Examination,

  decide({ input, state: scheme, actor }) {
    const preparing = actor.as === 'prepare';
    const examined = examine(scheme, 'payment', input, preparing);
    return isRefusal(examined) ? examined : [{ type: preparing ? 'payment-prepared' : 'payment-approved', ...examined }];
  },
});
