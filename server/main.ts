import type { Server } from 'node:http';
import { environment } from '../config/environment.ts';
import { refuseSamplePersons } from '../prisma/seed/seed.ts';
import { buildApp } from './app.ts';
import { startRehearsal } from './clock/start-rehearsal.ts';
import { openParts } from './open-parts.ts';

/** The web server as a process. On SIGTERM it takes no more connections, lets what is under way finish, and closes in order. */
const finishWithinMs = 8_000;

const { parts, stopWaiting, close } = openParts(environment);
const { log } = parts;
if (environment.rehearsalStart === null) await refuseSamplePersons(parts.committing.database);
await startRehearsal(parts);
const server: Server = buildApp(parts).listen(environment.port, environment.host, (error?: Error) => {
  if (error) {
    log.fatal({ err: error }, 'cannot listen');
    process.exit(1);
  }
  log.info({ host: environment.host, port: environment.port, rehearsal: environment.rehearsalStart }, 'listening');
});
server.requestTimeout = 120_000;
server.headersTimeout = 20_000;
server.keepAliveTimeout = 65_000;

let stopping = false;
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  stopWaiting();
  const late = setTimeout(() => server.closeAllConnections(), finishWithinMs);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(late);
  await close();
  log.info('stopped');
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
