import type { Logger } from 'pino';
import type { Committing } from '../commit/commit.ts';
import type { Environment } from '../config/environment.ts';
import type { FileStore } from '../files/store.ts';
import type { Reader } from '../prisma/client.ts';
import type { Signers } from '../signatures/signers.ts';
import type { Trust } from '../signatures/trust.ts';
import type { Examiner } from '../verification/examine-apart.ts';
import type { Waker } from '../workflows/wake.ts';
import type { ProgrammeTime } from './clock/programme-time.ts';
import type { Attempts } from './identity/attempts.ts';
import type { Identity } from './identity/identity.ts';
import type { Sealing } from './identity/server-secret.ts';
import type { Live } from './live/live.ts';
import type { Metrics } from './service/metrics.ts';
import type { OrganisationNames } from './things/organisations.ts';

/** What the web server is made of: the one way in, the way to read, and the outside world. */
export type Parts = {
  environment: Environment;
  committing: Committing;
  reader: Reader;
  waker: Pick<Waker, 'wake' | 'reachable'>;
  files: FileStore;
  time: ProgrammeTime;
  identity: Identity;
  attempts: Attempts;
  /** What only a server can read: second factors, a sign-in that is half done. */
  sealing: Sealing;
  names: OrganisationNames;
  /** Whose key is where, and whom to trust: signatures that were made elsewhere are judged by them. */
  signers: Pick<Signers, 'pinned' | 'isElsewhere'>;
  trust: Trust;
  /** Looks at PDFs that strangers send, each in a process of its own. */
  examiner: Examiner;
  /** Tells open pages what has changed. */
  live: Live;
  log: Logger;
  metrics: Metrics;
  /** Set when the server stops: whoever waits for something is answered then. */
  closing: AbortSignal;
};
