import { z } from 'zod';
import { isRefusal, type Situation } from '../../domain/command.ts';
import { permit } from '../../domain/process/permit.ts';
import { dateOf } from '../../domain/time/programme-day.ts';
import type { Caller } from '../identity/caller.ts';
import { kindOf } from './kinds.ts';
import type { KnownThing } from './known-thing.ts';

const unseen = (): never => {
  throw new Error('Not known yet.');
};
/** Stands for what is not known yet. Whoever looks into it gets no further. */
const closed = { get: unseen, has: unseen, ownKeys: unseen, getOwnPropertyDescriptor: unseen };
const nothingKnown: object = new Proxy({}, closed);

/** The content before any is given: what may be left out is left out, and whoever looks into what must be given gets no further. */
const nothingGiven = (schema: z.ZodType): object =>
  new Proxy(
    {},
    {
      ...closed,
      get(_, name) {
        const left = schema instanceof z.ZodObject ? schema.shape[name as string]?.safeParse(undefined) : undefined;
        return left?.success ? left.data : unseen();
      },
    },
  );

/** Of the two ways in a host has one, whatever is in its file. */
const otherWay = new Set(['submit.straight', 'submit.through-province']);

/**
 * Whether a command would be refused whatever it brings: its rule is asked without the content, and says no before it looks for what must
 * be given. What a file lacks (422) is not meant: that is said to whoever gives the command.
 */
export function isForeseenRefusal(
  command: string,
  { id, kind, chart, state, data, pack, people }: KnownThing,
  caller: Caller,
  now: string,
): boolean {
  const definition = kindOf(kind).commands[command];
  const holder = chart.commands[command] && permit(chart.commands[command], caller, people);
  if (!definition || !holder) return true;
  try {
    const decided = definition.decide({
      input: nothingGiven(definition.input) as never,
      situation: nothingKnown as Situation,
      id,
      state: data,
      stateName: state,
      pack,
      now,
      today: dateOf(now),
      actor: { id: caller.id, name: caller.name, positions: caller.positions, role: holder.role, as: holder.as ?? null },
      commandId: id,
    });
    return isRefusal(decided) && (decided.status !== 422 || otherWay.has(decided.rule));
  } catch {
    return false; // it has looked for content
  }
}
