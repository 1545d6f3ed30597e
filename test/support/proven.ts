import { examine } from '../../verification/examine.ts';
import type { ReadableReport } from '../../verification/report.ts';

/** What a file proves by itself, held against these roots (DER). Throws where it cannot be read. */
export function reportOn(file: Uint8Array, roots: Buffer[], now = new Date()): ReadableReport {
  const report = examine(Buffer.from(file), { roots, now });
  if (!report.readable) throw new Error(`The file cannot be read: ${report.reason}`);
  return report;
}

/**
 * The fields of a file's signatures and time-stamps, in the order in which they were made. Throws, with what was found, unless everything that the
 * verifier looks at has passed: each range, message, certificate, revocation and time, the certification, nothing changed, the whole file covered.
 */
export function provenFields(file: Uint8Array, roots: Buffer[]): string[] {
  const { signatures, certification, changes, wholeFile } = reportOn(file, roots);
  const findings = signatures.flatMap(({ field, range, integrity, chain, revocation, time }) =>
    Object.entries({ range, integrity, chain, revocation, time }).map(([what, finding]) => ({ field, what, ...finding })),
  );
  const ofFile = Object.entries({ certification, wholeFile }).map(([what, finding]) => ({ what, ...finding }));
  const wrong = [...[...findings, ...ofFile].filter(({ result }) => result !== 'passed'), ...changes];
  if (wrong.length > 0) throw new Error(`The file does not prove what it ought to: ${JSON.stringify(wrong)}`);
  return signatures.map(({ field }) => field);
}
