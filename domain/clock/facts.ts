import { commandOf } from '../command.ts';

/** Where the clock stands, where it is going, and whether it has come there. Instants. */
export type ClockData = { now: string; target: string; arrived: boolean };

export type ClockFact =
  | { type: 'clock-set'; now: string }
  /** Somebody asks it to go there; it gets there step by step, stopping where a clock of the process runs out. */
  | { type: 'clock-moved'; to: string }
  | { type: 'clock-advanced'; now: string };

/** Makes a command of the clock. */
export const clockCommand = commandOf<ClockData, ClockFact>();
