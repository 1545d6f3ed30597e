import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Signer } from '../signatures/signer.ts';
import { type CertificateRequest, distinguishedName, issueCertificate } from '../workflows/activities/pdf/certificate.ts';
import { certificateParts, value } from '../workflows/activities/pdf/der.ts';
import type { Evidence } from '../workflows/activities/pdf/long-term.ts';
import { goodStanding, revocationList } from '../workflows/activities/pdf/revocation.ts';
import { localTimeStamper, type TimeStamper } from '../workflows/activities/pdf/time-stamp.ts';

const mark = 'MẪU THỬ – KHÔNG CÓ GIÁ TRỊ';

export type Identity = { name: Buffer; key: KeyObject; certificate: Buffer; chain: Buffer[]; signer: Signer };
type Wish = { kind?: CertificateRequest['kind']; organisation?: string; made?: Date; validDays?: number };

/** An authority in memory, for tests: whoever makes one may call it as they like. */
export type TestAuthority = {
  root: Identity;
  issuing: Identity;
  identity(name: string, wish?: Wish): Identity;
  timeStamper(clock?: () => Date): TimeStamper;
  /** Proof as of now that these hold, but for those that are `revoked` since a time. */
  evidence(of: Identity[], revoked?: Map<Identity, Date>): Evidence;
};

export function testAuthority(now: Date): TestAuthority {
  const root = identityOf('Tổ chức chứng thực gốc thử nghiệm', { kind: 'root', made: now, validDays: 7300 });
  const issuing = identityOf('Tổ chức cấp chứng thư số thử nghiệm', { kind: 'authority', made: now, validDays: 3650 }, root);
  const stamping = identityOf('Dịch vụ cấp dấu thời gian thử nghiệm', { kind: 'time-stamp', made: now, validDays: 1825 }, issuing);
  return {
    root,
    issuing,
    identity: (name, wish = {}) => identityOf(name, { made: now, ...wish }, issuing),
    timeStamper: (clock) => localTimeStamper(stamping.signer, clock),
    evidence(of, revoked = new Map()) {
      const at = new Date();
      const good = [...of.filter((one) => !revoked.has(one)), stamping];
      const serials = new Map(
        [...revoked].map(([{ certificate }, since]) => [value(certificateParts(certificate).serial).toString('hex'), since]),
      );
      return {
        certificates: [root.certificate, issuing.certificate, stamping.certificate, ...of.map(({ certificate }) => certificate)],
        ocsps: good.map(({ certificate }) => goodStanding(certificate, issuing, at)),
        crls: [revocationList(root, at), revocationList(issuing, at, serials)],
      };
    },
  };
}

/** A key with a certificate: by its own key without an issuer. */
export function identityOf(
  name: string,
  { kind = 'signer', organisation = mark, made = new Date(), validDays = 1825 }: Wish,
  issuer?: Identity,
): Identity {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const subject = { name, organisation, id: createHash('sha256').update(name).digest('hex').slice(0, 12) };
  const own = { name: distinguishedName(subject), key: privateKey };
  const certificate = issueCertificate({ kind, subject, publicKey, now: made, validDays }, issuer ?? { ...own, certificate: undefined });
  const chain = issuer ? [issuer.certificate, ...issuer.chain] : [];
  const signer: Signer = {
    certificate: async () => certificate,
    chain: async () => chain,
    sign: async (bytes) => sign('sha256', bytes, privateKey),
  };
  return { ...own, certificate, chain, signer };
}
