/** Something that could not be had or done, with the way out for the person who started the command. */
export class SetupError extends Error {
  override name = 'SetupError';
  readonly wayOut: string;
  constructor(message: string, wayOut: string) {
    super(message);
    this.wayOut = wayOut;
  }
}

/** Milliseconds as people read them: `0.4 s`, `1 min 12 s`. */
export function duration(ms: number): string {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

/** Prints one line of progress. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Errors that a step has already shown: whoever catches one later need not repeat it. */
const shown = new WeakSet<object>();

/** Whether a step has already printed this error. */
export function wasShown(error: unknown): boolean {
  return error instanceof Error && shown.has(error);
}

let stopping = false;

/** From now on a step that fails does so because all is being stopped, and says nothing. */
export function hush(): void {
  stopping = true;
}

const fileTroubles = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOSPC', 'EDQUOT'];

/** A file or folder that this user may not use, or for which there is no room. A program that does not start is something else. */
function isFileTrouble(error: unknown): error is Error {
  const { code, path, syscall } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  return path !== undefined && fileTroubles.includes(code ?? '') && !syscall?.startsWith('spawn');
}

/** Tells how a failed step can be mended; anything that is not a SetupError is shown whole. */
export function explain(error: unknown): string {
  if (isFileTrouble(error))
    return `${error.message}\n    Way out: let this user write there (chown), see that the disk has room, or choose another folder: DATA_DIR=/path/to/folder npm start`;
  if (error instanceof SetupError) return `${error.message}\n    Way out: ${error.wayOut}`;
  if (error instanceof Error) return error.name === 'EnvironmentError' ? error.message : (error.stack ?? error.message);
  return String(error);
}

/** Carries out one step and prints what came of it and how long it took. What takes long says so while it lasts. The work may return a remark for the line, or call `note` with what it is doing. */
export async function step<Result>(name: string, work: (remark: (text: string) => void) => Promise<Result>): Promise<Result> {
  const began = Date.now();
  let remark = '';
  const patience = setInterval(() => say(`  … ${name}: ${remark || 'at work'} (${duration(Date.now() - began)})`), 10_000);
  try {
    const result = await work((text) => {
      remark = text;
    });
    say(`  ✓ ${name}${remark && `: ${remark}`} (${duration(Date.now() - began)})`);
    return result;
  } catch (error) {
    if (!stopping) say(`  ✗ ${name} (${duration(Date.now() - began)}): ${explain(error)}`);
    if (error instanceof Error) shown.add(error);
    throw error;
  } finally {
    clearInterval(patience);
  }
}
