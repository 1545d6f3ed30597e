import { z } from 'zod';
import { isRefusal, type OrganisationView, refuse, type Situation } from '../../command.ts';
import type { Round } from '../../round/state.ts';
import { words } from '../../text.ts';
import { dateOf } from '../../time/programme-day.ts';
import { schemeCommand } from '../command.ts';
import { linkToPlan, PlanLink } from '../plan-link.ts';
import { Proposal, sections } from '../proposal.ts';
import { unsoundness } from '../soundness.ts';

/** A host begins a scheme in an open round; its own organisation is the host. Refused when the round is not open to it (409 if closed). */
export const draftScheme = schemeCommand('draft-scheme', {
  input: z.strictObject({ roundId: words(200), proposal: Proposal, planItem: PlanLink.optional() }),
  creates: true,
  needs: ({ input }) => ({
    things: [input.roundId, ...(input.planItem ? [input.planItem.planId] : [])],
    allOrganisations: true,
  }),

  decide({ input: { roundId, proposal, planItem }, actor, situation, pack, today }) {
    const found = situation.things[roundId];
    if (found?.kind !== 'round') return refuse('round.unknown', { roundId }, undefined, 404);
    const round = found.data as Round;
    const cutOff = dateOf(round.closesAt);
    if (found.state !== 'open' || today > cutOff) return refuse('round.not-open', { title: round.title, cutOff }, undefined, 409);

    const host = hostOf(actor.positions, situation);
    if (!host) return refuse('host.unknown', { organisations: actor.positions.map(({ organisationId }) => organisationId) });
    if (round.provinceId !== null && host.provinceId !== round.provinceId)
      return refuse('round.other-province', { title: round.title, host: host.name }, undefined, 403);
    const link = planItem ? linkToPlan(planItem, situation) : null;
    if (isRefusal(link)) return link;

    const unsound = unsoundness(pack, proposal, round.route);
    if (unsound) return unsound;
    return [
      {
        type: 'scheme-drafted',
        roundId,
        programme: round.programme,
        route: round.route,
        year: round.year,
        host: { id: host.id, name: host.name },
        provinceId: host.provinceId,
        localFinanceId: localFinanceOf(host, situation),
        hostIsCentral: host.kind === 'association' || host.provinceId === null,
        planItem: link,
        cutOff,
        version: 1,
        proposal,
        changed: [...sections],
      },
    ];
  },
});

function hostOf(positions: { role: string; organisationId: string }[], { organisations }: Situation): OrganisationView | undefined {
  return positions.filter(({ role }) => role === 'host-drafter').flatMap(({ organisationId }) => organisations[organisationId] ?? [])[0];
}

function localFinanceOf({ provinceId }: OrganisationView, { organisations }: Situation): string | null {
  if (provinceId === null) return null;
  return Object.values(organisations).find((one) => one.kind === 'local-finance' && one.provinceId === provinceId)?.id ?? null;
}
