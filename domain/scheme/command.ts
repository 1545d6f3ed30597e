import { commandOf } from '../command.ts';
import type { SchemeFact } from './fact.ts';
import type { Scheme } from './state.ts';

/** A command of a scheme: `schemeCommand('withdraw', { input, decide })`. */
export const schemeCommand = commandOf<Scheme, SchemeFact>();
