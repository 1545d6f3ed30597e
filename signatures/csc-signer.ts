import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { SigningProblem, said } from './problem.ts';
import type { Signer } from './signer.ts';

const patienceMs = 20_000;
const sha256 = '2.16.840.1.101.3.4.2.1';
const rsaWithSha256 = '1.2.840.113549.1.1.11';

/** A key at a remote service that speaks the API of the Cloud Signature Consortium, version 2. */
export const CscKey = z.strictObject({
  kind: z.literal('csc'),
  /** Base address, such as https://ky-so.example.vn/csc/v2. */
  url: z.url({ protocol: /^https?$/ }),
  credential: z.string().min(1),
  /** File with the bearer token of the service. */
  tokenFile: z.string().min(1),
  /** File with the PIN of the credential, where it asks for one. */
  pinFile: z.string().min(1).optional(),
});
export type CscKey = z.infer<typeof CscKey>;

const Info = z.object({
  key: z.object({ status: z.string(), algo: z.array(z.string()) }),
  cert: z.object({ status: z.string().optional(), certificates: z.array(z.base64()).min(1) }),
});
const Authorized = z.object({ SAD: z.string().min(1) });
const Signed = z.object({ signatures: z.array(z.base64()).length(1) });

/** Signs at a remote service: credentials/info once, then credentials/authorize and signatures/signHash for each. The service gets the digest alone. */
export function cscSigner(key: CscKey, name: string): Signer {
  async function ask<Answer>(what: string, question: object, schema: z.ZodType<Answer>): Promise<Answer> {
    try {
      const token = (await readFile(key.tokenFile, 'utf8')).trim();
      const answer = await fetch(`${key.url.replace(/\/+$/, '')}/${what}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        body: JSON.stringify(question),
        signal: AbortSignal.timeout(patienceMs),
        redirect: 'error',
      });
      const body: unknown = await answer.json().catch(() => ({}));
      if (!answer.ok)
        throw new Error(`${what}: ${answer.status} ${String((body as { error_description?: string }).error_description ?? '')}`);
      return schema.parse(body);
    } catch (error) {
      throw new SigningProblem({ kind: 'key-away', name, why: said(error) }, error);
    }
  }

  let known: Promise<Buffer[]> | undefined;
  const certificates = (): Promise<Buffer[]> => {
    known ??= ask('credentials/info', { credentialID: key.credential, certificates: 'chain', certInfo: false, authInfo: false }, Info).then(
      ({ key: { status }, cert }) => {
        if (status !== 'enabled') throw new SigningProblem({ kind: 'key-away', name, why: `${key.credential}: ${status}.` });
        return cert.certificates.map((one) => Buffer.from(one, 'base64'));
      },
    );
    known.catch(() => {
      known = undefined;
    });
    return known;
  };

  return {
    certificate: async () => (await certificates())[0] ?? Buffer.alloc(0),
    chain: async () => (await certificates()).slice(1),
    async sign(bytes) {
      const hash = createHash('sha256').update(bytes).digest('base64');
      const pin = key.pinFile === undefined ? undefined : (await readFile(key.pinFile, 'utf8')).trim();
      const common = { credentialID: key.credential, hashes: [hash], hashAlgorithmOID: sha256 };
      const authData = pin === undefined ? {} : { authData: [{ id: 'PIN', value: pin }] };
      const { SAD } = await ask('credentials/authorize', { ...common, numSignatures: 1, ...authData }, Authorized);
      const { signatures } = await ask('signatures/signHash', { ...common, SAD, signAlgo: rsaWithSha256 }, Signed);
      return Buffer.from(signatures[0] ?? '', 'base64');
    },
  };
}
