import { createHash, createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pemSigner } from '../../../signatures/development-signer.ts';
import type { Holder, Signer } from '../../../signatures/signer.ts';
import { type CertificateRequest, certificatePem, certificatesOf, distinguishedName, issueCertificate } from './certificate.ts';
import { certificateParts, value } from './der.ts';
import type { Evidence } from './long-term.ts';
import { answerOcspRequest, goodStanding, revocationList } from './revocation.ts';
import { answerTimeStampRequest, localTimeStamper, type TimeStamper } from './time-stamp.ts';

const sampleMark = 'MẪU THỬ – KHÔNG CÓ GIÁ TRỊ';
const generate = promisify(generateKeyPair);

/** Nothing answers there: the evidence lies in the documents. */
const rootList = 'http://crl.invalid/goc.crl';
const issuingList = 'http://crl.invalid/cap.crl';

const issuingRequest = {
  kind: 'authority' as const,
  subject: { name: 'Tổ chức cấp chứng thư số thử nghiệm', organisation: sampleMark },
  validDays: 3650,
  revocationUrl: rootList,
};

const stampingRequest = {
  kind: 'time-stamp' as const,
  subject: { name: 'Dịch vụ cấp dấu thời gian thử nghiệm', organisation: sampleMark },
  validDays: 1825,
  revocationUrl: issuingList,
};

/** A certification authority for development, rehearsals and tests. Its certificates say that they are worth nothing. */
export type DevelopmentAuthority = {
  /** A signer with a certificate of its own, made when first asked for and kept. `id` tells namesakes apart. */
  signerFor(holder: Holder): Promise<Signer>;
  /** A certificate for a holder's own key, with those above it, in PEM. */
  certify(holder: Holder, publicKey: string, validDays?: number): string;
  /** The root's certificate in PEM, to be trusted by whoever looks at sample documents. */
  exportRoot(): string;
  /** Its own time-stamping authority. */
  timeStamper: TimeStamper;
  /** Proof, as of now, that the certificates of these signers and of the time-stamping authority hold. */
  evidenceFor(signers: Signer[]): Promise<Evidence>;
  /** Withdraws a certificate from now on. */
  revoke(certificate: Uint8Array): Promise<void>;
  /** What it answers over HTTP: to OCSP requests, to requests for time-stamps, and its lists of revoked certificates, all in DER. */
  answerOcsp(request: Buffer): Promise<Buffer>;
  answerTimeStamp(request: Buffer, clock?: () => Date): Promise<Buffer>;
  list(of: 'root' | 'issuing'): Promise<Buffer>;
};

type Identity = { name: Buffer; key: KeyObject; certificate: Buffer; chain: Buffer[]; pem: string };

/**
 * Opens the authority that is kept in `directory` (DATA_DIR/certificates): a root and an issuing authority, made when the directory is
 * empty. Several processes may open it at once. Keys lie there unprotected: never use it where documents count.
 */
export async function openDevelopmentAuthority(directory: string): Promise<DevelopmentAuthority> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const root = await kept(directory, 'root', {
    kind: 'root',
    subject: { name: 'Tổ chức chứng thực gốc thử nghiệm', organisation: sampleMark },
    validDays: 7300,
  });
  const issuing = await kept(directory, 'issuing', issuingRequest, root);
  const stamping = await kept(directory, 'time-stamping', stampingRequest, issuing);
  return {
    async signerFor(holder) {
      const digest = createHash('sha256')
        .update(JSON.stringify([holder.id, holder.name, holder.organisation]))
        .digest('hex');
      return fileSigner(await kept(directory, `${holder.kind}-${digest.slice(0, 24)}`, requestFor(holder), issuing));
    },
    certify(holder, publicKey, validDays) {
      const request = { ...requestFor(holder), ...(validDays !== undefined && { validDays }) };
      const certificate = issueCertificate({ ...request, publicKey: createPublicKey(publicKey), now: new Date() }, issuing);
      return [certificate, issuing.certificate, ...issuing.chain].map(certificatePem).join('');
    },
    exportRoot: () => certificatePem(root.certificate),
    timeStamper: localTimeStamper(fileSigner(stamping)),
    async evidenceFor(signers) {
      const now = new Date();
      const certificates = [...(await Promise.all(signers.map((signer) => signer.certificate()))), stamping.certificate];
      return {
        certificates: [root.certificate, issuing.certificate, ...certificates],
        ocsps: certificates.map((certificate) => goodStanding(certificate, issuing, now)),
        crls: [revocationList(root, now), revocationList(issuing, now)],
      };
    },
    async revoke(certificate) {
      const all = {
        ...Object.fromEntries(await revoked(directory)),
        [value(certificateParts(certificate).serial).toString('hex')]: new Date(),
      };
      await writeFile(join(directory, 'revoked.json'), JSON.stringify(all), { mode: 0o600 });
    },
    async answerOcsp(request) {
      const withdrawn = await revoked(directory);
      return answerOcspRequest(request, [issuing, root], new Date(), (serial) => withdrawn.get(serial));
    },
    answerTimeStamp: (request, clock) => answerTimeStampRequest(request, fileSigner(stamping), clock),
    list: async (of) => (of === 'root' ? revocationList(root, new Date()) : revocationList(issuing, new Date(), await revoked(directory))),
  };
}

function requestFor(holder: Holder) {
  const id = createHash('sha256').update(holder.id).digest('hex').slice(0, 12);
  const subject = { name: holder.name, organisation: `${holder.organisation} (${sampleMark})`, id };
  return { kind: 'signer' as const, subject, validDays: 1825, revocationUrl: issuingList };
}

/** Serial numbers of what was withdrawn, and when. */
async function revoked(directory: string): Promise<Map<string, Date>> {
  const text = await readFile(join(directory, 'revoked.json'), 'utf8').catch(() => '{}');
  return new Map(Object.entries(JSON.parse(text) as Record<string, string>).map(([serial, at]) => [serial, new Date(at)]));
}

const fileSigner = (identity: Identity): Signer => pemSigner(identity.pem);

/** Reads an identity from its file, or makes it; of two who make it at once, the first wins and both use that one. */
async function kept(
  directory: string,
  name: string,
  request: Omit<CertificateRequest, 'publicKey' | 'now'>,
  issuer?: Identity,
): Promise<Identity> {
  const path = join(directory, `${name}.pem`);
  const found = await readFile(path, 'utf8').catch(() => undefined);
  if (found !== undefined) return identityOf(found, request.subject);
  const half = join(directory, `${name}.${randomUUID()}.half`);
  await writeFile(half, await made(request, issuer), { mode: 0o600 });
  try {
    await link(half, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(half);
  }
  return identityOf(await readFile(path, 'utf8'), request.subject);
}

async function made(request: Omit<CertificateRequest, 'publicKey' | 'now'>, issuer: Identity | undefined): Promise<string> {
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: 2048 });
  const by = issuer ?? { name: distinguishedName(request.subject), key: privateKey, certificate: undefined };
  const certificate = issueCertificate({ ...request, publicKey, now: new Date() }, by);
  const chain = issuer ? [issuer.certificate, ...issuer.chain] : [];
  return [privateKey.export({ type: 'pkcs8', format: 'pem' }), ...[certificate, ...chain].map(certificatePem)].join('');
}

function identityOf(pem: string, subject: CertificateRequest['subject']): Identity {
  const [certificate, ...chain] = certificatesOf(pem);
  if (!certificate) throw new Error('a certificate file without certificate');
  return { name: distinguishedName(subject), key: createPrivateKey(pem), certificate, chain, pem };
}
