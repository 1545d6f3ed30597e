import { derivedId } from '../../commit/home.ts';
import type { Actor } from '../../domain/command.ts';
import { startOfDay } from '../../domain/time/programme-day.ts';
import type { Parts } from '../parts.ts';
import { give } from '../things/give-command.ts';

const process: Actor = { id: 'process', name: 'Quy trình', positions: [] };
const officeOpensMs = 8 * 3_600_000;

/** A rehearsal begins at eight in the morning of its first day, once: a clock that stands already goes on from where it is. */
export async function startRehearsal(parts: Parts): Promise<void> {
  const day = parts.environment.rehearsalStart;
  if (day === null || (await parts.reader.programmeClock.findUnique({ where: { id: 'clock' } }))) return;
  const now = new Date(Date.parse(startOfDay(day)) + officeOpensMs).toISOString();
  const outcome = await give(
    { id: derivedId('clock/set'), kind: 'clock', thing: null, name: 'set-clock', input: { now }, actor: process },
    parts,
  );
  if (outcome.refused && outcome.status !== 409) throw new Error(`The rehearsal's clock cannot be set: ${outcome.refused.rule}.`);
}
