import { isRefusal, refuse } from '../../command.ts';
import { tellings } from '../../tellings.ts';
import { adjusted } from '../adjustment.ts';
import { schemeCommand } from '../command.ts';

/** The signer's decision on an adjustment was issued, or the draft was returned: then it is refused and everything stays as it was. */
export const adoptAdjustment = schemeCommand('adopt-adjustment', {
  input: tellings['adopt-adjustment'],

  decide({ input, state: scheme, pack }) {
    const { accepted, ...document } = input;
    const asked = scheme.adjustment;
    if (asked?.status !== 'at-signer') return refuse('adjustment.not-at-signer', {}, undefined, 409);
    const applied = accepted ? adjusted(scheme, asked.changes, pack) : null;
    if (isRefusal(applied)) return applied;
    return [{ type: 'adjustment-decided', no: asked.no, accepted, note: '', document, applied }];
  },
});
