import { z } from 'zod';
import { type Actor, isRefusal, type Refusal, refuse } from '../../command.ts';
import { positiveDong } from '../../money/dong.ts';
import { lawValue } from '../../regulation/law-value.ts';
import type { RegulationPack } from '../../regulation/pack.ts';
import { Source, supportSource } from '../../scheme/amount.ts';
import { words } from '../../text.ts';
import { dateInYear, Instant, IsoDate } from '../../time/dates.ts';
import { endOfDay } from '../../time/programme-day.ts';
import { roundCommand } from '../command.ts';

/** A day (the end of it) or a moment. */
export const DayOrInstant = z
  .union([IsoDate, Instant])
  .meta({ description: 'Ngày (hết ngày đó) hoặc thời điểm · A day (its end) or a moment' });
export const instantOf = (dayOrInstant: string): string => (dayOrInstant.length === 10 ? endOfDay(dayOrInstant) : dayOrInstant);

export const OpenRound = z.strictObject({
  programme: z.string().trim().min(1).max(60),
  year: z.int().min(2000).max(2100),
  route: z.enum(['central', 'local']),
  title: words(300).optional(),
  closesAt: DayOrInstant.optional(),
  ceilings: z
    .array(z.strictObject({ source: Source, ceilingDong: positiveDong }))
    .min(1)
    .max(4),
});
export type OpenRound = z.infer<typeof OpenRound>;

/** There is one round a year and route, and on the local route one in each province: its id says which. */
export function roundId({ programme, year, route }: Pick<OpenRound, 'programme' | 'year' | 'route'>, provinceId: string | null): string {
  return route === 'local' ? `${programme}.${year}.local.${provinceId ?? '-'}` : `${programme}.${year}.central`;
}

/** The province for which the actor opens a local round. */
export function provinceOf(actor: Actor): string | null {
  const held = actor.positions.find(({ role, provinceId }) => role.startsWith('province-') && provinceId !== null);
  return held?.provinceId ?? null;
}

/**
 * The agency opens the year's call (on the local route the province): until when schemes are taken in, and how much money of the state
 * there is, đồng by source. Without a date the law's own cut-off of the year holds.
 */
export const openRound = roundCommand('open-round', {
  input: OpenRound,
  creates: true,
  needs: ({ input }) => (input.route === 'central' ? { things: [roundId(input, null)] } : {}),

  decide({ input, id, pack, now, actor, situation }) {
    const owner = ownerOf(input, actor, pack);
    if (isRefusal(owner)) return owner;
    if (situation.things[id]) return refuse('round.exists', { programme: pack.shortTitle, year: input.year, id }, undefined, 409);
    const from = Number(pack.valid.from.slice(0, 4));
    const to = Number(pack.valid.to.slice(0, 4));
    if (input.year < from || input.year > to) return refuse('round.year', { year: input.year, from, to });

    const cutOff = lawValue(pack, 'intake.cutoff', { on: dateInYear(input.year, '01-01'), province: owner.provinceId });
    const closesAt = instantOf(input.closesAt ?? dateInYear(input.year, cutOff.value));
    if (closesAt <= now) return refuse('round.closes-in-the-past', { closesAt, now }, cutOff);

    const sources = input.ceilings.map(({ source }) => source);
    if (new Set(sources).size < sources.length) return refuse('round.ceiling-twice', { sources });
    const support = supportSource(input.route);
    if (!sources.includes(support)) return refuse('round.ceiling-missing', { support });

    return [{ type: 'round-opened', ...input, title: input.title ?? titleOf(input, pack), closesAt, ...owner }];
  },
});

/** In whose name somebody opens a round on a route; why they open none. */
export function ownerOf(
  { route }: Pick<OpenRound, 'route'>,
  actor: Actor,
  pack: RegulationPack,
): Refusal | { ownerId: string; provinceId: string | null } {
  if (route === 'local') {
    const provinceId = provinceOf(actor);
    return provinceId ? { ownerId: provinceId, provinceId } : refuse('round.not-your-organisation', {}, undefined, 403);
  }
  const { agency } = pack.organisations;
  const belongs = actor.positions.some(({ role, organisationId }) => role === 'agency-head' && organisationId === agency);
  return belongs ? { ownerId: agency, provinceId: null } : refuse('round.not-your-organisation', {}, undefined, 403);
}

function titleOf({ year, route }: OpenRound, pack: RegulationPack): string {
  const way = pack.routes.find(({ id }) => id === route)?.title.vi ?? route;
  return `Kỳ đăng ký đề án năm ${year} – ${pack.shortTitle.vi} (${way.toLowerCase()})`;
}
