import type { FileComparison } from './verdict.ts';

/** How a file differs from the one that was issued. */
export function compareFiles(file: Buffer, issued: Buffer): FileComparison {
  if (file.equals(issued)) return 'same';
  if (file.length < issued.length && issued.subarray(0, file.length).equals(file)) return 'cut-back';
  if (file.length > issued.length && file.subarray(0, issued.length).equals(issued)) return 'appended';
  return 'other';
}
