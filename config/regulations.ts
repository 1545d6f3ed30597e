import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { checkPack } from '../domain/regulation/check-pack.ts';
import type { RegulationPack } from '../domain/regulation/pack.ts';
import { describeProblem, type Problem, problem } from '../domain/regulation/problem.ts';

/**
 * Reads all regulation packs: each folder of `dir` is one, named after its id. Throws one error that lists every problem of every pack with
 * its file and place, so that a wrong pack stops a start and not a scheme.
 */
export function loadPacks(dir = 'regulations'): Map<string, RegulationPack> {
  const packs = new Map<string, RegulationPack>();
  const problems: Problem[] = [];
  for (const folder of foldersOf(dir)) {
    const outcome = loadPack(join(dir, folder));
    const wrong = 'problems' in outcome ? outcome.problems : misnamed(outcome.pack, folder);
    problems.push(...wrong.map((one) => ({ ...one, file: `${folder}/${one.file}` })));
    if ('pack' in outcome) packs.set(outcome.pack.id, outcome.pack);
  }
  if (problems.length > 0) {
    throw new Error(`The regulations in ${dir} cannot be used; ${problems.length} to mend:\n${problems.map(describeProblem).join('\n')}`);
  }
  if (packs.size === 0) throw new Error(`There is no regulation pack in ${dir}.`);
  return packs;
}

/** Reads and checks one pack's folder. */
export function loadPack(folder: string): { pack: RegulationPack } | { problems: Problem[] } {
  const { raw, problems } = readPackFolder(folder);
  return problems.length > 0 ? { problems } : checkPack(raw);
}

/** The JSON files of a pack's folder, by their names within it ("central/process.json"). */
export function readPackFolder(folder: string): { raw: Record<string, unknown>; problems: Problem[] } {
  const raw: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.json')) continue;
    const path = join(entry.parentPath, entry.name);
    const file = relative(folder, path).split(sep).join('/');
    try {
      raw[file] = JSON.parse(readFileSync(path, 'utf8'));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push(problem(file, [], `Không đọc được JSON: ${reason}`, `It is no readable JSON: ${reason}`));
    }
  }
  return { raw, problems };
}

function foldersOf(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

function misnamed(pack: RegulationPack, folder: string): Problem[] {
  return pack.id === folder
    ? []
    : [problem('pack.json', ['id'], `Thư mục phải có tên "${pack.id}".`, `The folder must be called "${pack.id}".`)];
}
