import type { Evidence } from '../workflows/activities/pdf/long-term.ts';
import { readMessage } from '../workflows/activities/pdf/read-message.ts';
import { type Chain, chainTo } from './chain.ts';
import { SigningProblem } from './problem.ts';
import { readCertificate } from './read-certificate.ts';
import { readToken } from './time-stamp-client.ts';
import type { Trust } from './trust.ts';

/** The chains behind a message: its signer's, and that of whoever time-stamped it. Throws a SigningProblem where one leads to nobody who is trusted. */
export function chainsBehind(message: Buffer, trust: Trust, now: Date): Chain[] {
  const { certificate, certificates, timeStamp } = readMessage(message);
  const chain = chainTo(trust.anchors(), certificate, certificates, now);
  const { name, issuerName } = readCertificate(certificate);
  if (!chain) throw new SigningProblem({ kind: 'chain-unknown', name, issuer: issuerName });
  return [chain, ...(timeStamp ? [readToken(timeStamp, trust).chain] : [])];
}

/** Every certificate of the chains with proof, as of now, that it holds. Throws a SigningProblem where one was revoked or nobody can be asked. */
export async function gatherEvidence(chains: Chain[], trust: Trust, now: Date): Promise<Evidence> {
  const certificates = new Map<string, Buffer>();
  const ocsps = new Map<string, Buffer>();
  const crls = new Map<string, Buffer>();
  for (const chain of chains) {
    for (const [index, one] of chain.entries()) {
      const issuer = chain[index + 1];
      const print = one.x509.fingerprint256;
      if (certificates.has(print)) continue;
      certificates.set(print, one.der);
      if (!issuer) continue;
      const { name } = one;
      const proofs = await trust.standing.proofsOf(one.der, issuer.der, now).catch((error: unknown) => {
        throw new SigningProblem({ kind: 'standing-unknown', name }, error);
      });
      for (const standing of proofs) {
        if (standing.status === 'revoked') throw new SigningProblem({ kind: 'revoked', name, on: standing.at.toISOString() });
        (standing.by === 'ocsp' ? ocsps : crls).set(standing.proof.toString('base64'), standing.proof);
      }
    }
  }
  return { certificates: [...certificates.values()], ocsps: [...ocsps.values()], crls: [...crls.values()] };
}
