/**
 * Someone who signs: a person or an organisation, with a key in a file, on a token, in a security module or at a remote service.
 * The key never passes through here.
 */
export type Signer = {
  /** The signer's own certificate, DER. */
  certificate(): Promise<Buffer>;
  /** The certificates above it, its issuer first, the root last, DER. */
  chain(): Promise<Buffer[]>;
  /** The RSA signature (PKCS #1 v1.5, SHA-256) over the bytes. Throws SigningProblem where the key cannot be used now. */
  sign(bytes: Uint8Array): Promise<Buffer>;
};

/** Whose signature is wanted: a person by their id and name, or an organisation; `organisation` is where the person holds office. `fingerprint`: SHA-256 of the only certificate that counts, where a name is not enough. */
export type Holder = { kind: 'person' | 'organisation'; id: string; name: string; organisation: string; fingerprint?: string };
