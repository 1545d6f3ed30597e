import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packetBytes } from '../exchange/read-packet.ts';
import { type Receipt, type TakingIn, takeIn } from '../exchange/take-in.ts';

const everyMs = 5_000;
const atOnce = 50;

/** Takes in every packet that lies in the folder, and moves it to `done` or `refused` with its receipt beside it. Gives how many there were. */
export async function takeInFolder(at: TakingIn, folder: string): Promise<number> {
  const names = (await readdir(join(folder, 'in')).catch(() => [])).filter((name) => /^[^.].*\.(edxml|xml)$/i.test(name)).slice(0, atOnce);
  for (const name of names) {
    const path = join(folder, 'in', name);
    const { size } = await stat(path);
    const receipt: Receipt =
      size > packetBytes
        ? { status: '02', documentId: null, reason: 'Gói tin vượt quá dung lượng cho phép.', entries: [] }
        : await takeIn(at, await readFile(path));
    const there = join(folder, receipt.status === '02' ? 'refused' : 'done');
    await mkdir(there, { recursive: true });
    await writeFile(join(there, `${name}.json`), `${JSON.stringify(receipt, null, 1)}\n`);
    await rename(path, join(there, name));
  }
  return names.length;
}

/** Looks into the folder every few seconds. Where a packet cannot be taken in now (PostgreSQL is away), it lies there until it can. */
export function watchPackets(at: TakingIn, folder: string): { stop(): void } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    await takeInFolder(at, folder).catch((error: unknown) => console.error(error));
    if (!stopped) timer = setTimeout(look, everyMs);
  };
  timer = setTimeout(look, everyMs);
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
