import { mkdir, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../../../config/environment.ts';

/** Where packets go. Sending under the same id twice is sending once; throws where it cannot be sent now. `arrived`: the other side has said so. */
export type Outlet = { send(id: string, packet: string): Promise<{ arrived: boolean }> };

/** The exchange's address where the settings name one, else the folder from which another program takes packets. */
export function openOutlet({
  exchangeUrl,
  exchangeToken,
  exchangeFolder,
}: Pick<Environment, 'exchangeUrl' | 'exchangeToken' | 'exchangeFolder'>): Outlet {
  return exchangeUrl === undefined ? folderOutlet(join(exchangeFolder, 'out')) : addressOutlet(exchangeUrl, exchangeToken);
}

const patienceMs = 20_000;

function addressOutlet(url: string, token: string | undefined): Outlet {
  return {
    async send(id, packet) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/xml',
          'Idempotency-Key': id,
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        },
        body: packet,
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
      });
      await answer.body?.cancel();
      if (!answer.ok)
        throw new Error(`The exchange answered ${answer.status} to the packet ${id}; look at EXCHANGE_URL and EXCHANGE_TOKEN.`);
      return { arrived: true };
    },
  };
}

/** Written beside, synced, then renamed: whoever watches the folder never sees half a packet. */
function folderOutlet(folder: string): Outlet {
  return {
    async send(id, packet) {
      const place = join(folder, `${id}.edxml`);
      if (await stat(place).catch(() => null)) return { arrived: false };
      await mkdir(folder, { recursive: true });
      const beside = join(folder, `.${id}.part`);
      const file = await open(beside, 'w');
      try {
        await file.writeFile(packet);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, place);
      return { arrived: false };
    },
  };
}
