import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkAll } from './check.ts';
import { explain, say } from './setup/progress.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function vitest(args: string[]): Promise<number> {
  const child = spawn(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

/** `npm test`: the checks, then all tests; what stands behind `npm test --` goes to vitest (then without the checks). Leaves the count of checks in var/test/checks.json. */
try {
  const args = process.argv.slice(2);
  const outcomes = args.some((arg) => !arg.startsWith('-')) ? [] : await checkAll();
  mkdirSync(join(root, 'var', 'test'), { recursive: true });
  writeFileSync(join(root, 'var', 'test', 'checks.json'), JSON.stringify(outcomes));
  const code = await vitest(args);
  const failed = outcomes.filter(({ passed }) => !passed);
  if (failed.length > 0) say(`Failed checks: ${failed.map(({ name }) => name).join(', ')}`);
  process.exitCode = failed.length > 0 ? 1 : code;
} catch (error) {
  say(explain(error));
  process.exitCode = 1;
}
