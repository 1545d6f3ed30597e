import type { PlanReading } from '../../domain/plan/plan.ts';
import { readAnnex } from '../../domain/plan/read-annex.ts';
import { remark } from '../../domain/plan/remark.ts';
import { readSheets } from './read-sheet.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { sheetLimits, sheetProblem } from './sheet-problem.ts';

/** A plan read from a file, and from which of its sheets. */
export type PlanOfFile = { ok: true; format: 'xlsx' | 'csv'; sheet: string } & PlanReading;

/** Takes in the annex of a plan from a file: the sheet with the largest budget table is the plan, each other sheet becomes a remark. */
export async function readPlan(file: Uint8Array): Promise<PlanOfFile | SheetProblem> {
  const read = await readSheets(file);
  if (!read.ok) return read;
  const readings = read.sheets.map(({ name, rows }) => ({ name, ...readAnnex(rows) }));
  const size = ({ plan }: PlanReading) => plan.items.length + plan.sections.length;
  const best = readings
    .filter((reading) => reading.remarks.every(({ code }) => code !== 'no-table'))
    .toSorted((a, b) => size(b) - size(a))[0];
  if (best === undefined) return sheetProblem(read.sheets.some(({ rows }) => rows.length > 0) ? 'not-a-table' : 'empty');
  if (best.differences.length + best.remarks.length > sheetLimits.findings) return sheetProblem('too-many-findings');
  const others = [
    ...readings.filter((reading) => reading !== best && (size(reading) > 0 || reading.remarks.length > 1)).map(({ name }) => name),
    ...read.hidden,
  ];
  const remarks = [...others.map((name) => remark('sheet-not-read', null, name)), ...best.remarks];
  return { ok: true, format: read.format, sheet: best.name, plan: best.plan, differences: best.differences, remarks };
}
