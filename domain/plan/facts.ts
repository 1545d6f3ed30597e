import { commandOf } from '../command.ts';
import type { Difference, Plan, Remark } from './plan.ts';

/** A difference of the annex, and who has taken note of it and why it stands. */
export type NotedDifference = Difference & { accepted: { by: string; on: string; note: string } | null };

/** A province's plan as taken in: what its annex prints, and what in it does not agree. The file is named by its SHA-256. */
export type PlanData = {
  title: string;
  provinceId: string;
  ownerId: string;
  file: string;
  fileName: string;
  takenInOn: string;
  takenInBy: string;
  plan: Plan;
  differences: NotedDifference[];
  remarks: Remark[];
};

export type PlanFact =
  | {
      type: 'plan-taken-in';
      title: string;
      provinceId: string;
      ownerId: string;
      file: string;
      fileName: string;
      plan: Plan;
      differences: Difference[];
      remarks: Remark[];
    }
  | { type: 'difference-accepted'; index: number; note: string };

/** Makes a command of a plan. */
export const planCommand = commandOf<PlanData, PlanFact>();
