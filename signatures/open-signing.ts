import { type Environment, needed } from '../config/environment.ts';
import type { TimeStamper } from '../workflows/activities/pdf/time-stamp.ts';
import { openSigners, type Signers } from './signers.ts';
import { httpTimeStamper } from './time-stamp-client.ts';
import { openTrust, type Trust } from './trust.ts';

/** Keys, whom to trust, and who says what time it is, by the settings. */
export function openSigning(environment: Environment): { signers: Signers; trust: Trust; timeStamper: TimeStamper } {
  const trust = openTrust(environment);
  return { signers: openSigners(environment), trust, timeStamper: httpTimeStamper(needed(environment, 'tsaUrl'), trust) };
}
