import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePrismaClient } from './setup/prisma-client.ts';
import { duration, say } from './setup/progress.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = (name: string) => join(root, 'node_modules', '.bin', name);

/** What every change must pass, beside the tests. */
const checks: [name: string, file: string, args: string[]][] = [
  ['types', 'tsc', ['-p', '.', '--noEmit']],
  ['lint and format', 'biome', ['check', '--error-on-warnings', '.']],
  [
    'arrows between rooms',
    'depcruise',
    [
      '--config',
      '.dependency-cruiser.cjs',
      'config',
      'domain',
      'bench',
      'commit',
      'demo',
      'files',
      'server',
      'signatures',
      'authority',
      'templates',
      'verification',
      'workflows',
      'prisma',
      'scripts',
      'test',
    ],
  ],
  ['unused exports and packages', 'knip', []],
];

type Outcome = { name: string; passed: boolean };

function one([name, file, args]: (typeof checks)[number]): Promise<Outcome> {
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(program(file), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], timeout: 180_000 });
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => hear(Buffer.from(error.message)));
    child.on('close', (code) => {
      const passed = code === 0;
      say(`  ${passed ? '✓' : '✗'} ${name} (${duration(Date.now() - began)})${passed ? '' : `\n${said.trimEnd()}`}`);
      resolve({ name, passed });
    });
  });
}

/** Carries out all checks, also after one has failed; prints a line for each, and what a failed one said. */
export async function checkAll(): Promise<Outcome[]> {
  await ensurePrismaClient(root);
  return Promise.all(checks.map(one));
}

if (import.meta.main) {
  const outcomes = await checkAll();
  process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
}
