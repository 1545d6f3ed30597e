import { createHash, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveAuthority } from '../authority/serve.ts';
import { certificatesOf } from '../workflows/activities/pdf/certificate.ts';
import { documentContent, signedAttributes, signedData } from '../workflows/activities/pdf/cms.ts';
import { type DevelopmentAuthority, openDevelopmentAuthority } from '../workflows/activities/pdf/dev-certificates.ts';
import { pemSigner } from './development-signer.ts';
import type { Holder, Signer } from './signer.ts';
import { openStanding } from './standing.ts';
import type { Trust } from './trust.ts';

export const minister: Holder = { kind: 'person', id: 'signer', name: 'Tạ Quang Minh', organisation: 'Bộ Công Thương' };

/** Starts a server on a free port of this machine, unless it listens already; gives its address. */
export async function listening(server: Server): Promise<string> {
  if (!server.listening) {
    if (server.address() === null) server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A development authority of a test's own, which answers over HTTP. */
export async function testAuthority() {
  const directory = mkdtempSync(join(tmpdir(), 'authority-'));
  const authority = await openDevelopmentAuthority(directory);
  const server = serveAuthority(authority);
  const url = await listening(server);
  return {
    authority,
    url,
    directory,
    trust: trusting(authority, url),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
export type TestAuthority = Awaited<ReturnType<typeof testAuthority>>;

/** Trust in an authority, asking at these addresses. */
export const trusting = (authority: DevelopmentAuthority, url: string): Trust => ({
  anchors: () => certificatesOf(authority.exportRoot()),
  standing: openStanding({ ocspUrl: `${url}/ocsp`, crlUrls: [`${url}/goc.crl`, `${url}/cap.crl`] }),
});

/** A signer with a key of its own and a certificate for so many days (below 0: one that has ended). */
export function certified(
  authority: DevelopmentAuthority,
  holder: Holder,
  validDays?: number,
): { signer: Signer; pem: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const pem = key + authority.certify(holder, publicKey.export({ type: 'spki', format: 'pem' }).toString(), validDays);
  return { signer: pemSigner(pem), pem, key };
}

/** The same by an authority that answers at an address. */
export async function certifiedOverHttp(url: string, holder: Holder): Promise<Signer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const body = JSON.stringify({ holder, publicKey: publicKey.export({ type: 'spki', format: 'pem' }) });
  const answer = await fetch(`${url}/certificates`, { method: 'POST', body });
  return pemSigner(privateKey.export({ type: 'pkcs8', format: 'pem' }) + (await answer.text()));
}

export const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The CMS message by which a signer signs a digest. */
export async function messageBy(signer: Signer, digest: Buffer): Promise<Buffer> {
  const certificate = await signer.certificate();
  const attributes = signedAttributes(documentContent, digest, certificate);
  const signature = await signer.sign(attributes);
  return signedData({ contentType: documentContent, attributes, signature, certificate, chain: await signer.chain() });
}
