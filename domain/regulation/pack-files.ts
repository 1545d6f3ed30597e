import { z } from 'zod';
import { HolidayCalendar } from './calendar.ts';
import { Contents } from './contents.ts';
import { DocumentRule } from './document-rule.ts';
import { Instrument } from './instrument.ts';
import { Activities, Targets } from './master-plan.ts';
import { Laws, RuleGrounds } from './pack.ts';
import { PackHead } from './pack-head.ts';
import { type Problem, problem } from './problem.ts';
import { Roles } from './roles.ts';

/** What each file of a pack's folder holds; beside them stand the charts that pack.json names. */
export const packFiles = {
  'pack.json': PackHead,
  'instruments.json': z.array(Instrument).min(1),
  'contents.json': Contents,
  'activities.json': Activities,
  'targets.json': Targets,
  'limits.json': Laws,
  'money.json': Laws,
  'changes.json': Laws,
  'council.json': Laws,
  'signing.json': Laws,
  'format.json': Laws,
  'verdict.json': Laws,
  'exchange.json': Laws,
  'roles.json': Roles,
  'calendar.json': HolidayCalendar,
  'documents.json': z.array(DocumentRule).min(1),
  'rules.json': RuleGrounds,
} as const;
export type PackFileName = keyof typeof packFiles;
export type PackFiles = { [F in PackFileName]: z.infer<(typeof packFiles)[F]> };

/** The files that hold values of the law by key; which of them a key stands in is for the reader's eye only. */
export const lawFiles = [
  'limits.json',
  'money.json',
  'changes.json',
  'council.json',
  'signing.json',
  'format.json',
  'verdict.json',
  'exchange.json',
] as const satisfies readonly PackFileName[];

/** Reads JSON by a schema; what does not fit is told in both languages. */
export function readFile<T>(file: string, schema: z.ZodType<T>, json: unknown): { value: T } | { problems: Problem[] } {
  const read = schema.safeParse(json);
  if (read.success) return { value: read.data };
  const inVietnamese = schema.safeParse(json, { error: z.locales.vi().localeError }).error?.issues ?? [];
  return {
    problems: read.error.issues.map((issue, index) =>
      problem(file, issue.path, inVietnamese[index]?.message ?? issue.message, issue.message),
    ),
  };
}
