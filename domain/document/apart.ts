import { type ActingActor, type Refusal, refuse } from '../command.ts';
import type { RegulationPack } from '../regulation/pack.ts';
import type { DocumentRecord } from './state.ts';

/** Whoever has edited a draft, be it long before the last edit, neither checks, approves, signs nor issues it (the chart bars who did so last). */
export function edited(command: string, { editors = [] }: DocumentRecord, actor: ActingActor, pack: RegulationPack): Refusal | null {
  if (!editors.includes(actor.id)) return null;
  const title = Object.values(pack.processes).flatMap(({ document }) => document.commands[command]?.title ?? [])[0] ?? command;
  return refuse('duties.apart', { command: title, fact: 'draft-edited' }, undefined, 403);
}
