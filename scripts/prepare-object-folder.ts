import { mkdtempSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * Once before the object store of docker-compose.yml starts: proves that its volume is its own. A new volume takes its owner from the folder of
 * this image that it is mounted over; the object store's image has none, and its process is not root.
 */
const [folder = '/data/objects'] = process.argv.slice(2);
try {
  rmSync(mkdtempSync(join(folder, 'probe-')), { recursive: true });
  console.log(`${folder} can be written.`);
} catch (error) {
  const { uid, gid } = userInfo();
  console.error(
    `${folder} cannot be written by ${uid}:${gid} (${(error as Error).message}). Its volume was made by another: give it to ${uid}:${gid} (chown), or remove it while it is empty.`,
  );
  process.exitCode = 1;
}
