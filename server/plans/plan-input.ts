import type { TakeInPlan } from '../../domain/plan/commands/take-in-plan.ts';
import type { PlanOfFile } from './read-plan.ts';

type Told = { name: string; sha256: string; title?: string | undefined; provinceId?: string | undefined };

/** What a file that was read gives the command that takes a plan in; without a title of its own the plan is called as its annex or its file. */
export function planInput({ plan, differences, remarks }: PlanOfFile, { name, sha256, title, provinceId }: Told): TakeInPlan {
  return {
    title: title ?? (plan.title.slice(0, 500).trim() || name.replace(/\.(csv|xlsx)$/i, '')),
    file: sha256,
    name,
    reading: { plan, differences, remarks },
    ...(provinceId && { provinceId }),
  };
}
