import { z } from 'zod';
import { refuse } from '../../command.ts';
import { councilCommand } from '../facts.ts';

/** The session ends with its minutes adopted. */
export const closeSession = councilCommand('close-session', {
  input: z.strictObject({}),

  decide({ state }) {
    const { session } = state;
    if (!session?.adopted) return refuse('session.minutes-needed', {}, undefined, 409);
    return [{ type: 'session-closed', no: session.no }];
  },
});
