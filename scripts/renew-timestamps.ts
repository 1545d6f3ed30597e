import { openDatabase } from '../commit/database.ts';
import { environment, needed } from '../config/environment.ts';
import { loadPacks } from '../config/regulations.ts';
import { beginRenewals } from '../workflows/renewal.ts';
import { openWaker } from '../workflows/wake.ts';

/** `npm run renew-timestamps`: another time-stamp for every issued document whose last one nears its end. The workers do it; this waits until they have. */
const patienceMs = 10 * 60_000;
const database = openDatabase(needed(environment, 'databaseUrl'), 2);
const at = { database, packs: loadPacks(), rehearsal: environment.rehearsalStart !== null };
const waker = openWaker(environment);
const openText = "SELECT count(*)::int AS open FROM owed WHERE what = 'renew-time-stamp' AND done_at IS NULL";
try {
  const begun = await beginRenewals(at, waker, environment);
  console.log(`${begun.length} documents get another time-stamp (their last one ends within ${environment.renewBeforeDays} days).`);
  for (const end = Date.now() + patienceMs; ; await new Promise((resolve) => setTimeout(resolve, 500))) {
    const { rows } = await database.query<{ open: number }>(openText);
    const open = rows[0]?.open ?? 0;
    if (open === 0) break;
    if (Date.now() > end)
      throw new Error(
        `${open} are still to be done. They go on by themselves; /readyz and the log of the render worker say what holds them up.`,
      );
  }
  if (begun.length > 0) console.log('All of them have it.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await waker.close();
  await database.end();
}
