import { refusalText } from '../../http/texts.ts';
import { foreseenRefusal } from '../../things/try-command.ts';
import type { KnownCouncil } from './known-council.ts';

/** Something that the reader may do here: where its form goes, and why it would be refused now. */
export type Deed = { command: string; title: { vi: string; en: string }; action: string; why: string | null };

/** A deed as the rules see it with this content; null where the chart keeps it from the reader, or the rules do whatever happens (403). */
export function deedOf({ thing, open, caller, now, language }: KnownCouncil, command: string, input: unknown): Deed | null {
  const title = open.get(command);
  if (!title) return null;
  const refusal = foreseenRefusal(thing, command, input, caller, now);
  if (refusal?.status === 403) return null;
  return {
    command,
    title,
    action: `/councils/${thing.id}/do/${command}`,
    why: refusal ? refusalText(refusal.rule, language, refusal.values) : null,
  };
}

/** The same where there is nothing to be seen of it while it would be refused. */
export function openDeed(known: KnownCouncil, command: string, input: unknown): Deed | null {
  const deed = deedOf(known, command, input);
  return deed?.why === null ? deed : null;
}
