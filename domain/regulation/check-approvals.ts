import type { ProcessFile } from '../process/chart.ts';
import type { PackFiles } from './pack-files.ts';
import { type Problem, problem } from './problem.ts';

/** Checks that whoever a type's approvals name may approve by some route's chart: otherwise its drafts would wait for ever. */
export function checkApprovals(files: PackFiles, processes: Readonly<Record<string, ProcessFile>>): Problem[] {
  const approvers = Object.values(processes).flatMap(({ document }) => document.commands['approve-draft']?.by ?? []);
  return files['documents.json'].flatMap(({ approvals }, index) =>
    (approvals?.by ?? []).flatMap(({ role, of }, at) =>
      approvers.some((one) => one.role === role && one.of === of)
        ? []
        : [
            problem(
              'documents.json',
              [index, 'approvals', 'by', at],
              `Không quy trình nào để "${role}" của "${of}" duyệt dự thảo.`,
              `No chart lets "${role}" of "${of}" approve a draft.`,
            ),
          ],
    ),
  );
}
