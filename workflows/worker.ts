import { openDatabase } from '../commit/database.ts';
import { environment, needed } from '../config/environment.ts';
import { loadPacks } from '../config/regulations.ts';
import { openIdentifiers } from '../exchange/identifiers.ts';
import { openJudge } from '../exchange/judge.ts';
import { openFiles } from '../files/open-files.ts';
import { openTrust } from '../signatures/trust.ts';
import { workflowBundle } from './bundle.ts';
import { connectPatiently } from './connect.ts';
import { coreSlots, createCoreWorker } from './core-worker.ts';
import { startDigests } from './digest.ts';
import { everyNight } from './every-night.ts';
import { watchPackets } from './packet-folder.ts';
import { startReconciliation } from './reconcile.ts';
import { startRelay } from './relay.ts';
import { beginRenewals } from './renewal.ts';
import { sayAlive } from './say-alive.ts';
import { sweep } from './sweep.ts';
import { openWaker } from './wake.ts';

/** The process of the core worker; beside it relay and reconciliation see that nothing is forgotten that PostgreSQL knows to be owed. */
const database = openDatabase(needed(environment, 'databaseUrl'), coreSlots + 4);
const committing = { database, packs: loadPacks(), rehearsal: environment.rehearsalStart !== null };
const waker = openWaker(environment);
const bundle = await workflowBundle();
const connection = await connectPatiently(environment);
const worker = await createCoreWorker({ committing, waker, connection, environment, bundle });
const relay = startRelay(committing, waker);
const reconciliation = startReconciliation(committing, environment, waker);
const renewals = everyNight(() => beginRenewals(committing, waker, environment));
const sweeping = everyNight(() => sweep(committing));
const digests = startDigests(committing, environment);
const judging = openJudge(openTrust(environment));
const packets = watchPackets(
  { committing, files: openFiles(environment), identifiers: openIdentifiers(environment), judge: judging.judge },
  environment.exchangeFolder,
);
const alive = sayAlive(database, 'core', worker);
try {
  await worker.run();
} finally {
  relay.stop();
  reconciliation.stop();
  packets.stop();
  judging.close();
  renewals.stop();
  sweeping.stop();
  digests.stop();
  await alive.stop();
  await waker.close();
  await connection.close();
  await database.end();
}
