import { isRefusal } from '../../command.ts';
import { schemeCommand } from '../command.ts';
import { Examination, examine } from '../examination.ts';

/** Finance examines an advance (tạm ứng): one prepares it and may lower the sum with a note, another approves just what was prepared. */
export const approveAdvance = schemeCommand('approve-advance', {
  input: Examination,

  decide({ input, state: scheme, actor }) {
    const preparing = actor.as === 'prepare';
    const examined = examine(scheme, 'advance', input, preparing);
    return isRefusal(examined) ? examined : [{ type: preparing ? 'advance-prepared' : 'advance-approved', ...examined }];
  },
});
