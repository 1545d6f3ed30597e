import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openGate } from '../support/gate.ts';

/**
 * Stands before a time-stamping authority and holds requests back while it is shut: every step of signing asks for one time-stamp, so that a
 * worker can be killed in the midst of the step that a test chooses.
 */
export async function gatedAuthority(behind: string) {
  const gate = openGate();
  let away = false;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (away) return void response.writeHead(503).end();
    await gate.pass();
    if (request.socket.destroyed) return;
    const answer = await fetch(behind, {
      method: 'POST',
      body: Buffer.concat(parts),
      headers: { 'Content-Type': 'application/timestamp-query' },
    });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`,
    shut: gate.shut,
    open: gate.open,
    letThrough: gate.letThrough,
    /** Comes back once somebody waits. */
    somebodyWaits: () => gate.someWait(),
    /** Whether it answers that it is not there. */
    set away(is: boolean) {
      away = is;
    },
    async close(): Promise<void> {
      gate.letThrough();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
