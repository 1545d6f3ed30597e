import { weighsRound } from '../../../domain/round/public-round.ts';
import type { Round } from '../../../domain/round/state.ts';
import { type Source, supportSource } from '../../../domain/scheme/amount.ts';
import type { Scheme } from '../../../domain/scheme/state.ts';
import { dateOf } from '../../../domain/time/programme-day.ts';
import type { Language } from '../../http/language.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import { readableBy } from '../../lists/readable.ts';
import type { Parts } from '../../parts.ts';
import { actionsOf } from '../../things/actions.ts';
import { type KnownThing, knownThing } from '../../things/known-thing.ts';
import { visibleData } from '../../things/visible.ts';

export type KnownRound = {
  thing: KnownThing;
  /** As the reader may see it: the ranking and what lies with the signer are for those who weigh the schemes. */
  round: Round;
  weighs: boolean;
  /** The state's money on this route. */
  source: Source;
  caller: Caller;
  language: Language;
  now: string;
  today: string;
  open: Map<string, { vi: string; en: string }>;
};
type Who = Pick<KnownRound, 'caller' | 'language'>;

/** A round as it stands; everybody may know that it is open. @throws ProblemError 404 */
export async function knownRound(id: string, { caller, language }: Who, parts: Parts): Promise<KnownRound> {
  const [thing, now] = await Promise.all([knownThing('round', id, caller, parts), parts.time.now()]);
  const round = visibleData(thing, caller) as unknown as Round;
  return {
    thing,
    round,
    weighs: weighsRound(thing.data as unknown as Round, caller, thing.pack),
    source: supportSource(thing.route),
    caller,
    language,
    now,
    today: dateOf(now),
    open: new Map(actionsOf(thing, caller, now).map(({ command, title }) => [command, title])),
  };
}

/** The same for those who weigh its schemes alone. @throws ProblemError 404 */
export async function weighedRound(id: string, who: Who, parts: Parts): Promise<KnownRound> {
  const known = await knownRound(id, who, parts);
  if (!known.weighs) throw new ProblemError('not-found');
  return known;
}

/** A scheme of the round, whole, with its state and its host's name. */
export type RoundScheme = { id: string; state: string; title: string; hostName: string; scheme: Scheme };

/** The round's schemes in these states that the reader may know of. */
export async function schemesIn({ thing, caller }: KnownRound, states: readonly string[], parts: Parts): Promise<RoundScheme[]> {
  const rows = await parts.reader.scheme.findMany({
    where: { AND: [{ roundId: thing.id, state: { in: [...states] } }, readableBy(caller)] },
    select: { id: true, title: true, state: true, hostId: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 1_000,
  });
  const things = await parts.reader.thing.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, select: { id: true, data: true } });
  const whole = new Map(things.map(({ id, data }) => [id, data as unknown as Scheme]));
  const found = await Promise.all(
    rows.map(async ({ id, title, state, hostId }) => ({ id, title, state, hostName: await parts.names(hostId), scheme: whole.get(id) })),
  );
  return found.flatMap(({ scheme, ...one }) => (scheme ? [{ ...one, scheme }] : []));
}
