import { openDatabase } from '../commit/database.ts';
import { type Environment, needed } from '../config/environment.ts';
import { loadPacks } from '../config/regulations.ts';
import { openFiles } from '../files/open-files.ts';
import { openReader } from '../prisma/client.ts';
import { openSigners } from '../signatures/signers.ts';
import { openTrust } from '../signatures/trust.ts';
import { openExaminer } from '../verification/examine-apart.ts';
import { openWaker } from '../workflows/wake.ts';
import { openProgrammeTime } from './clock/programme-time.ts';
import { countAttempts } from './identity/attempts.ts';
import { openIdentity } from './identity/identity.ts';
import { openSealing } from './identity/server-secret.ts';
import { openLive } from './live/live.ts';
import type { Parts } from './parts.ts';
import { openLog } from './service/log.ts';
import { openMetrics } from './service/metrics.ts';
import { organisationNames } from './things/organisations.ts';

export type OpenedParts = {
  parts: Parts;
  /** Answers whoever waits for something, now. */
  stopWaiting(): void;
  /** Closes the parts in order: first what leans on the others. */
  close(): Promise<void>;
};

/** Opens all parts of the server. */
export function openParts(environment: Environment): OpenedParts {
  const url = needed(environment, 'databaseUrl');
  const rehearsal = environment.rehearsalStart !== null;
  const log = openLog(environment.logLevel);
  const database = openDatabase(url, environment.databasePool);
  const reader = openReader(url, Math.ceil(environment.databasePool / 4));
  const waker = openWaker(environment);
  const time = openProgrammeTime(reader, rehearsal);
  const closing = new AbortController();
  const examiner = openExaminer();
  const live = openLive(reader, log);
  const parts: Parts = {
    environment,
    committing: { database, packs: loadPacks(), rehearsal },
    reader,
    waker,
    files: openFiles(environment),
    time,
    identity: openIdentity(reader, time, environment.publicUrl),
    attempts: countAttempts(reader, environment.signInLimit),
    sealing: openSealing(environment),
    names: organisationNames(reader),
    signers: openSigners(environment),
    trust: openTrust(environment),
    examiner,
    live,
    log,
    metrics: openMetrics(),
    closing: closing.signal,
  };
  return {
    parts,
    stopWaiting() {
      closing.abort();
      live.close();
    },
    async close() {
      examiner.close();
      await waker.close();
      await reader.$disconnect();
      await database.end();
    },
  };
}
