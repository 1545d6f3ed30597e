import { z } from 'zod';
import { type Actor, type Refusal, refuse } from '../../command.ts';
import { officesOf } from '../../process/permit.ts';
import { lawValue } from '../../regulation/law-value.ts';
import type { RegulationPack } from '../../regulation/pack.ts';
import type { Round } from '../../round/state.ts';
import { words } from '../../text.ts';
import { councilCommand } from '../facts.ts';
import { ThingId } from '../input.ts';
import type { CouncilRole } from '../state.ts';

const Role = z.enum(['chair', 'deputy', 'reviewer', 'secretary', 'member']);

export const ProposeCouncil = z.strictObject({
  roundId: ThingId,
  name: words(300),
  members: z
    .array(z.strictObject({ personId: ThingId, role: Role }))
    .min(1)
    .max(50),
});
export type ProposeCouncil = z.infer<typeof ProposeCouncil>;

/**
 * The agency proposes who appraises the schemes of a round: so many members, with one chair, one deputy, the reviewers and a secretary as
 * the law asks. A draft of the appointment decision follows.
 */
export const proposeCouncil = councilCommand('propose-council', {
  input: ProposeCouncil,
  creates: true,
  needs: ({ input }) => ({ things: [input.roundId], persons: input.members.map(({ personId }) => personId) }),

  decide({ input, id, pack, today, actor, situation }) {
    const view = situation.things[input.roundId];
    if (view?.kind !== 'round' || view.state === 'finished') return refuse('council.no-round', { round: input.roundId });
    const round = view.data as Round;
    if (!mayProposeFor(round, actor, pack)) return refuse('council.not-your-round', {}, undefined, 403);
    const wrong = composition(input, pack, today);
    if (wrong) return wrong;
    const members = [];
    for (const { personId, role } of input.members) {
      const person = situation.persons[personId];
      if (!person) return refuse('council.unknown-person', { person: personId });
      if (person.positions.some(({ role: held }) => held === 'auditor')) return refuse('council.auditor', { person: person.name });
      if (person.positions.some(({ role: held }) => held === 'administrator'))
        return refuse('council.administrator', { person: person.name });
      const organisationIds = [...new Set(person.positions.map(({ organisationId }) => organisationId))];
      members.push({ personId, name: person.name, role, organisationIds });
    }
    const { programme, year, route, ownerId: agencyId } = round;
    return {
      facts: [{ type: 'council-proposed', roundId: input.roundId, programme, year, route, agencyId, name: input.name, members }],
      result: { councilId: id, members: members.length },
    };
  },
});

/** Whether a round is of the actor's own house: the agency's, or the province's. */
export function mayProposeFor(round: Round, { positions }: Actor, pack: RegulationPack): boolean {
  return round.provinceId === null
    ? positions.some(({ organisationId }) => organisationId === pack.organisations.agency)
    : positions.some((one) => officesOf(one).some(({ provinceId }) => provinceId === round.provinceId));
}

function composition({ members }: ProposeCouncil, pack: RegulationPack, today: string): Refusal | null {
  const ids = members.map(({ personId }) => personId);
  const twice = ids.find((personId, index) => ids.indexOf(personId) < index);
  if (twice) return refuse('council.member-twice', { person: twice });
  const size = lawValue(pack, 'council.size', { on: today });
  if (members.length < size.value.min || members.length > size.value.max) {
    return refuse('council.size', { count: members.length, ...size.value }, size);
  }
  const asked = lawValue(pack, 'council.composition', { on: today });
  for (const [role, count] of Object.entries(asked.value) as [CouncilRole, number][]) {
    const named = members.filter((member) => member.role === role).length;
    if (named !== count)
      return refuse('council.composition', { role: pack.roles.find((one) => one.id === role)?.title ?? role, named, count }, asked);
  }
  return null;
}
