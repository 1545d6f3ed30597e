import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { ask, installed, type Judge } from './programs.ts';
import { signedPartsOf } from './signed-parts.ts';

/**
 * poppler's `pdfsig` where it is: every signature valid and, where `certutil` can make it a database of whom to trust (in `folder`), trusted.
 * Document time-stamps it cannot judge. Undefined where there is none.
 */
export function findPdfsig(anchor: string, folder: string): Judge | undefined {
  if (!installed('pdfsig')) return undefined;
  const trusts = installed('certutil');
  mkdirSync(folder, { recursive: true });
  if (trusts) {
    execFileSync('certutil', ['-N', '-d', `sql:${folder}`, '--empty-password']);
    execFileSync('certutil', ['-A', '-d', `sql:${folder}`, '-n', 'root', '-t', 'CT,C,C', '-i', anchor]);
  }
  return async (file) => {
    const { said } = await ask('pdfsig', ['-nssdir', `sql:${folder}`, file]);
    const expected = signedPartsOf(readFileSync(file)).filter(({ kind }) => kind === 'signature').length;
    const count = (words: string) => said.split(words).length - 1;
    const valid = count('Signature is Valid.') === expected;
    const trusted = !trusts || count('Certificate is Trusted.') === expected;
    return valid && trusted ? undefined : `${expected} signatures; ${said}`;
  };
}
