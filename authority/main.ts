import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environment } from '../config/environment.ts';
import { openDevelopmentAuthority } from '../workflows/activities/pdf/dev-certificates.ts';
import { serveAuthority } from './serve.ts';

/** The process of the development authority: started beside the others where no real time-stamping authority is named. */
const directory = join(environment.dataDir, 'certificates');
const authority = await openDevelopmentAuthority(directory);
await writeFile(environment.trustAnchors, authority.exportRoot());
const server = serveAuthority(authority);
server.listen(environment.authorityPort ?? 7380, environment.authorityHost);
await once(server, 'listening');
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
