import { createHash } from 'node:crypto';
import { errorsOf } from '../../domain/document/format/finding.ts';
import { signatoriesOf } from '../../domain/document/signatories.ts';
import type { DocumentRecord, GivenSignature, PendingFile, Signatory } from '../../domain/document/state.ts';
import { cmsOf } from '../../signatures/given.ts';
import { judgeCertificate, judgeMessage } from '../../signatures/judge.ts';
import type { Holder } from '../../signatures/signer.ts';
import { withTimeStamp } from './pdf/cms.ts';
import { Misprint, prepare } from './pdf/prepare.ts';
import { readMessage } from './pdf/read-message.ts';
import { embedSignature, prepareSignature } from './pdf/sign.ts';
import { signatureReserve, signField } from './pdf/signer.ts';
import { alive, copiedFile, documentOf, lost, type Rendering, takeDown, unfit } from './render.ts';
import { baseOf, placeOf, signatoryOf } from './signing-place.ts';
import { type Signing, signingStep } from './signing-step.ts';

/**
 * The file that will be signed: rendered from the immutable snapshot with its number and date, archival parts and empty fields in place. One that
 * is not in form is signed by nobody: the draft goes back with what was found.
 */
export const prepareFile =
  (at: Rendering) =>
  async (key: string): Promise<void> => {
    const work = await documentOf(at.committing, key);
    if (!work) return;
    const { signer } = work.document;
    const file = await printed(at, work.document);
    const errors = file instanceof Misprint ? lost(at.committing, file, work) : errorsOf(unfit(at.committing, file, work));
    if (file instanceof Misprint || errors.length > 0) return takeDown(at.committing, work.owed, 'refuse-file', { findings: errors });
    const { sha256 } = await at.files.put(file);
    const [signatory] = signatoriesOf(work.document);
    const pending = signer && signatory && (await alive(pendingOf(at, file, work.document, signatory)));
    await takeDown(at.committing, work.owed, 'record-prepared', { file: sha256, digest: sha256, ...(pending && { pending }) });
  };

async function printed(at: Rendering, document: DocumentRecord): Promise<Buffer | Misprint> {
  const { content } = document;
  const rendered = await alive(at.renderer.render(content));
  return alive(
    prepare(rendered, content, new Date(), await copiedFile(at, document)).catch((error: unknown) => {
      if (error instanceof Misprint) return error;
      throw error;
    }),
  );
}

/** A file with the next signature empty: whoever has the key elsewhere signs the digest of that. */
async function pendingOf(at: Rendering, file: Uint8Array, document: DocumentRecord, signatory: Signatory): Promise<PendingFile> {
  const { bytes, from, to, digest } = await prepareSignature(file, { ...placeOf(document, signatory), reserve: signatureReserve });
  const { sha256 } = await at.files.put(bytes);
  return { file: sha256, from, to, digest: digest.toString('hex') };
}

/** A person's own signature over exactly the file that was shown to them: by the key that the settings name, or as it was given. */
export const signFile =
  (at: Signing) =>
  (key: string): Promise<void> =>
    signingStep(
      at,
      key,
      async (document, owed) => {
        const signatory = signatoryOf(document, owed, 'person');
        if (!signatory) return null;
        const { given, prepared } = document;
        const holder = holderOf(at, signatory);
        const { file, certificate } =
          given && prepared?.pending ? await embed(at, given, prepared.pending, holder) : await signAs(at, document, signatory, holder);
        const { sha256 } = await at.files.put(file);
        return { name: 'record-person-signed', input: { file: sha256, certificate: printOf(certificate), field: signatory.field } };
      },
      (document, owed) => waitingFor(at, document, signatoryOf(document, owed, 'person')),
    );

/** What a refusal leaves to a signatory of several: the file as the others have signed it, with their own signature empty. */
async function waitingFor(at: Signing, document: DocumentRecord, signatory: Signatory | null): Promise<PendingFile | undefined> {
  if (document.route !== 'automatic' || !signatory) return undefined;
  const base = baseOf(document);
  return { ...(await pendingOf(at, await at.files.get(base), document, signatory)), field: signatory.field, base };
}

const holderOf = (at: Signing, { by: kind, id, name, organisation }: Signatory): Holder =>
  at.signers.pinned({ kind, id, name, organisation });

/** SHA-256 of a certificate. */
const printOf = (certificate: Buffer): string => createHash('sha256').update(certificate).digest('hex');

/** The next signature by a key within reach. */
async function signAs(
  at: Signing,
  document: DocumentRecord,
  signatory: Signatory,
  holder: Holder,
): Promise<{ file: Buffer; certificate: Buffer }> {
  const key = await at.signers.of(holder);
  const certificate = await key.certificate();
  await judgeCertificate(certificate, await key.chain(), holder, at.trust, new Date());
  const base = await at.files.get(baseOf(document));
  return { file: await signField(base, key, placeOf(document, signatory), at.timeStamper), certificate };
}

/** A signature that came from elsewhere in its place, with a time-stamp over it. It is judged again: hours may have gone by since it was taken. */
async function embed(
  at: Signing,
  given: GivenSignature,
  pending: PendingFile,
  holder: Holder,
): Promise<{ file: Buffer; certificate: Buffer }> {
  const digest = Buffer.from(pending.digest, 'hex');
  const cms = cmsOf(given, digest);
  const { certificate } = await judgeMessage(cms, digest, holder, at.trust, new Date());
  const token = await at.timeStamper.token(createHash('sha256').update(readMessage(cms).signature).digest());
  const bytes = await at.files.get(pending.file);
  return { file: embedSignature({ bytes, from: pending.from, to: pending.to, digest }, withTimeStamp(cms, token)), certificate };
}

/**
 * An organisation's signature; with its seal it stands over the left third of the person's (Decree 30/2020/NĐ-CP, Annex I, II.8). On a paper that
 * nobody signs in person it is the first one.
 */
export const sealFile =
  (at: Signing) =>
  (key: string): Promise<void> =>
    signingStep(at, key, async (document, owed) => {
      const signatory = signatoryOf(document, owed, 'organisation');
      if (!signatory) return null;
      const { file, certificate } = await signAs(at, document, signatory, holderOf(at, signatory));
      const { sha256 } = await at.files.put(file);
      return { name: 'record-organisation-signed', input: { file: sha256, certificate: printOf(certificate), field: signatory.field } };
    });
