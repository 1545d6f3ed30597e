import type { Reader } from '../../prisma/client.ts';
import { ProblemError } from '../http/problem.ts';
import { tokenHashOf } from './token.ts';

const windowSeconds = 15 * 60;

/**
 * Failed sign-ins of each account in the last 15 minutes, so that nobody tries passwords at leisure: in the database, so that a restart
 * forgets none and several servers count together. Accounts are kept by hash, those that nobody has like all others: who is locked does not tell who exists.
 */
export type Attempts = {
  /** @throws ProblemError 429 with Retry-After, for an account with too many failures */
  allow(account: string): Promise<void>;
  failed(account: string): Promise<void>;
  succeeded(account: string): Promise<void>;
};

/** Counts failed sign-ins; so many in 15 minutes lock an account for the rest of them. */
export function countAttempts(reader: Reader, limit: number): Attempts {
  return {
    async allow(account) {
      const found = await reader.signInFailure.findUnique({ where: { account: tokenHashOf(account) } });
      const leftMs = (found?.until.getTime() ?? 0) - Date.now();
      if (found && leftMs > 0 && found.count >= limit)
        throw new ProblemError('too-many', {}, { 'Retry-After': String(Math.ceil(leftMs / 1000)) });
    },
    async failed(account) {
      await reader.$executeRaw`
        INSERT INTO sign_in_failure AS known (account, count, until) VALUES (${tokenHashOf(account)}, 1, now() + ${windowSeconds} * interval '1 second')
        ON CONFLICT (account) DO UPDATE SET count = CASE WHEN known.until > now() THEN known.count + 1 ELSE 1 END,
          until = CASE WHEN known.until > now() THEN known.until ELSE excluded.until END`;
      await reader.$executeRaw`DELETE FROM sign_in_failure WHERE until < now()`;
    },
    async succeeded(account) {
      await reader.signInFailure.deleteMany({ where: { account: tokenHashOf(account) } });
    },
  };
}
