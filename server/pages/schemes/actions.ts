import type { Title } from '../../../domain/process/chart.ts';
import type { Caller } from '../../identity/caller.ts';
import { actionsOf } from '../../things/actions.ts';
import type { KnownThing } from '../../things/known-thing.ts';
import { whereDone } from '../where-done.ts';

/** Commands that lead back, off or out of the way: offered after those that lead on. */
const back = /^(discard|withdraw|decline|declare|refuse|return|reject|suspend|lapse|propose-termination|carry-over)/;
export const isWayBack = (command: string): boolean => back.test(command);

export type Offer = { command: string; title: Title; href: string };
export type Offers = { main: Offer | null; others: Offer[]; back: Offer[] };

/** What somebody may do with a scheme now: first what leads on, the foremost of it apart; then what leads back. */
export function offersOf(thing: KnownThing, caller: Caller, now: string): Offers {
  const offers = actionsOf(thing, caller, now).map(({ command, title }) => ({
    command,
    title,
    href: whereDone('scheme', thing.id, command),
  }));
  const [main = null, ...others] = offers.filter(({ command }) => !isWayBack(command)).toSorted((a, b) => rank(a) - rank(b));
  return { main, others, back: offers.filter(({ command }) => isWayBack(command)) };
}

/** What is done all along comes after what takes the scheme to its next step. */
const along = ['edit-proposal', 'record-inspection', 'request-adjustment'];
export const rank = ({ command }: { command: string }): number => (along.includes(command) ? 1 : 0);
