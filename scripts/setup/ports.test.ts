import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimPort, freePort, portToKeep, servicePort } from './ports.ts';

const host = '127.0.0.1';

async function taken<Result>(work: (port: number) => Promise<Result>): Promise<Result> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  try {
    return await work(address !== null && typeof address === 'object' ? address.port : 0);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

describe('a port', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'ports-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  test('that somebody asked for and another program holds is an error with a way out', async () => {
    await taken(async (port) => {
      await expect(claimPort('PORT', host, port)).rejects.toMatchObject({
        message: `Port ${port} on ${host} is taken by another program.`,
        wayOut: expect.stringContaining(`PORT=${port + 1} npm start`),
      });
    });
  });

  test('of an embedded service gives way to another program, and is then kept', async () => {
    const file = join(dir, 'ports.json');
    const first = await taken((usual) => servicePort('POSTGRES_PORT', undefined, usual, file));
    expect(await servicePort('POSTGRES_PORT', undefined, (await freePort(host, 0)) ?? 0, file)).toBe(first);
  });

  test('that a service keeps is none that the kernel lends to connections', async () => {
    const port = await portToKeep(host);
    expect(port).toBeGreaterThan(1_023);
    expect(port).toBeLessThan(32_768);
    expect(await freePort(host, port)).toBe(port);
  });

  test('of an embedded service that was asked for does not give way', async () => {
    await taken(async (port) => {
      await expect(servicePort('TEMPORAL_PORT', port, 7233, join(dir, 'ports.json'))).rejects.toThrow(/is taken/);
    });
  });
});
