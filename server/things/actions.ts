import { openCommands } from '../../domain/process/permit.ts';
import type { Caller } from '../identity/caller.ts';
import { isForeseenRefusal } from './foreseen.ts';
import { inputSchema } from './input-schema.ts';
import { kindOf } from './kinds.ts';
import type { KnownThing } from './known-thing.ts';
import { lacksSubject } from './schemes-at-hand.ts';

export type Action = { command: string; title: { vi: string; en: string }; schema: Record<string, unknown> };

/** What somebody may do to a thing now, whatever the content: the command, what it is called, and what it takes. What has nothing to be about is left out. */
export function actionsOf(thing: KnownThing, caller: Caller, now: string): Action[] {
  const { kind, chart, state, people, doers } = thing;
  const { commands } = kindOf(kind);
  return openCommands(chart, state, caller, people, doers).flatMap((command) => {
    const definition = commands[command];
    const title = chart.commands[command]?.title;
    if (!definition || !title || definition.creates || lacksSubject(command, thing) || isForeseenRefusal(command, thing, caller, now))
      return [];
    return [{ command, title, schema: inputSchema(definition.input) }];
  });
}
