import { createHash, randomBytes } from 'node:crypto';

/** A new token: 32 random bytes. It is handed out once and kept nowhere; what is kept is its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const tokenHashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
