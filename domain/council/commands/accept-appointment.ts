import { z } from 'zod';
import { refuse } from '../../command.ts';
import { councilCommand } from '../facts.ts';

/** A member takes the seat. */
export const acceptAppointment = councilCommand('accept-appointment', {
  input: z.strictObject({}),

  decide({ state, actor }) {
    const member = state.members.find(({ personId }) => personId === actor.id);
    if (!member || member.answer !== null) return refuse('council.already-answered', {}, undefined, 409);
    return [{ type: 'appointment-accepted' }];
  },
});
