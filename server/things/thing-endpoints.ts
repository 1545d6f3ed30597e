import { z } from 'zod';
import type { Json } from '../../domain/command.ts';
import { etagOf, Instant, TitleText, WithId } from '../http/common.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import type { Language } from '../http/language.ts';
import { PreferenceApplied, PreferHeader, waitOf } from '../http/prefer.ts';
import { refusalText } from '../http/texts.ts';
import { actionsOf } from './actions.ts';
import { ClockSeen, clockSeen } from './clock-view.ts';
import { type Collection, collections } from './kinds.ts';
import { knownThing } from './known-thing.ts';
import { waitUntilNothingOwed } from './owed.ts';
import { Summaries, summaryOf } from './summary.ts';
import { visibleData } from './visible.ts';

const Owed = z
  .object({
    key: z.string(),
    what: z.string(),
    at: Instant,
    waits: z
      .object({ rule: z.string(), message: z.string(), at: Instant })
      .optional()
      .meta({ description: 'What holds it up, as of the last attempt; it is tried again.' }),
  })
  .meta({ id: 'Owed' });
const Action = z.object({ command: z.string(), title: TitleText, schema: z.record(z.string(), z.unknown()) }).meta({ id: 'Action' });
const Whole = {
  kind: z.string(),
  seq: z.int(),
  programme: z.string(),
  route: z.string(),
  data: z.record(z.string(), z.unknown()).meta({ description: 'The whole thing, as the caller may see it.' }),
  clocks: z.array(ClockSeen),
  owed: z.array(Owed).meta({ description: 'What the process still has to do for it.' }),
  actions: z.array(Action).meta({ description: 'What this caller may do now, each with the JSON schema of its body.' }),
};
const headers = z.object({ ...PreferHeader });

type Waits = { rule: string; values: Record<string, Json>; at: string };
const shownWaits = (waits: Waits | null, language: Language) =>
  waits ? { waits: { rule: waits.rule, message: refusalText(waits.rule, language, waits.values), at: waits.at } } : {};

/** The endpoint that shows one thing: its data, its clocks, what is owed, and what the caller may do. */
export function thingEndpoint(collection: Collection): Endpoint {
  const kind = collections[collection];
  return endpoint({
    method: 'get',
    path: `/api/${collection}/{id}`,
    id: `get${kind[0]!.toUpperCase()}${kind.slice(1)}`,
    summary: `Show one of the ${collection}`,
    tag: collection,
    input: { params: WithId, headers },
    answers: {
      200: {
        description: 'The thing. Its entity tag is its sequence, for If-Match; owed, clocks and actions change without it.',
        schema: Summaries[collection].extend(Whole),
        headers: z.object({ ETag: z.string(), ...PreferenceApplied }),
      },
    },
    problems: [404],
    async run({ params: { id }, headers: asked, caller, language }, parts) {
      const seconds = waitOf(asked.Prefer);
      if (seconds !== null) {
        await knownThing(kind, id, caller, parts);
        await waitUntilNothingOwed(id, seconds, parts);
      }
      const thing = await knownThing(kind, id, caller, parts);
      const [summary, clocks, owed, now] = await Promise.all([
        summaryOf(thing, caller, parts),
        parts.reader.clock.findMany({ where: { thingId: id }, orderBy: [{ due: 'asc' }, { name: 'asc' }] }),
        parts.reader.owed.findMany({ where: { thingId: id, doneAt: null }, orderBy: [{ seq: 'asc' }, { ordinal: 'asc' }], take: 200 }),
        parts.time.now(),
      ]);
      return {
        status: 200,
        body: {
          ...summary,
          kind,
          seq: thing.seq,
          state: thing.state,
          programme: thing.pack.id,
          route: thing.route,
          data: visibleData(thing, caller),
          clocks: clocks.map((clock) => clockSeen(clock, thing)),
          owed: owed.map(({ key, what, at, waits }) => ({
            key,
            what,
            at: at.toISOString(),
            ...shownWaits(waits as Waits | null, language),
          })),
          actions: actionsOf(thing, caller, now),
        },
        headers: {
          ETag: etagOf(thing.seq),
          ...(seconds !== null && { 'Preference-Applied': `wait=${seconds}` }),
        },
      };
    },
  });
}
