import { z } from 'zod';
import { refuse } from '../../command.ts';
import { schemeCommand } from '../command.ts';
import { afterCutOff } from '../cut-off.ts';
import { unreadiness } from '../soundness.ts';

/** A local host hands its complete scheme to its province for an opinion. Central hosts have no province to ask. */
export const submitToProvince = schemeCommand('submit-to-province', {
  input: z.strictObject({}),

  decide({ state: scheme, pack, today }) {
    if (scheme.hostIsCentral) return refuse('submit.straight', { host: scheme.host.name });
    return (
      afterCutOff(scheme, pack, today) ??
      unreadiness(pack, scheme.proposal, scheme) ?? [{ type: 'submitted-to-province', version: scheme.version }]
    );
  },
});
