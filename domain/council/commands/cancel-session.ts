import { z } from 'zod';
import { refuse } from '../../command.ts';
import { words } from '../../text.ts';
import { councilCommand } from '../facts.ts';

/** The session will not be held; its schemes go back to where they may be called again. */
export const cancelSession = councilCommand('cancel-session', {
  input: z.strictObject({ reason: words(2_000) }),
  parts: () => 'all',

  decide({ input, id, state }) {
    const { session } = state;
    if (!session) return refuse('session.none', {}, undefined, 409);
    return [{ type: 'session-cancelled', councilId: id, no: session.no, agenda: session.agenda, reason: input.reason }];
  },
});
