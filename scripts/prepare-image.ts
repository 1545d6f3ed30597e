import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './setup/browser.ts';
import { ensurePrismaClient } from './setup/prisma-client.ts';
import { explain, say } from './setup/progress.ts';

/** What a container image needs beyond its packages: the database client, and the browser unpacked into `browser/` (Dockerfile names that folder). */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const place = join(root, 'browser');

try {
  await ensurePrismaClient(root);
  const home = mkdtempSync(join(root, 'unpack-'));
  const { executablePath, version, how } = await findBrowser(home, { path: undefined, libraries: undefined, fonts: undefined });
  if (how !== 'from the packages') throw new Error(`The browser of the packages does not start here; found was one ${how}.`);
  renameSync(dirname(executablePath), place);
  rmSync(home, { recursive: true });
  say(`Chromium ${version} in ${place}`);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
