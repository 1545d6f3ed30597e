import type { Kind } from '../command.ts';
import { acceptDifference } from './commands/accept-difference.ts';
import { takeInPlan } from './commands/take-in-plan.ts';
import type { PlanData, PlanFact } from './facts.ts';

export type { PlanData } from './facts.ts';

const initial: PlanData = {
  title: '',
  provinceId: '',
  ownerId: '',
  file: '',
  fileName: '',
  takenInOn: '',
  takenInBy: '',
  plan: { title: '', unit: { factorDong: 1, printed: null, assumed: true }, years: [], sources: [], sections: [], items: [], total: null },
  differences: [],
  remarks: [],
};

function evolve(plan: PlanData, fact: PlanFact, at: { today: string; actor: string }): PlanData {
  switch (fact.type) {
    case 'plan-taken-in': {
      const { type: _, differences, ...taken } = fact;
      const open = differences.map((difference) => ({ ...difference, accepted: null }));
      return { ...plan, ...taken, differences: open, takenInOn: at.today, takenInBy: at.actor };
    }
    case 'difference-accepted': {
      const accepted = { by: at.actor, on: at.today, note: fact.note };
      return { ...plan, differences: plan.differences.map((one, index) => (index === fact.index ? { ...one, accepted } : one)) };
    }
  }
}

/** A province's plan as the kernel knows it: known to its province, to who took it in, and to the agency. */
export const planKind: Kind<PlanData, PlanFact> = {
  kind: 'plan',
  initial,
  evolve,
  commands: { 'take-in-plan': takeInPlan, 'accept-difference': acceptDifference },
  relations: (plan, pack) => ({
    agency: `org:${pack.organisations.agency}`,
    ministry: `org:${pack.organisations.ministry}`,
    owner: `org:${plan.ownerId}`,
    province: `province:${plan.provinceId}`,
  }),
  readers: (plan, _state, pack) => [
    ...new Set([
      `province:${plan.provinceId}`,
      `org:${plan.ownerId}`,
      `org:${pack.organisations.agency}`,
      `org:${pack.organisations.ministry}`,
    ]),
    'role:auditor',
  ],
};
