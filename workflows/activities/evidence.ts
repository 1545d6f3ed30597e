import { createHash } from 'node:crypto';
import type { Chain } from '../../signatures/chain.ts';
import { chainsBehind, gatherEvidence } from '../../signatures/gather-evidence.ts';
import { readToken } from '../../signatures/time-stamp-client.ts';
import { addSecurityStore, stampDocument } from './pdf/long-term.ts';
import { signedMessages } from './pdf/signed-messages.ts';
import { pagesOf } from './render.ts';
import { type Signing, signingStep } from './signing-step.ts';

/** Certificates, OCSP answers and revocation lists of all who signed and of the time-stamping authority go into the file (PAdES baseline LT). */
export const storeEvidence =
  (at: Signing) =>
  (key: string): Promise<void> =>
    signingStep(at, key, async ({ inHand }, { thing }) => {
      if (!inHand) throw new Error(`The document ${thing} has no file for its evidence.`);
      const file = await at.files.get(inHand);
      const now = new Date();
      const chains = [...(await signedMessages(file)).values()].flatMap((message) => chainsBehind(message, at.trust, now));
      const evidence = await gatherEvidence([...chains, await authorityOf(at, file)], at.trust, now);
      const { sha256 } = await at.files.put(await addSecurityStore(file, evidence));
      return { name: 'record-evidence', input: { file: sha256 } };
    });

/** Who will time-stamp: their evidence has to be in the file before they do. */
async function authorityOf(at: Signing, file: Buffer): Promise<Chain> {
  return readToken(await at.timeStamper.token(createHash('sha256').update(file).digest()), at.trust).chain;
}

/** A time-stamp over the whole file ends the signing (PAdES baseline LTA). With it a paper that nobody signs is issued. */
export const timeStampFile =
  (at: Signing) =>
  (key: string): Promise<void> =>
    signingStep(at, key, async ({ inHand, signer }, { thing }) => {
      if (!inHand) throw new Error(`The document ${thing} has no file to time-stamp.`);
      const { bytes, token } = await stampDocument(await at.files.get(inHand), at.timeStamper);
      const { sha256 } = await at.files.put(bytes);
      const input = { file: sha256, pages: await pagesOf(bytes), stampHoldsUntil: holdsUntil(readToken(token, at.trust).chain) };
      return { name: signer ? 'record-signed' : 'record-rendering', input };
    });

/** One more time-stamp over all of a document whose last one nears its end, with fresh evidence for that one. */
export const renewStamp =
  (at: Signing) =>
  (key: string): Promise<void> =>
    signingStep(at, key, async ({ file: former }, { thing }) => {
      if (!former) throw new Error(`The document ${thing} has no file whose time-stamp could be renewed.`);
      const file = await at.files.get(former);
      const last = [...(await signedMessages(file)).values()].at(-1);
      const now = new Date();
      const chains = last ? chainsBehind(last, at.trust, now) : [];
      const evidence = await gatherEvidence([...chains, await authorityOf(at, file)], at.trust, now);
      const { bytes, token } = await stampDocument(await addSecurityStore(file, evidence), at.timeStamper);
      const { sha256 } = await at.files.put(bytes);
      return { name: 'record-renewal', input: { former, file: sha256, stampHoldsUntil: holdsUntil(readToken(token, at.trust).chain) } };
    });

/** The day on which the first certificate of a chain ends. */
const holdsUntil = (chain: Chain): string => new Date(Math.min(...chain.map(({ until }) => until.getTime()))).toISOString();
