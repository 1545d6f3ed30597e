import type { FactBase, FundView, Ground, Refusal, ThingView } from '../../domain/command.ts';
import { refuse } from '../../domain/command.ts';
import { breaches, foldMovements } from '../../domain/money/ledger.ts';
import { ruleGround } from '../../domain/regulation/rule-ground.ts';
import type { RoundFact } from '../../domain/round/facts.ts';
import { roundKind } from '../../domain/round/kind.ts';
import type { Round } from '../../domain/round/state.ts';
import type { Amount } from '../../domain/scheme/amount.ts';
import type { SchemeFact } from '../../domain/scheme/fact.ts';
import type { Scheme } from '../../domain/scheme/state.ts';
import { approved, support } from '../../domain/scheme/test-kit.ts';
import { type As, Given, given, pack } from '../../domain/test-kit.ts';

export const million = 1_000_000;

export const roundId = 'round-2022';
export const fundOf2022 = '645-2021-2025/2022/programme';
/** There is less than was approved: four times a hundred million. */
export const ceilingDong = 250 * million;
export const ids = ['s1', 's2', 's3', 's4'];

type RoundGiven = Given<Round, RoundFact>;
export type SchemeGiven = Given<Scheme, SchemeFact>;
/** A document that lies with the signer, and what it is about. */
export type Pending =
  | { what: 'allocation'; no: number; list: { schemeId: string; amounts: Amount[] }[] }
  | { what: 'termination' | 'adjustment'; schemeId: string };
/** A round, its schemes, the funds and the treasury's slips, all in memory. */
export type World = {
  round: RoundGiven;
  schemes: Record<string, SchemeGiven>;
  funds: Record<string, FundView>;
  slips: string[];
  pending: Pending[];
};

const today = '2022-06-01';
const named = <S extends object, F extends { type: string }>(one: Given<S, F>, id: string): Given<S, F> =>
  new Given(one.kind, one.route, { ...one.found, id }, `${today}T02:00:00.000Z`, one.actor);

const openedRound: RoundFact[] = [
  {
    type: 'round-opened',
    programme: '645-2021-2025',
    year: 2022,
    route: 'central',
    ownerId: 'cuc-tmdt-kts',
    provinceId: null,
    title: 'Kỳ đăng ký đề án năm 2022',
    closesAt: '2022-03-31T16:59:59.999Z',
    ceilings: [{ source: 'programme', ceilingDong }],
  },
  { type: 'round-closed', clock: 'closing', due: '2022-03-31T16:59:59.999Z' },
  {
    type: 'decision-proposed',
    no: 1,
    list: ids.map((schemeId) => ({ schemeId, outcome: 'approve', amounts: support(100 * million), reason: null })),
  },
  { type: 'decision-issued', decisionNo: 1, outcome: 'approve', documentId: 'decision-1', symbol: '05/QĐ-BCT', date: '2022-05-16' },
];

/** Four schemes are approved, and nothing is allocated yet. */
export function beginning(): World {
  const round = named(given(roundKind, 'central', ...openedRound), roundId);
  const empty = { reserved: 0, allocated: 0, contracted: 0, advanced: 0, paid: 0, settled: 0, returned: 0 };
  return {
    round,
    schemes: Object.fromEntries(ids.map((id) => [id, named(approved(support(100 * million)), id)])),
    funds: { [fundOf2022]: { id: fundOf2022, ceiling: ceilingDong, ...empty } },
    slips: [],
    pending: [],
  };
}

const view = (id: string, kind: ThingView['kind'], { state, data, found }: RoundGiven | SchemeGiven): ThingView => ({
  id,
  kind,
  pack: pack.id,
  state,
  seq: found.seq,
  route: 'central',
  data,
});
export const situationOf = ({ round, schemes, funds, slips }: World) => ({
  funds,
  usedSlips: slips,
  things: Object.fromEntries([
    [roundId, view(roundId, 'round', round)],
    ...Object.entries(schemes).map(([id, scheme]) => [id, view(id, 'scheme', scheme)]),
  ]),
});

export type Step = { thing: string; command: string; input: object; as?: As; now?: string };
export type Answer = { world: World; facts: string[]; refusal: Refusal | null };
type Moved = { funds: World['funds']; slips: string[] };

/** Gives a command as commit does. */
export function give(world: World, step: Step): Answer {
  const { thing } = step;
  if (thing === roundId) return answered(world, ask(world.round, world, step), (round) => ({ round }));
  const scheme = world.schemes[thing];
  if (!scheme) throw new Error(`There is no scheme ${thing}.`);
  return answered(world, ask(scheme, world, step), (left) => ({ schemes: { ...world.schemes, [thing]: left } }));
}

type Asked<G> = { left: G; moved: Moved | null; facts: string[]; refusal: Refusal | null };
const answered = <G>(world: World, { left, moved, facts, refusal }: Asked<G>, put: (left: G) => Partial<World>): Answer =>
  moved ? { world: { ...world, ...put(left), ...moved }, facts, refusal } : { world, facts: [], refusal };

/** What the funds' own constraints would refuse is refused, and nothing but the ceiling may ever have to refuse. */
function ask<S extends object, F extends FactBase>(one: Given<S, F>, world: World, { command, input, as, now }: Step): Asked<Given<S, F>> {
  const outcome = one.when(command, input, { ...(as && { as }), ...(now && { now }), situation: situationOf(world) });
  if (outcome.facts.length === 0) return { left: one, moved: null, facts: [], refusal: outcome.refusal };
  const { movements, slips } = outcome.accepted;
  const funds = foldMovements(world.funds, movements);
  const broken = new Set(Object.values(funds).flatMap((fund) => breaches(fund)));
  const over = broken.delete('reserved + allocated ≤ ceiling');
  if (broken.size > 0) throw new Error(`${command} broke: ${[...broken].join(', ')}.`);
  if (over) return { left: one, moved: null, facts: [], refusal: refuse('fund.over-ceiling') };
  const left = now ? outcome.left.at(today) : outcome.left;
  return { left, moved: { funds, slips: [...world.slips, ...slips.map(({ number }) => number)] }, facts: outcome.said(), refusal: null };
}

/** On what a refusal rests: the law's value that decided, else the pack's ground of the rule. */
export const groundOf = ({ ground, rule }: Refusal): Ground => ground ?? ruleGround(pack, rule);
