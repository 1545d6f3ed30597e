import { ask, installed, type Judge } from './programs.ts';

/**
 * A validator of PAdES where there is one: the program that PADES names, or `pades` on the PATH. It is asked whether each of at least so many
 * signatures reaches baseline LTA, the last time-stamp covers the whole file, and all lead to the anchor (PEM); it ends with 0 where it accepts that.
 */
export function findPades(anchor: string, signatures: number): Judge | undefined {
  const { PADES } = process.env;
  const program = PADES !== undefined && PADES !== '' ? PADES : installed('pades') ? 'pades' : undefined;
  if (program === undefined) return undefined;
  return async (file) => {
    const { ended, said } = await ask(program, ['--level', 'LTA', '--signatures', String(signatures), '--whole', file, anchor]);
    return ended ? undefined : said;
  };
}
