import { execFile, execFileSync } from 'node:child_process';

/** Another's program that judges a signed file: undefined where it has nothing against it, else what it said. */
export type Judge = (file: string) => Promise<string | undefined>;

/** What is on the PATH of this machine. */
export function installed(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** For the name of a test: which of the programs that it asks are not here. */
export function notTried(...programs: string[]): string {
  const absent = programs.filter((program) => !installed(program));
  return absent.length === 0 ? '' : ` (NOT TRIED: no ${absent.join(', ')} here)`;
}

/** Runs a program to its end: whether it ended with 0, and all that it said. */
export function ask(program: string, args: readonly string[]): Promise<{ ended: boolean; said: string }> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: 240_000, maxBuffer: 2 ** 24 }, (error, out, err) => {
      resolve({ ended: !error, said: `${out}${err}`.trim() || (error?.message ?? '') });
    });
  });
}
