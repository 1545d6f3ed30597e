import type { BothLanguages } from './basis.ts';

/** Something wrong with a pack: in which of its files, where in it (JSON pointer, RFC 6901), and what. */
export type Problem = { file: string; path: string; message: BothLanguages };

/** A JSON pointer: `pointer(['intake.cutoff', 0, 'when'])` → `'/intake.cutoff/0/when'`. */
export function pointer(steps: readonly PropertyKey[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A problem at a place of a file. */
export function problem(file: string, steps: readonly PropertyKey[], vi: string, en: string): Problem {
  return { file, path: pointer(steps), message: { vi, en } };
}

/** The problem on one line, for logs and for the message that stops a start. */
export function describeProblem({ file, path, message }: Problem): string {
  return `${file}${path && `#${path}`}: ${message.en} (${message.vi})`;
}
