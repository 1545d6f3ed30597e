// Plain JavaScript for Node 20 without any package: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.lock-sha256');
const node24 = join(modules, 'node', 'bin', 'node');
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

function stamped() {
  return existsSync(node24) && existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash();
}

/** Whether what npm says it has installed is what the lock file names: so an `npm ci` done by hand counts too. */
function installedAsLocked() {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record) || !existsSync(node24)) return false;
  const locked = json(join(root, 'package-lock.json')).packages;
  const installed = json(record).packages;
  const same = Object.entries(installed).every(([path, { version }]) => locked[path]?.version === version);
  return same && Object.entries(locked).every(([path, { optional }]) => path === '' || optional || path in installed);
}

/** A process for good: numbers are used again, so its beginning is part of its name. Null when there is none. */
function named(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return null;
  }
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${pid} ${line.slice(line.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return `${pid} unknown`;
  }
}

/** One installation at a time, also when two commands are started together; a lock whose owner is gone is taken over. */
async function alone(work) {
  const lock = join(root, 'var', 'packages.lock');
  mkdirSync(dirname(lock), { recursive: true });
  for (let told = false; ; ) {
    try {
      writeFileSync(lock, named(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const owner = existsSync(lock) ? readFileSync(lock, 'utf8') : '';
      if (owner !== '' && named(Number.parseInt(owner, 10)) !== owner) rmSync(lock, { force: true });
      else {
        if (!told) console.log(`  … packages: another process (${owner.split(' ')[0] || 'just started'}) installs them; waiting`);
        told = true;
        await new Promise((done) => setTimeout(done, 300));
      }
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Runs npm with its output in a log; returns its exit code. */
function npm(args, log) {
  const [program, ...before] = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  mkdirSync(dirname(log), { recursive: true });
  const out = createWriteStream(log);
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...before, ...args, '--include=dev', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(out, { end: false });
    child.stderr.pipe(out, { end: false });
    child.on('error', reject);
    child.on('close', (code) => out.end(() => resolve(code)));
  });
}

async function install() {
  const log = join(root, 'var', 'logs', 'npm.log');
  let code = await npm(['ci'], log);
  // npm refuses a lock file that lacks a package of some other platform; what is installed is compared with the lock file in any case.
  if (code !== 0 && readFileSync(log, 'utf8').includes('are in sync')) code = await npm(['install', '--no-save'], log);
  if (code !== 0 || !installedAsLocked()) {
    const tail = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n    ');
    throw new Error(
      `npm ci ended with ${code}${code === 0 ? ', but what it installed is not what the lock file names' : ''}:\n    ${tail}\n` +
        `  Way out: see ${log}; check that npm reaches its registry (npm ping) and runs install scripts (npm config get ignore-scripts), remove node_modules, start again.`,
    );
  }
}

/** Installs the packages of the lock file unless they are there. Says what it does and how long it took. */
export async function ensurePackages() {
  if (stamped()) return;
  await alone(async () => {
    if (stamped()) return;
    const began = Date.now();
    if (!installedAsLocked()) {
      console.log('  … packages: npm ci (about a minute the first time)');
      await install();
      console.log(`  ✓ packages: installed (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    }
    writeFileSync(stamp, lockHash());
  });
}

/** What went wrong, with a way out. */
function explain(error) {
  if (error.code === 'ENOENT' && error.syscall?.startsWith('spawn'))
    return `${error.message}\n  Way out: install npm, which comes with Node, and see that it is on the PATH.`;
  if (error.path === undefined) return error.message;
  return `${error.message}\n  Way out: let this user write in ${root} (chown), see that the disk has room, or take a copy of the project of your own.`;
}

/** Runs a program of this project with Node 24, hands signals on, and ends as it ends. */
export function handOver(script, args) {
  const child = spawn(node24, [join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${join(modules, '.bin')}:${process.env.PATH ?? ''}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

/** Makes sure of the packages, then runs the script with Node 24. */
export async function begin(script) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error(`Node ${process.versions.node} is too old: install Node 20 or newer, then start again.`);
    process.exit(1);
  }
  try {
    await ensurePackages();
  } catch (error) {
    console.error(`  ✗ packages: ${explain(error)}`);
    process.exit(1);
  }
  handOver(script, process.argv.slice(2));
}
