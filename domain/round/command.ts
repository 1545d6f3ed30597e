import { z } from 'zod';
import { commandOf } from '../command.ts';
import { words } from '../text.ts';
import type { RoundFact } from './facts.ts';
import type { Round } from './state.ts';

/** Makes a command of a round. */
export const roundCommand = commandOf<Round, RoundFact>();

/** Id of another thing. */
export const ThingId = z.string().trim().min(1).max(100);
/** Why it is done, as it will stand in the record. */
export const Reason = words(2_000).meta({ description: 'Lý do · Reason' });
