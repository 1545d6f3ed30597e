import type { Kind } from '../command.ts';
import { advanceClock } from './commands/advance-clock.ts';
import { moveClock } from './commands/move-clock.ts';
import { setClock } from './commands/set-clock.ts';
import type { ClockData, ClockFact } from './facts.ts';

export type { ClockData } from './facts.ts';

/** The programme's clock in a rehearsal: one thing, which everybody who is signed in may read. */
export const clockKind: Kind<ClockData, ClockFact> = {
  kind: 'clock',
  initial: { now: '', target: '', arrived: true },
  evolve: (clock, fact) => {
    switch (fact.type) {
      case 'clock-set':
        return { now: fact.now, target: fact.now, arrived: true };
      case 'clock-moved':
        return { ...clock, target: fact.to, arrived: clock.now === fact.to };
      case 'clock-advanced':
        return { ...clock, now: fact.now, arrived: clock.target === fact.now };
    }
  },
  idOf: () => 'clock',
  commands: { 'set-clock': setClock, 'move-clock': moveClock, 'advance-clock': advanceClock },
  relations: () => ({}),
  readers: () => ['all'],
};
