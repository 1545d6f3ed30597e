import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Environment } from '../config/environment.ts';
import { certificatesOf } from '../workflows/activities/pdf/certificate.ts';
import { CscKey, cscSigner } from './csc-signer.ts';
import { developmentSigners, pemSigner } from './development-signer.ts';
import { Pkcs11Key, pkcs11Signer } from './pkcs11-signer.ts';
import { SigningProblem, said } from './problem.ts';
import type { Holder, Signer } from './signer.ts';

const Fingerprint = z.hash('sha256');

/** Where a key is: made by the development authority, in a PEM file, on a token, at a remote service, or on the official's own computer. */
const Key = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('development') }),
  z.strictObject({ kind: z.literal('file'), path: z.string().min(1) }),
  Pkcs11Key,
  CscKey,
  z.strictObject({ kind: z.literal('own-computer') }),
]);
type Key = z.infer<typeof Key>;

/** `certificate`: SHA-256 of the only certificate that counts for this holder, where a name is not enough. */
const Named = z.object({ key: Key, certificate: Fingerprint.optional() }).strict();

/** The file that SIGNERS names: whose key is where. Whoever is not named has the key of `others`. */
export const SignersFile = z.strictObject({
  persons: z.record(z.string(), Named).default({}),
  organisations: z.record(z.string(), Named).default({}),
  others: z.strictObject({ persons: Key, organisations: Key }),
});
export type SignersFile = z.infer<typeof SignersFile>;

/** Who signs, each with the key that the settings name. */
export type Signers = {
  /** The signer for a holder. Throws a SigningProblem where the key is not within reach. */
  of(holder: Holder): Promise<Signer>;
  /** The holder with the only certificate that counts for them, where the settings name one. */
  pinned(holder: Holder): Holder;
  /** Whether the holder's key is on their own computer, where the system cannot reach it. */
  isElsewhere(holder: Pick<Holder, 'kind' | 'id'>): boolean;
};

const development: SignersFile = {
  persons: {},
  organisations: {},
  others: { persons: { kind: 'development' }, organisations: { kind: 'development' } },
};

/** Opens the keys of the settings (SIGNERS); without them everybody has one of the development authority. */
export function openSigners({ signers, authorityUrl, dataDir }: Pick<Environment, 'signers' | 'authorityUrl' | 'dataDir'>): Signers {
  const file = signers === undefined ? development : readSigners(signers);
  const made = authorityUrl === undefined ? undefined : developmentSigners(join(dataDir, 'certificates'), authorityUrl);
  const named = ({ kind, id }: Pick<Holder, 'kind' | 'id'>) => (kind === 'person' ? file.persons : file.organisations)[id];
  const keyOf = (holder: Pick<Holder, 'kind' | 'id'>) =>
    named(holder)?.key ?? (holder.kind === 'person' ? file.others.persons : file.others.organisations);
  return {
    isElsewhere: (holder) => keyOf(holder).kind === 'own-computer',
    pinned(holder) {
      const certificate = named(holder)?.certificate;
      return certificate === undefined ? holder : { ...holder, fingerprint: certificate };
    },
    async of(holder) {
      return opened(keyOf(holder), holder, made);
    },
  };
}

async function opened(key: Key, holder: Holder, made: ((holder: Holder) => Promise<Signer>) | undefined): Promise<Signer> {
  const { name } = holder;
  switch (key.kind) {
    case 'development':
      if (!made)
        throw new SigningProblem({ kind: 'key-away', name, why: { vi: 'AUTHORITY_URL chưa được đặt.', en: 'AUTHORITY_URL is not set.' } });
      return made(holder);
    case 'file':
      return readFile(key.path, 'utf8')
        .then(pemSigner)
        .catch((error: unknown) => {
          throw new SigningProblem({ kind: 'key-away', name, why: said(error) }, error);
        });
    case 'pkcs11':
      return pkcs11Signer(key, name, async (path) => certificatesOf(await readFile(path, 'utf8')));
    case 'csc':
      return cscSigner(key, name);
    case 'own-computer':
      throw new SigningProblem({ kind: 'key-elsewhere', name });
  }
}

/** Reads the file of SIGNERS. Throws with each thing in it that is wrong. */
function readSigners(path: string): SignersFile {
  const read = SignersFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!read.success)
    throw new Error(`SIGNERS=${path} cannot be used:\n${z.prettifyError(read.error)}\nCorrect it; docs/operations.md shows an example.`);
  return read.data;
}
