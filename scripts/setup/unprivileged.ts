import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from './command.ts';
import { SetupError } from './progress.ts';

/** The user that a program which refuses to be root runs as. */
export type Account = { name: string; uid: number; gid: number };

function account(name: string): Account | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const fields = line?.split(':') ?? [];
  return fields.length < 4 ? null : { name, uid: Number(fields[2]), gid: Number(fields[3]) };
}

/** Null for an ordinary user. For root: the account `postgres`, made where it is missing and can be made, else `nobody`. */
export function accountForRoot(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const found = account('postgres');
  if (found) return found;
  for (const [program, ...args] of [
    ['useradd', '--system', '--user-group', '--no-create-home', 'postgres'],
    ['adduser', '-S', '-D', '-H', 'postgres'],
  ]) {
    try {
      execFileSync(program ?? '', args, { stdio: 'ignore' });
      const made = account('postgres');
      if (made) return made;
    } catch {
      // The next way is tried; `nobody` is left in the end.
    }
  }
  const nobody = account('nobody');
  if (nobody) return nobody;
  throw new SetupError(
    'PostgreSQL refuses to run as root, and no other account exists or can be made.',
    'Start as an ordinary user, or create an account: useradd --system postgres',
  );
}

/** Whether every folder above a path lets any user pass. */
function open(path: string): boolean {
  for (let at = resolve(path); ; at = dirname(at)) {
    if (existsSync(at) && statSync(at).isDirectory() && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/**
 * The command, started as the account. Where the way to one of the paths is closed to others (a project under /root, a private temporary
 * folder), the program keeps the one capability that opens folders, by `setpriv`.
 */
export function asAccount(command: Command, who: Account | null, paths: string[]): Command {
  if (who === null) return command;
  if (paths.every(open)) return { ...command, uid: who.uid, gid: who.gid };
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));
  if (setpriv === undefined) {
    throw new SetupError(
      `PostgreSQL runs as ${who.name}, who may not enter ${paths.find((path) => !open(path))}.`,
      'Put the project and DATA_DIR where other users may pass (such as /srv), or install setpriv (package util-linux), or start as an ordinary user.',
    );
  }
  return {
    ...command,
    file: setpriv,
    args: [
      `--reuid=${who.uid}`,
      `--regid=${who.gid}`,
      '--clear-groups',
      '--securebits=+no_setuid_fixup',
      '--inh-caps=-all,+dac_override',
      '--ambient-caps=-all,+dac_override',
      command.file,
      ...command.args,
    ],
  };
}
