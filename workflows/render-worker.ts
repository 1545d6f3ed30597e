import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../commit/database.ts';
import { browserEnvironment } from '../config/browser-environment.ts';
import { environment, needed } from '../config/environment.ts';
import { loadPacks } from '../config/regulations.ts';
import { openFiles } from '../files/open-files.ts';
import { openSigning } from '../signatures/open-signing.ts';
import { openRenderer } from './activities/pdf/renderer.ts';
import { connectPatiently } from './connect.ts';
import { createRenderWorker } from './rendering-worker.ts';
import { sayAlive } from './say-alive.ts';

/** The process of the render worker. It alone holds a browser, so that the browser's death hurts nobody else. */
const pages = availableParallelism();
const database = openDatabase(needed(environment, 'databaseUrl'), pages + 2);
const committing = { database, packs: loadPacks(), rehearsal: environment.rehearsalStart !== null };
const renderer = await openRenderer({
  executablePath: needed(environment, 'chromiumPath'),
  env: browserEnvironment(environment.chromiumLibraries, environment.chromiumFonts),
  profiles: join(environment.dataDir, 'run', 'browsers'),
  pages,
});
const files = openFiles(environment);
const signing = openSigning(environment);
const connection = await connectPatiently(environment);
const worker = await createRenderWorker({ committing, files, renderer, ...signing, connection, environment, pages });
const alive = sayAlive(database, 'render', worker);
try {
  await worker.run();
} finally {
  await alive.stop();
  await renderer.close();
  await connection.close();
  await database.end();
}
