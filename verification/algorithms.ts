import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { children, dotted, type Node, nodeAt } from './der.ts';

/** The digests that still count (ETSI TS 119 312); SHA-1 and MD5 do not. */
const digests: Record<string, string> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

const pss = '1.2.840.113549.1.1.10';
/** Signature algorithms by the digest that they contain. */
const signatures: Record<string, string> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

/** The name of the digest of an AlgorithmIdentifier, or undefined if it no longer counts or is not known. */
export const digestOf = (algorithm: Node | undefined): string | undefined => digests[dotted(children(algorithm)[0])];

/**
 * Whether `signature` is that of `key` over the data. `digest` is the digest named beside the algorithm, where there is one. 'weak' for an
 * algorithm or key that no longer counts, or whose parts contradict one another.
 */
export function holds(
  algorithm: Node | undefined,
  digest: string | undefined,
  key: KeyObject,
  data: Buffer,
  signature: Buffer,
): 'right' | 'wrong' | 'weak' {
  const [id, parameters] = children(algorithm);
  const name = dotted(id);
  const within = name === pss ? pssDigest(parameters) : (signatures[name] ?? (name === '1.2.840.113549.1.1.1' ? digest : undefined));
  if (within === undefined || (digest !== undefined && digest !== within) || !strong(key)) return 'weak';
  const padding = name === pss ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : {};
  try {
    return verify(within, data, { key, ...padding }, signature) ? 'right' : 'wrong';
  } catch {
    return 'wrong';
  }
}

function pssDigest(parameters: Node | undefined): string | undefined {
  const hash = parameters && children(parameters).find(({ tag }) => tag === 0xa0);
  return hash && digestOf(children(hash)[0]);
}

/** RSA from 2048 bits, elliptic curves from 256. */
function strong(key: KeyObject): boolean {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss') return (modulusLength ?? 0) >= 2048;
  return key.asymmetricKeyType === 'ec' && ['prime256v1', 'secp384r1', 'secp521r1'].includes(namedCurve ?? '');
}

/** The public key in a SubjectPublicKeyInfo. */
export const publicKeyOf = (info: Buffer): KeyObject => createPublicKey({ key: nodeAt(info).whole, format: 'der', type: 'spki' });
