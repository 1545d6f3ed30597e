import { ask, installed, type Judge } from './programs.ts';

/**
 * veraPDF where it is: the program that VERAPDF names (given a file and the flavours; it ends with 0 where the file conforms to all of them), or
 * `verapdf` on the PATH. It has nothing against what conforms to PDF/A-3a and PDF/UA-1. Undefined where there is none.
 */
export function findVerapdf(): Judge | undefined {
  const { VERAPDF } = process.env;
  if (VERAPDF !== undefined && VERAPDF !== '') return (file) => objection(VERAPDF, [file, '3a', 'ua1']);
  if (!installed('verapdf')) return undefined;
  return async (file) =>
    (await objection('verapdf', ['--format', 'text', '-v', '--flavour', '3a', file])) ??
    objection('verapdf', ['--format', 'text', '-v', '--flavour', 'ua1', file]);
}

async function objection(program: string, args: string[]): Promise<string | undefined> {
  const { ended, said } = await ask(program, args);
  return ended ? undefined : said;
}
