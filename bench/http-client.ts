import { connect } from 'node:net';

export type HttpAnswer = { status: number; body: string };
/** One kept connection of a program outside; one request at a time. */
export type HttpClient = {
  send(method: 'GET' | 'POST', path: string, options?: { token?: string; body?: unknown; key?: string }): Promise<HttpAnswer>;
  close(): void;
};

/** Opens a connection that costs the measuring machine as little as can be: what is measured is the server, not this. */
export async function openHttp(port: number): Promise<HttpClient> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  let received = Buffer.alloc(0);
  let waiting: { resolve(answer: HttpAnswer): void; reject(error: Error): void } | null = null;
  const fail = (error: Error) => {
    waiting?.reject(error);
    waiting = null;
  };
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the server closed the connection')));
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const answer = answerIn(received);
    if (!answer) return;
    received = Buffer.alloc(0);
    const { resolve } = waiting ?? { resolve: () => undefined };
    waiting = null;
    resolve(answer);
  });
  return {
    send(method, path, { token, body, key } = {}) {
      const content = body === undefined ? '' : JSON.stringify(body);
      const lines = [
        `${method} ${path} HTTP/1.1`,
        'Host: 127.0.0.1',
        ...(token ? [`Authorization: Bearer ${token}`] : []),
        ...(key ? [`Idempotency-Key: ${key}`] : []),
        ...(body === undefined ? [] : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(content)}`]),
      ];
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(`${lines.join('\r\n')}\r\n\r\n${content}`);
      });
    },
    close: () => socket.destroy(),
  };
}

/** The answer once all of it has come; the server always says how long it is. */
function answerIn(bytes: Buffer): HttpAnswer | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = bytes.toString('latin1', 0, end);
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  if (bytes.length < end + 4 + length) return null;
  return { status: Number(head.slice(9, 12)), body: bytes.toString('utf8', end + 4, end + 4 + length) };
}

/** Signs a sample person in and gives the token. */
export async function signIn(client: HttpClient, person: string): Promise<string> {
  const { status, body } = await client.send('POST', '/api/session', { body: { email: `${person}@mau.test`, password: 'mau-thu-2022' } });
  if (status !== 200) throw new Error(`${person} cannot sign in: ${body}`);
  return (JSON.parse(body) as { token: string }).token;
}
