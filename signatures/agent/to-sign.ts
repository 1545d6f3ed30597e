import { createHash } from 'node:crypto';
import type { GivenSignature } from '../../domain/document/state.ts';
import { documentContent, signedAttributes } from '../../workflows/activities/pdf/cms.ts';
import type { Signer } from '../signer.ts';
import { type Api, type DocumentSeen, statesToSign } from './api.ts';

/**
 * A document that lies ready: what is shown with its own digest (`shown`), the very bytes, the digest that a key signs, and the one by which the
 * system knows what was prepared.
 */
export type ToSign = { document: DocumentSeen; signer: string; file: Buffer; shown: string; digest: Buffer; approved: string };

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/**
 * Fetches a document that lies ready and proves that what is shown is what is signed: the file has the name of its own bytes, the pending one is
 * that file with an empty signature appended, and the digest is that of all its other bytes. Throws where anything differs.
 */
export async function fetchToSign(api: Api, id: string): Promise<ToSign> {
  const document = await api.document(id);
  const { prepared } = document.data;
  if (!statesToSign.includes(document.state) || !prepared?.pending)
    throw new Error('Văn bản này không ở bước chờ ký. · The document does not wait for a signature.');
  const { pending } = prepared;
  const base = pending.base ?? prepared.file;
  const [file, bytes] = await Promise.all([api.file(id, base), api.file(id, pending.file)]);
  const digest = sha256(bytes.subarray(0, pending.from), bytes.subarray(pending.to));
  const whole =
    sha256(file).toString('hex') === base &&
    (pending.base !== undefined || base === prepared.digest) &&
    sha256(bytes).toString('hex') === pending.file &&
    bytes.subarray(0, file.length).equals(file) &&
    /^<0+>$/.test(bytes.subarray(pending.from, pending.to).toString('latin1')) &&
    digest.toString('hex') === pending.digest;
  if (!whole)
    throw new Error(
      'Tệp tải về không khớp với tệp đã lập để ký; không được ký. · What was sent is not the file that was prepared; it must not be signed.',
    );
  const { signer, signatories } = document.data;
  const name = signer?.name ?? signatories?.find(({ field }) => field === pending.field)?.name ?? '–';
  return { document, signer: name, file, shown: base, digest, approved: prepared.digest };
}

/** Signs the digest by the key at hand. The key sees the signed attributes alone. */
export async function signatureOf(signer: Signer, digest: Buffer): Promise<GivenSignature> {
  const certificate = await signer.certificate();
  const value = await signer.sign(signedAttributes(documentContent, digest, certificate));
  const certificates = [certificate, ...(await signer.chain())].map((one) => one.toString('base64'));
  return { value: value.toString('base64'), certificates };
}
