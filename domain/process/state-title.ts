import type { RegulationPack } from '../regulation/pack.ts';
import type { ThingKind, Title } from './chart.ts';

/** What a state is called in both languages, as its chart says; its bare name where the chart knows none. */
export function stateTitle(pack: RegulationPack, route: string, kind: ThingKind, state: string): Title {
  return pack.processes[route]?.[kind].states[state]?.title ?? { vi: state, en: state };
}
