import { needed, readEnvironment } from '../config/environment.ts';
import { applyMigrations } from '../prisma/migrate.ts';
import { seed } from '../prisma/seed/seed.ts';
import { explain, say } from './setup/progress.ts';

/** Once before the processes start, where nothing supervises them: migrations, organisations, and in a rehearsal the sample persons. Needs DATABASE_OWNER_URL. */
try {
  const environment = readEnvironment();
  const ownerUrl = needed(environment, 'databaseOwnerUrl');
  const applied = await applyMigrations(ownerUrl);
  say(`Migrations: ${applied.join(', ') || 'nothing new'}.`);
  const { organisations, persons } = await seed(ownerUrl, environment.samplePersons, environment.rehearsalStart !== null);
  say(`Put in: ${organisations} organisations, ${persons} sample persons.`);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
