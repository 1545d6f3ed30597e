import type { Refusal } from '../command.ts';
import { refuse } from '../command.ts';

/** What can be wrong with a signature: its certificate, its key, the authorities that vouch for it, or what it was made over. */
export type SignatureProblem =
  | { kind: 'expired'; name: string; until: string }
  | { kind: 'not-yet-valid'; name: string; from: string }
  | { kind: 'revoked'; name: string; on: string }
  /** The certificate is another person's or another organisation's. */
  | { kind: 'not-the-signers'; name: string; certificate: string }
  | { kind: 'wrong-key-usage'; name: string }
  | { kind: 'chain-unknown'; name: string; issuer: string }
  | { kind: 'other-digest' }
  | { kind: 'broken' }
  | { kind: 'key-elsewhere'; name: string }
  | { kind: 'standing-unknown'; name: string }
  | { kind: 'clock-off'; seconds: number }
  | { kind: 'time-stamp-away' }
  | { kind: 'key-away'; name: string; why: string | { vi: string; en: string } };

/** The rule by which a signature is refused, with what its text shows (Law 20/2023/QH15; Decree 30/2020/NĐ-CP, Article 13). */
export function refusedSignature(problem: SignatureProblem): Refusal {
  switch (problem.kind) {
    case 'expired':
      return refuse('signature.certificate-expired', { name: problem.name, until: problem.until });
    case 'not-yet-valid':
      return refuse('signature.certificate-not-yet-valid', { name: problem.name, from: problem.from });
    case 'revoked':
      return refuse('signature.certificate-revoked', { name: problem.name, on: problem.on });
    case 'not-the-signers':
      return refuse('signature.certificate-not-yours', { name: problem.name, certificate: problem.certificate });
    case 'wrong-key-usage':
      return refuse('signature.wrong-key-usage', { name: problem.name });
    case 'chain-unknown':
      return refuse('signature.chain-unknown', { name: problem.name, issuer: problem.issuer });
    case 'other-digest':
      return refuse('signature.other-digest', {}, undefined, 409);
    case 'broken':
      return refuse('signature.broken');
    case 'key-elsewhere':
      return refuse('signature.key-elsewhere', { name: problem.name });
    case 'standing-unknown':
      return refuse('signature.standing-unknown', { name: problem.name });
    case 'clock-off':
      return refuse('signature.clock-off', { seconds: problem.seconds });
    case 'time-stamp-away':
      return refuse('signature.time-stamp-away');
    case 'key-away':
      return refuse('signature.key-away', { name: problem.name, why: problem.why });
  }
}

/** Rules that end an attempt to sign: trying again changes nothing, the signer has to do something. */
export const signatureRules = [
  'signature.certificate-expired',
  'signature.certificate-not-yet-valid',
  'signature.certificate-revoked',
  'signature.certificate-not-yours',
  'signature.wrong-key-usage',
  'signature.chain-unknown',
  'signature.other-digest',
  'signature.broken',
  'signature.key-elsewhere',
] as const;
export type SignatureRule = (typeof signatureRules)[number];

/** Whether the signer has to do something; else whoever runs the system does, and the step is tried again meanwhile. */
export const isForSigner = (rule: string): rule is SignatureRule => (signatureRules as readonly string[]).includes(rule);
