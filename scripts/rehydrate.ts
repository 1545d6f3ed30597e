import { openDatabase } from '../commit/database.ts';
import { environment, needed } from '../config/environment.ts';
import { loadPacks } from '../config/regulations.ts';
import { rehydrate } from '../workflows/reconcile.ts';
import { openWaker } from '../workflows/wake.ts';
import { duration, explain } from './setup/progress.ts';

/** `npm run rehydrate`: starts the workflow of everything that lives in PostgreSQL and does not run in Temporal. */
const began = Date.now();
const database = openDatabase(needed(environment, 'databaseUrl'), 2);
const waker = openWaker(environment);
try {
  const started = await rehydrate({ database, packs: loadPacks(), rehearsal: environment.rehearsalStart !== null }, environment, waker);
  console.log(`Started ${started.length} workflows that were missing (${duration(Date.now() - began)}).`);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  await waker.close();
  await database.end();
}
