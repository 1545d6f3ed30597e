import type { z } from 'zod';
import { ProcessFile } from '../process/chart.ts';
import { workingCalendar } from './calendar.ts';
import { checkApprovals } from './check-approvals.ts';
import { checkProcess } from './check-chart.ts';
import { checkLaws } from './check-laws.ts';
import { checkReferences } from './check-references.ts';
import type { RegulationPack } from './pack.ts';
import { lawFiles, type PackFileName, type PackFiles, packFiles, readFile } from './pack-files.ts';
import { type Problem, problem } from './problem.ts';

/**
 * Makes a pack of the files of its folder (name within the folder → JSON as parsed), or says all that keeps it from being one:
 * each problem with its file and place. Files are judged together only once each of them reads well.
 */
export function checkPack(raw: Record<string, unknown>): { pack: RegulationPack } | { problems: Problem[] } {
  const read = readFiles(raw);
  if ('problems' in read) return read;
  const charts = readCharts(raw, read.files);
  const problems = [
    ...checkReferences(read.files),
    ...checkLaws(read.files),
    ...checkApprovals(read.files, charts.processes),
    ...strayFiles(raw, read.files),
    ...charts.problems,
  ];
  return problems.length > 0 ? { problems } : { pack: assemble(read.files, charts.processes) };
}

function readFiles(raw: Record<string, unknown>): { files: PackFiles } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const files: Partial<Record<PackFileName, unknown>> = {};
  for (const [file, schema] of Object.entries(packFiles) as [PackFileName, z.ZodType][]) {
    if (!Object.hasOwn(raw, file)) {
      problems.push(missingFile(file));
      continue;
    }
    const read = readFile(file, schema, raw[file]);
    if ('problems' in read) problems.push(...read.problems);
    else files[file] = read.value;
  }
  return problems.length > 0 ? { problems } : { files: files as PackFiles };
}

function readCharts(raw: Record<string, unknown>, files: PackFiles): { processes: Record<string, ProcessFile>; problems: Problem[] } {
  const processes: Record<string, ProcessFile> = {};
  const problems: Problem[] = [];
  for (const { id, process: file } of files['pack.json'].routes) {
    if (!Object.hasOwn(raw, file)) {
      problems.push(missingFile(file));
      continue;
    }
    const read = readFile(file, ProcessFile, raw[file]);
    if ('problems' in read) problems.push(...read.problems);
    else {
      processes[id] = read.value;
      problems.push(...checkProcess(file, read.value, files['roles.json'].roles));
    }
  }
  return { processes, problems };
}

function strayFiles(raw: Record<string, unknown>, files: PackFiles): Problem[] {
  const known = new Set<string>([...Object.keys(packFiles), ...files['pack.json'].routes.map((route) => route.process)]);
  return Object.keys(raw)
    .filter((file) => !known.has(file))
    .map((file) => problem(file, [], 'Tệp này không thuộc bộ quy định.', 'This file is no part of a pack.'));
}

function missingFile(file: string): Problem {
  return problem(file, [], 'Thiếu tệp này.', 'This file is missing.');
}

function assemble(files: PackFiles, processes: Record<string, ProcessFile>): RegulationPack {
  const laws: RegulationPack['laws'] = {};
  for (const file of lawFiles) {
    for (const [key, values] of Object.entries(files[file])) laws[key] = [...(laws[key] ?? []), ...values];
  }
  return {
    ...files['pack.json'],
    instruments: files['instruments.json'],
    contents: files['contents.json'],
    masterPlan: { activities: files['activities.json'], targets: files['targets.json'] },
    laws,
    rules: files['rules.json'],
    roles: files['roles.json'].roles,
    dutiesApart: files['roles.json'].apart,
    holidays: files['calendar.json'],
    calendar: workingCalendar(files['calendar.json']),
    documents: files['documents.json'],
    processes,
  };
}
