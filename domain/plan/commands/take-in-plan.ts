import { z } from 'zod';
import { refuse } from '../../command.ts';
import { words } from '../../text.ts';
import { planCommand } from '../facts.ts';
import { PlanReading } from '../plan.ts';

export const TakeInPlan = z.strictObject({
  title: words(500),
  /** Organisation id of the people's committee; the actor's own province if left out. */
  provinceId: z.string().trim().min(1).max(100).optional(),
  file: z.hash('sha256'),
  name: words(255),
  reading: PlanReading,
});
export type TakeInPlan = z.infer<typeof TakeInPlan>;

/**
 * A province's plan is taken in as its annex prints it. However little of it agrees, it is neither refused nor corrected; each difference
 * stands in the record. A province takes in its own plan, the agency anyone's.
 */
export const takeInPlan = planCommand('take-in-plan', {
  input: TakeInPlan,
  creates: true,
  needs: ({ input }) => (input.provinceId ? { organisations: [input.provinceId] } : {}),

  decide({ input, actor, pack, situation }) {
    const own = actor.positions.find(({ role, provinceId }) => role === actor.role && provinceId !== null);
    const ofAgency = actor.positions.some(({ organisationId }) => organisationId === pack.organisations.agency);
    const provinceId = input.provinceId ?? own?.provinceId;
    if (!provinceId) return refuse('plan.province-needed');
    if (!ofAgency && own?.provinceId !== provinceId) return refuse('plan.not-your-province', { province: provinceId }, undefined, 403);
    if (input.provinceId && situation.organisations[input.provinceId]?.kind !== 'province') {
      return refuse('plan.no-province', { province: input.provinceId });
    }
    const ownerId = (own ?? actor.positions.find(({ role }) => role === actor.role))?.organisationId ?? provinceId;
    const { title, file, name: fileName, reading } = input;
    return {
      facts: [{ type: 'plan-taken-in', title, provinceId, ownerId, file, fileName, ...reading }],
      result: { differences: reading.differences.length, remarks: reading.remarks.length },
    };
  },
});
