import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A program with all that is needed to start it. */
export type Command = {
  file: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
};

const execute = promisify(execFile);

/** Runs a program to its end and returns what it printed. Throws with the last line of its complaint. */
export async function run(command: Command, timeoutMs = 120_000): Promise<string> {
  const { file, args, env, uid, gid } = command;
  try {
    const { stdout } = await execute(file, args, {
      env,
      timeout: timeoutMs,
      maxBuffer: 64 * 1024 * 1024,
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
    });
    return stdout;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    const last = said.split('\n').at(-1) || (error instanceof Error ? error.message : String(error));
    throw new Error(`${file}: ${last}`, { cause: error });
  }
}
