import { type NativeConnection, Worker, type WorkflowBundle } from '@temporalio/worker';
import type { Committing } from '../commit/commit.ts';
import type { Environment } from '../config/environment.ts';
import { openIdentifiers } from '../exchange/identifiers.ts';
import { openFiles } from '../files/open-files.ts';
import { deposit } from './activities/deposit.ts';
import { distribute } from './activities/distribute.ts';
import { draftDocument } from './activities/draft-document.ts';
import { exchange } from './activities/exchange/exchange.ts';
import { openOutlet } from './activities/exchange/outlet.ts';
import { next } from './activities/next.ts';
import { notify } from './activities/notify.ts';
import { stepClock } from './activities/step-clock.ts';
import { strikeClock } from './activities/strike-clock.ts';
import { tell } from './activities/tell.ts';
import { keepAlive } from './keep-alive.ts';
import { openLetters } from './letters.ts';
import { coreQueue } from './temporal.ts';
import type { Waker } from './wake.ts';

/** Activities at once; the database pool of the process holds some connections more. */
export const coreSlots = 16;

export type CoreParts = {
  committing: Committing;
  waker: Waker;
  connection: NativeConnection;
  environment: Environment;
  bundle: WorkflowBundle;
};

/** The core worker: follows all things, strikes their clocks, draws up papers, tells, writes letters. */
export async function createCoreWorker({ committing, waker, connection, environment, bundle }: CoreParts): Promise<Worker> {
  const letters = openLetters(committing, environment);
  const files = openFiles(environment);
  return Worker.create({
    connection,
    namespace: environment.temporalNamespace,
    taskQueue: coreQueue(environment),
    workflowBundle: bundle,
    activities: {
      next: next(committing),
      strikeClock: strikeClock(committing),
      stepClock: stepClock(committing, waker),
      draftDocument: draftDocument({ committing, waker, environment }),
      tell: tell(committing, waker),
      notify: notify(committing, letters),
      distribute: distribute(committing, letters),
      deposit: deposit({ committing, files, trustAnchors: environment.trustAnchors }),
      exchange: exchange({ committing, files, identifiers: openIdentifiers(environment), outlet: openOutlet(environment) }),
    },
    interceptors: { activity: [keepAlive] },
    maxConcurrentActivityTaskExecutions: coreSlots / 2,
    maxConcurrentLocalActivityExecutions: coreSlots / 2,
    // Whoever waits for a worker that died goes to another after this.
    stickyQueueScheduleToStartTimeout: '3s',
    // Each costs nearly a megabyte; one that is not at hand is read again from its short history.
    maxCachedWorkflows: 250,
    shutdownGraceTime: '8s',
  });
}
