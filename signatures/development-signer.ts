import { createHash, createPrivateKey, generateKeyPair, type KeyObject, randomUUID, sign } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { certificatesOf } from '../workflows/activities/pdf/certificate.ts';
import { askByHttp } from './http-ask.ts';
import { SigningProblem, said } from './problem.ts';
import { readCertificate } from './read-certificate.ts';
import type { Holder, Signer } from './signer.ts';

const generate = promisify(generateKeyPair);

/** A signer whose key and certificates stand in one PEM text, its own certificate first. Throws where either is missing. */
export function pemSigner(pem: string): Signer {
  const key = createPrivateKey(pem);
  const [certificate, ...chain] = certificatesOf(pem);
  if (!certificate) throw new Error('there is no certificate in it');
  return {
    certificate: async () => certificate,
    chain: async () => chain,
    sign: async (bytes) => sign('sha256', bytes, key),
  };
}

/**
 * Signers for development, rehearsals and tests: a key made when somebody first signs and kept in `directory`, with a certificate of the development
 * authority at `url`. Several processes may share the directory: of two who make a key at once, the first wins.
 */
export function developmentSigners(directory: string, url: string): (holder: Holder) => Promise<Signer> {
  const opened = new Map<string, { until: Date; signer: Signer }>();
  return async (holder) => {
    const name = `${holder.kind}-${createHash('sha256')
      .update(JSON.stringify([holder.id, holder.name, holder.organisation]))
      .digest('hex')
      .slice(0, 24)}`;
    const known = opened.get(name);
    if (known && known.until > new Date()) return known.signer;
    const signer = await opening(directory, name, holder, url);
    opened.set(name, { until: readCertificate(await signer.certificate()).until, signer });
    return signer;
  };
}

async function opening(directory: string, name: string, holder: Holder, url: string): Promise<Signer> {
  const path = join(directory, `${name}.pem`);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const found = await readFile(path, 'utf8').catch(() => undefined);
  if (found !== undefined) return pemSigner(found);
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: 2048 });
  const half = join(directory, `${name}.${randomUUID()}.half`);
  await writeFile(half, privateKey.export({ type: 'pkcs8', format: 'pem' }) + (await certified(url, holder, publicKey)), { mode: 0o600 });
  await link(half, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(half);
  return pemSigner(await readFile(path, 'utf8'));
}

/** The certificates of a holder for their key, in PEM, by the development authority. */
async function certified(url: string, holder: Holder, publicKey: KeyObject): Promise<string> {
  const body = Buffer.from(JSON.stringify({ holder, publicKey: publicKey.export({ type: 'spki', format: 'pem' }) }));
  const answer = await askByHttp(`${url}/certificates`, { body, type: 'application/json' }).catch((error: unknown) => {
    throw new SigningProblem({ kind: 'key-away', name: holder.name, why: said(error) }, error);
  });
  return answer.toString('utf8');
}
