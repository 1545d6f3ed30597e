import { z } from 'zod';
import { moveClock } from '../../domain/clock/commands/move-clock.ts';
import type { Reader } from '../../prisma/client.ts';
import { Instant } from '../http/common.ts';
import { type Endpoint, endpoint, openEndpoint } from '../http/endpoint.ts';
import { PreferenceApplied, PreferHeader, waitOf } from '../http/prefer.ts';
import { ProblemError } from '../http/problem.ts';
import { answerCommand, orderOf } from '../things/give-command.ts';
import { waitUntil } from '../things/owed.ts';

const waitsSeconds = 10;
const ClockNow = z
  .object({
    now: Instant,
    target: Instant.meta({ description: 'Where it is going; the same as `now` when it has arrived.' }),
    rehearsal: z.boolean(),
  })
  .meta({ id: 'ProgrammeClock' });

async function standing(reader: Reader): Promise<{ now: string; target: string } | null> {
  const clock = await reader.programmeClock.findUnique({ where: { id: 'clock' } });
  return clock && { now: clock.now.toISOString(), target: clock.target.toISOString() };
}

const see = openEndpoint({
  method: 'get',
  path: '/api/clock',
  id: 'clock',
  summary: "The programme's time: real, or in a rehearsal as it was set and moved",
  tag: 'clock',
  input: {},
  answers: { 200: { description: 'The time.', schema: ClockNow } },
  async run(_, { reader, committing: { rehearsal } }) {
    const real = new Date().toISOString();
    const clock = rehearsal ? await standing(reader) : null;
    return {
      status: 200,
      body: { now: clock?.now ?? real, target: clock?.target ?? real, rehearsal },
      headers: { 'Cache-Control': 'no-store' },
    };
  },
});

const move = endpoint({
  method: 'post',
  path: '/api/clock',
  id: 'moveClock',
  summary: 'Move the clock of a rehearsal: everything that comes due on the way happens, in order',
  description: `Only an administrator, only in a rehearsal. Waits ${waitsSeconds} seconds for the clock to arrive, or as long as Prefer: wait=N says; what is still on its way then goes on by itself.`,
  tag: 'clock',
  input: { headers: z.object({ 'Idempotency-Key': z.guid().optional(), ...PreferHeader }), body: moveClock.input },
  answers: { 200: { description: 'Where it stands now, and where it is going.', schema: ClockNow, headers: z.object(PreferenceApplied) } },
  problems: [403, 404, 409, 422],
  async run({ headers, body, caller, language, request }, parts) {
    const { reader, committing, closing, time } = parts;
    if (!committing.rehearsal) throw new ProblemError('not-in-rehearsal');
    const order = orderOf(headers, { kind: 'clock', thing: 'clock', name: 'move-clock', input: body, actor: caller });
    const answer = await answerCommand(order, { 'Idempotency-Key': headers['Idempotency-Key'] }, language, request.path, parts);
    if (answer?.status !== 200) return answer;
    const seconds = waitOf(headers.Prefer);
    let clock = await standing(reader);
    await waitUntil(seconds ?? waitsSeconds, closing, async () => {
      clock = await standing(reader);
      return clock?.now === clock?.target;
    });
    time.forget();
    return {
      status: 200,
      body: { ...clock, rehearsal: true },
      headers: { ...(seconds !== null && { 'Preference-Applied': `wait=${seconds}` }) },
    };
  },
});

export const clockEndpoints: Endpoint[] = [see, move];
