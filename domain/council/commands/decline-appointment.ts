import { z } from 'zod';
import { refuse } from '../../command.ts';
import { words } from '../../text.ts';
import { councilCommand } from '../facts.ts';

/** A member does not take the seat and says why; until the first session an acceptance may be taken back so. */
export const declineAppointment = councilCommand('decline-appointment', {
  input: z.strictObject({ reason: words(2_000) }),

  decide({ input, state, actor }) {
    const member = state.members.find(({ personId }) => personId === actor.id);
    const began = member?.answer === 'accepted' && state.sessions.length > 0;
    if (!member || member.answer === 'declined' || began) return refuse('council.already-answered', {}, undefined, 409);
    return [{ type: 'appointment-declined', reason: input.reason }];
  },
});
