import { documentContent } from '../workflows/activities/pdf/cms.ts';
import { isIntact, readMessage, type SignedMessage } from '../workflows/activities/pdf/read-message.ts';
import { type Chain, chainTo } from './chain.ts';
import { sha256Of } from './der-read.ts';
import { SigningProblem } from './problem.ts';
import { type CertificateRead, readCertificate } from './read-certificate.ts';
import type { Holder } from './signer.ts';
import type { Trust } from './trust.ts';

/** Names are compared as people read them. */
const folded = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLocaleLowerCase('vi');

/** A certificate is somebody's by the name in it. Which of two namesakes it is, the settings say (`certificate` in SIGNERS). */
function assertHolders(one: CertificateRead, holder: Holder): void {
  const other = holder.fingerprint !== undefined && sha256Of(one.der).toString('hex') !== holder.fingerprint;
  if (other || folded(one.name) !== folded(holder.name))
    throw new SigningProblem({ kind: 'not-the-signers', name: holder.name, certificate: one.name });
}

/** RFC 5280 and ETSI EN 319 412: a key for signing documents signs digitally or cannot be repudiated, and is not an authority's. */
function assertUsage(one: CertificateRead, holder: Holder): void {
  const signs = one.keyUsage === undefined || one.keyUsage.has('digitalSignature') || one.keyUsage.has('nonRepudiation');
  const meant = one.extendedUsage.length === 0 || one.extendedUsage.some((use) => documentSigning.has(use));
  const rsa = one.x509.publicKey.asymmetricKeyType === 'rsa';
  if (!signs || !meant || !rsa || one.x509.ca) throw new SigningProblem({ kind: 'wrong-key-usage', name: holder.name });
}

/** Extended usages that allow a document's signature: any, e-mail protection, client authentication, document signing (RFC 9336, Microsoft, Adobe). */
const documentSigning = new Set([
  '2.5.29.37.0',
  '1.3.6.1.5.5.7.3.4',
  '1.3.6.1.5.5.7.3.2',
  '1.3.6.1.5.5.7.3.36',
  '1.3.6.1.4.1.311.10.3.12',
  '1.2.840.113583.1.1.5',
]);

/**
 * Whether this certificate may sign for this holder now: in time, theirs, meant for signing, from a trusted authority and not revoked. Gives its
 * chain. Throws a SigningProblem that says what is wrong, the reasons that the signer understands best first.
 */
export async function judgeCertificate(der: Buffer, above: readonly Buffer[], holder: Holder, trust: Trust, now: Date): Promise<Chain> {
  const one = readCertificate(der);
  assertHolders(one, holder);
  if (now < one.from) throw new SigningProblem({ kind: 'not-yet-valid', name: holder.name, from: one.from.toISOString() });
  if (now > one.until) throw new SigningProblem({ kind: 'expired', name: holder.name, until: one.until.toISOString() });
  assertUsage(one, holder);
  const chain = chainTo(trust.anchors(), der, above, now);
  if (!chain) throw new SigningProblem({ kind: 'chain-unknown', name: holder.name, issuer: one.issuerName });
  await assertStanding(chain, holder.name, trust, now);
  return chain;
}

/** Nothing in a chain was revoked, by the word of each one's issuer. */
export async function assertStanding(chain: Chain, name: string, trust: Trust, now: Date): Promise<void> {
  for (const [index, { der }] of chain.entries()) {
    const issuer = chain[index + 1];
    if (!issuer) return;
    const standing = await trust.standing.of(der, issuer.der, now).catch((error: unknown) => {
      throw new SigningProblem({ kind: 'standing-unknown', name }, error);
    });
    if (standing.status === 'revoked') throw new SigningProblem({ kind: 'revoked', name, on: standing.at.toISOString() });
    if (standing.status === 'unknown') throw new SigningProblem({ kind: 'standing-unknown', name });
  }
}

/**
 * Whether a CMS message is this holder's signature over a document's digest, by a certificate that may sign now. Gives the message taken apart.
 * Throws a SigningProblem.
 */
export async function judgeMessage(cms: Buffer, digest: Buffer, holder: Holder, trust: Trust, now: Date): Promise<SignedMessage> {
  const message = asMessage(cms);
  await judgeCertificate(message.certificate, message.certificates, holder, trust, now);
  if (!signsDigest(message, digest)) throw new SigningProblem({ kind: 'other-digest' });
  if (!isIntact(message, documentContent, digest)) throw new SigningProblem({ kind: 'broken' });
  return message;
}

function asMessage(cms: Buffer): SignedMessage {
  try {
    return readMessage(cms);
  } catch (error) {
    throw new SigningProblem({ kind: 'broken' }, error);
  }
}

const signsDigest = ({ attributes }: SignedMessage, digest: Buffer): boolean => attributes.includes(digest);
