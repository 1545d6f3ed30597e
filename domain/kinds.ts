import { clockKind } from './clock/kind.ts';
import type { Kind } from './command.ts';
import { councilKind } from './council/kind.ts';
import { documentKind } from './document/kind.ts';
import { incomingKind } from './incoming/kind.ts';
import { planKind } from './plan/kind.ts';
import type { ThingKind } from './process/chart.ts';
import { roundKind } from './round/kind.ts';
import { schemeKind } from './scheme/scheme.ts';

/** All kinds of things that live. */
// biome-ignore lint/suspicious/noExplicitAny: each kind has a state and facts of its own; the registry holds them all
export const kinds: Record<ThingKind, Kind<any, any>> = {
  round: roundKind,
  scheme: schemeKind,
  council: councilKind,
  document: documentKind,
  incoming: incomingKind,
  plan: planKind,
  clock: clockKind,
};
