import { z } from 'zod';
import { refuse } from '../../command.ts';
import { words } from '../../text.ts';
import { councilCommand } from '../facts.ts';
import { ThingId } from '../input.ts';
import { seated } from '../seats.ts';

export const RecordAttendance = z.strictObject({
  /** Whoever is not named is absent. */
  attendance: z
    .array(z.strictObject({ personId: ThingId, present: z.boolean(), reason: words(500).optional() }))
    .min(1)
    .max(50),
});
export type RecordAttendance = z.infer<typeof RecordAttendance>;

/** The secretary takes down who is there, on the day of the session, and again when somebody comes or leaves; never while votes are cast. */
export const recordAttendance = councilCommand('record-attendance', {
  input: RecordAttendance,
  parts: () => 'all',

  decide({ input, state, today }) {
    const { session } = state;
    if (!session) return refuse('session.none', {}, undefined, 409);
    if (today < session.date) return refuse('session.not-yet', { date: session.date });
    const balloting = Object.values(state.items).find(({ status, sessionNo }) => status === 'balloting' && sessionNo === session.no);
    if (balloting) return refuse('session.ballot-open', { scheme: balloting.title }, undefined, 409);

    const ids = input.attendance.map(({ personId }) => personId);
    const twice = ids.find((personId, index) => ids.indexOf(personId) < index);
    if (twice) return refuse('session.attendance-twice', { person: twice });
    const members = seated(state);
    const stranger = ids.find((personId) => !members.some((member) => member.personId === personId));
    if (stranger) return refuse('session.no-member', { person: stranger });

    const attendance = members.map(({ personId }) => {
      const named = input.attendance.find((one) => one.personId === personId);
      return { personId, present: named?.present ?? false, reason: named?.reason ?? null };
    });
    return {
      facts: [{ type: 'attendance-recorded', attendance }],
      result: { present: attendance.filter(({ present }) => present).length, members: members.length },
    };
  },
});
