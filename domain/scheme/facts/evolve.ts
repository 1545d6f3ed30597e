import type { FactBase } from '../../command.ts';
import type { Scheme } from '../state.ts';

/** When and by whom a fact was taken down. */
export type Moment = { seq: number; now: string; today: string; actor: string };

/** How each fact of a union changes a scheme. */
export type Evolutions<F extends FactBase> = {
  [T in F['type']]: (scheme: Scheme, fact: Extract<F, { type: T }>, at: Moment) => Scheme;
};
