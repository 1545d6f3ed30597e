import { z } from 'zod';
import { refuse } from '../../command.ts';
import { words } from '../../text.ts';
import { councilCommand } from '../facts.ts';
import { ThingId } from '../input.ts';
import { seated } from '../seats.ts';

/**
 * The chair asks another member in writing to lead the session in their absence (27/2015/TT-BTNMT, Article 26, by analogy). It takes effect
 * only while the attendance says that the chair is not there; the secretary, who keeps the minutes, cannot be asked.
 */
export const delegateChair = councilCommand('delegate-chair', {
  input: z.strictObject({ to: ThingId, text: words(5_000) }),

  decide({ input, state, actor }) {
    const chair = state.members.find(({ personId }) => personId === actor.id);
    if (chair?.role !== 'chair') return refuse('council.not-passed-on', {}, undefined, 403);
    const member = seated(state).find(({ personId }) => personId === input.to);
    if (!member || member.role === 'chair' || member.role === 'secretary')
      return refuse('council.cannot-lead', { person: member?.name ?? input.to });
    return [{ type: 'chair-delegated', ...input }];
  },
});
