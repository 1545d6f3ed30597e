import { readerKeys } from '../../domain/process/permit.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';

/** Only rows that somebody may know of. */
export const readableBy = (caller: Caller) => ({ readers: { hasSome: ['all', ...readerKeys(caller)] } });

/** What the states of a kind are called on a route, by the pack that names them. */
export function stateTitleOf(
  kind: 'scheme' | 'round' | 'council' | 'document' | 'incoming' | 'plan',
  packs: Parts['committing']['packs'],
  route?: string,
) {
  const charts = [...packs.values()].flatMap((pack) =>
    Object.entries(pack.processes)
      .filter(([name]) => route === undefined || name === route)
      .map(([, process]) => process[kind]),
  );
  return (state: string) => charts.find((chart) => chart.states[state])?.states[state]?.title ?? { vi: state, en: state };
}
