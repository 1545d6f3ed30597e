import { askByHttp } from './http-ask.ts';
import { ocspRequest, type ProvenStanding, readOcsp } from './ocsp.ts';
import { type CertificateRead, readCertificate } from './read-certificate.ts';
import { asDer, readRevocationList } from './revocation-list.ts';

/** Where to ask besides the addresses that certificates name. */
export type StandingSettings = { ocspUrl: string | undefined; crlUrls: readonly string[] };

/** Asks authorities whether a certificate still holds. */
export type StandingSource = {
  /** By OCSP, else by revocation lists; each answer is proven before it is believed. Throws where no authority gives one. */
  of(certificate: Buffer, issuer: Buffer, now: Date): Promise<AskedStanding>;
  /** Every proof that can be had, by OCSP and by list: some readers look for the one that a certificate names alone. Throws where there is none. */
  proofsOf(certificate: Buffer, issuer: Buffer, now: Date): Promise<AskedStanding[]>;
};
export type AskedStanding = ProvenStanding & { by: 'ocsp' | 'crl' };

/** An answer is asked for anew after this, so that one who signs many documents does not ask for each. */
const freshMs = 60_000;

/** Opens the way to authorities: OCSP where the certificate or the settings name a responder, then revocation lists. */
export function openStanding({ ocspUrl, crlUrls }: StandingSettings): StandingSource {
  const lists = new Map<string, { at: number; list: Promise<Buffer> }>();

  const listAt = (url: string): Promise<Buffer> => {
    const known = lists.get(url);
    if (known && Date.now() - known.at < freshMs) return known.list;
    const list = askByHttp(url).then(asDer);
    lists.set(url, { at: Date.now(), list });
    list.catch(() => lists.delete(url));
    return list;
  };

  async function byOcsp(one: CertificateRead, issuer: Buffer, now: Date): Promise<ProvenStanding | undefined> {
    const url = one.ocspUrl ?? ocspUrl;
    if (url === undefined || one.x509.ca) return undefined;
    const body = ocspRequest(one.der, issuer);
    const read = readOcsp(await askByHttp(url, { body, type: 'application/ocsp-request' }), one.der, issuer, now);
    return read.status === 'unknown' ? undefined : read;
  }

  async function byList(one: CertificateRead, issuer: Buffer, now: Date): Promise<ProvenStanding> {
    const failures: unknown[] = [];
    for (const url of new Set([...crlUrls, ...one.crlUrls])) {
      try {
        return readRevocationList(await listAt(url), one.der, issuer, now);
      } catch (error) {
        failures.push(error);
      }
    }
    throw failures.at(-1) ?? new Error(`the certificate of ${one.name} names nobody who could be asked`);
  }

  return {
    async of(certificate, issuer, now) {
      const one = readCertificate(certificate);
      const answered = await byOcsp(one, issuer, now).catch(() => undefined);
      if (answered) return { ...answered, by: 'ocsp' };
      return { ...(await byList(one, issuer, now)), by: 'crl' };
    },
    async proofsOf(certificate, issuer, now) {
      const one = readCertificate(certificate);
      const [answered, listed] = await Promise.allSettled([byOcsp(one, issuer, now), byList(one, issuer, now)]);
      const proofs: AskedStanding[] = [];
      if (answered.status === 'fulfilled' && answered.value) proofs.push({ ...answered.value, by: 'ocsp' });
      if (listed.status === 'fulfilled') proofs.push({ ...listed.value, by: 'crl' });
      else if (proofs.length === 0) throw listed.reason;
      return proofs;
    },
  };
}
