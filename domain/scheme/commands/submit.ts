import { z } from 'zod';
import { refuse } from '../../command.ts';
import { schemeCommand } from '../command.ts';
import { afterCutOff } from '../cut-off.ts';
import { unreadiness } from '../soundness.ts';

/**
 * The host hands its complete scheme in: for central money only VECOM and the associations straight, local hosts by way of their province
 * (1364/QĐ-UBND, IV.1); for the province's own money every host of the province.
 */
export const submit = schemeCommand('submit', {
  input: z.strictObject({}),

  decide({ state: scheme, pack, today }) {
    if (scheme.route !== 'local' && !scheme.hostIsCentral) return refuse('submit.through-province', { host: scheme.host.name });
    return (
      afterCutOff(scheme, pack, today) ?? unreadiness(pack, scheme.proposal, scheme) ?? [{ type: 'submitted', version: scheme.version }]
    );
  },
});
