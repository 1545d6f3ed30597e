import { type CertificateRead, readCertificate } from './read-certificate.ts';

/** Certificates from the first one's own to a trusted root, each issued by the next. */
export type Chain = CertificateRead[];

/**
 * Climbs from a certificate to a trusted root, by way of authorities among `known`; null where that fails. Every authority must hold at the time;
 * whether the first one does is for the caller to say.
 */
export function chainTo(anchors: readonly Buffer[], der: Buffer, known: readonly Buffer[], at: Date): Chain | null {
  const roots = anchors.map(readCertificate);
  const pool = [...roots, ...known.map(readCertificate)].filter(({ x509 }) => x509.ca);
  const chain: Chain = [readCertificate(der)];
  for (let steps = 0; steps <= pool.length; steps += 1) {
    const here = chain.at(-1) as CertificateRead;
    if (roots.some((root) => root.x509.fingerprint256 === here.x509.fingerprint256)) return chain;
    const above = pool.find((candidate) => issued(candidate, here) && at >= candidate.from && at <= candidate.until);
    if (!above) return null;
    chain.push(above);
  }
  return null;
}

const issued = (issuer: CertificateRead, certificate: CertificateRead): boolean =>
  issuer.x509.fingerprint256 !== certificate.x509.fingerprint256 &&
  (issuer.keyUsage?.has('keyCertSign') ?? true) &&
  certificate.x509.checkIssued(issuer.x509) &&
  certificate.x509.verify(issuer.x509.publicKey);
