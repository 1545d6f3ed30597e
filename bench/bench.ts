import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain, say, step } from '../scripts/setup/progress.ts';
import { ballot } from './ballot.ts';
import { clocks } from './clocks.ts';
import { documents } from './documents.ts';
import { lists } from './lists.ts';
import type { Finding } from './measure.ts';
import { type OwnServices, openServices, root } from './own-services.ts';
import { pages } from './pages.ts';
import { promptness } from './promptness.ts';
import { conditions, fillPlace, table } from './report.ts';
import { screens } from './screens.ts';
import { verdict } from './verdict.ts';
import { whole } from './whole.ts';

/**
 * `npm run bench`: measures what was promised, each against its baseline in the same run, on a system of its own that is thrown away in the
 * end; prints the tables and writes them into docs/benchmarks.md. `npm run bench -- ballot lists` measures these parts alone;
 * `--full` takes the large numbers where the everyday run takes smaller ones.
 */
const parts: Record<string, (own: OwnServices, full: boolean) => Promise<Finding>> = {
  ballot,
  promptness,
  pages,
  documents,
  verdict,
  lists,
  screens,
  clocks,
  whole,
};
const file = join(root, 'docs', 'benchmarks.md');

const asked = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const full = process.argv.includes('--full');
const unknown = asked.find((name) => !parts[name]);
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}". Parts: ${Object.keys(parts).join(', ')}; without any, all of them.`);
  process.exit(1);
}

let stopping: Promise<void> | null = null;
let own: OwnServices | null = null;
const stop = (): Promise<void> => {
  stopping ??= own?.close() ?? Promise.resolve();
  return stopping;
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop().then(() => process.exit(1)));

for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const before = conditions();
  const services = openServices();
  own = services;
  stopping = null;
  try {
    const finding = await step(name, () => measure(services, full));
    const shown = table(finding);
    say(`\n${shown}\n`);
    writeFileSync(file, fillPlace(readFileSync(file, 'utf8'), name, `${before}.\n\n${shown}`));
  } catch (error) {
    console.error(`${name} could not be measured. ${explain(error)}`);
    process.exitCode = 1;
  } finally {
    await stop();
  }
}
