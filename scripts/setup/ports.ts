import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { z } from 'zod';
import { SetupError } from './progress.ts';
import { writeWhole } from './write-whole.ts';

const Kept = z.record(z.string(), z.int());

/** Whether nothing listens on the port of this address; 0 asks for any free port. Returns the port, or null when it is taken. */
export function freePort(host: string, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else if (error.code === 'EACCES') reject(new SetupError(`Port ${port} may not be opened by this user.`, 'Choose a port above 1023.'));
      else reject(error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : port));
    });
  });
}

/** Below the ports that the kernel hands out by itself: one of those may be lent to any connection while whoever kept it is down. */
const [lowest, below] = [15_000, 32_768];

/** A free port for a service that will be started on it, and after each of its deaths again. */
export async function portToKeep(host: string): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = await freePort(host, randomInt(lowest, below));
    if (port !== null) return port;
  }
  return (await freePort(host, 0)) ?? 0;
}

/** A port that somebody asked for by a variable must be free. */
export async function claimPort(variable: string, host: string, port: number): Promise<number> {
  if ((await freePort(host, port)) === null) {
    throw new SetupError(
      `Port ${port} on ${host} is taken by another program.`,
      `Stop that program, or choose another port: ${variable}=${port + 1} npm start`,
    );
  }
  return port;
}

/** The port of an embedded service: as asked for, else the one it had before, else the usual one, else any free one, which is then kept in `file`. */
export async function servicePort(variable: string, asked: number | undefined, usual: number, file: string): Promise<number> {
  const host = '127.0.0.1';
  if (asked !== undefined) return claimPort(variable, host, asked);
  const kept = existsSync(file) ? Kept.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  const before = kept[variable];
  const port = (before === undefined ? null : await freePort(host, before)) ?? (await freePort(host, usual)) ?? (await portToKeep(host));
  writeWhole(file, JSON.stringify({ ...kept, [variable]: port }));
  return port;
}
