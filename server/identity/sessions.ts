import type { Parts } from '../parts.ts';
import { type BrowserName, browserName } from './browser-name.ts';
import { tokenHashOf } from './token.ts';

/** A session as its owner sees it. `id` is of no use to come in by. */
export type SessionSeen = { id: string; browser: BrowserName; createdAt: string; lastSeenAt: string; expiresAt: string; isThis: boolean };

/** By what a page names a session: it leads neither to the token nor to its hash. */
const idOf = (tokenHash: string): string => tokenHashOf(tokenHash).slice(0, 24);

/** The sessions of a person that run, the latest used first. `current` is the hash of the one that asks. */
export async function sessionsOf(personId: string, current: string, { reader }: Pick<Parts, 'reader'>): Promise<SessionSeen[]> {
  const rows = await reader.session.findMany({ where: { personId, expiresAt: { gt: new Date() } }, orderBy: { lastSeenAt: 'desc' } });
  return rows.map(({ tokenHash, userAgent, createdAt, lastSeenAt, expiresAt }) => ({
    id: idOf(tokenHash),
    browser: browserName(userAgent),
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    isThis: tokenHash === current,
  }));
}

/** Ends one session of a person; false where they have none of this id. */
export async function endSession(personId: string, id: string, { reader, identity }: Pick<Parts, 'reader' | 'identity'>): Promise<boolean> {
  const rows = await reader.session.findMany({ where: { personId }, select: { tokenHash: true } });
  const found = rows.find(({ tokenHash }) => idOf(tokenHash) === id);
  if (!found) return false;
  await reader.session.deleteMany({ where: { tokenHash: found.tokenHash } });
  identity.forget(found.tokenHash);
  return true;
}

/** Ends the sessions of a person, all but the one whose hash is given; returns how many. */
export async function endSessions(
  personId: string,
  keep: string | null,
  { reader, identity }: Pick<Parts, 'reader' | 'identity'>,
): Promise<number> {
  const where = { personId, ...(keep !== null && { tokenHash: { not: keep } }) };
  const rows = await reader.session.findMany({ where, select: { tokenHash: true } });
  await reader.session.deleteMany({ where: { tokenHash: { in: rows.map(({ tokenHash }) => tokenHash) } } });
  for (const { tokenHash } of rows) identity.forget(tokenHash);
  return rows.length;
}
