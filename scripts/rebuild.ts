import { openDatabase } from '../commit/database.ts';
import { rebuild } from '../commit/rebuild.ts';
import { environment, needed } from '../config/environment.ts';
import { loadPacks } from '../config/regulations.ts';
import { duration, explain } from './setup/progress.ts';

/** `npm run rebuild`: checks the chain of every thing and makes all read tables anew from the facts. */
const began = Date.now();
const database = openDatabase(needed(environment, 'databaseUrl'), 2);
try {
  const { things, facts } = await rebuild({ database, packs: loadPacks(), rehearsal: environment.rehearsalStart !== null });
  console.log(`Rebuilt ${things} things from ${facts} facts; every chain is whole (${duration(Date.now() - began)}).`);
} catch (error) {
  console.error(`Nothing was changed. ${explain(error)}`);
  process.exitCode = 1;
} finally {
  await database.end();
}
