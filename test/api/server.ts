import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import { readEnvironment } from '../../config/environment.ts';
import { buildApp } from '../../server/app.ts';
import { startRehearsal } from '../../server/clock/start-rehearsal.ts';
import { allEndpoints } from '../../server/endpoints.ts';
import type { Endpoint } from '../../server/http/endpoint.ts';
import { openParts } from '../../server/open-parts.ts';
import type { Parts } from '../../server/parts.ts';
import { type FreshDatabase, freshDatabase } from '../setup/database.ts';

/** What answers hold, all kinds of them together: a test names what it looks at. */
export type Body = {
  [field: string]: unknown;
  id: string;
  seq: number;
  state: string;
  token: string;
  rule: string;
  title: string;
  detail: string;
  errors: { in: string; pointer: string; code: string; message: string }[];
  items: Body[];
  next: string | null;
  actions: { command: string; schema: unknown }[];
  owed: { key: string; what: string }[];
  clocks: { name: string; due: string | null; certainty: string }[];
  sha256: string;
  hash: string;
  previousHash: string;
  differences: { kind: string; printed: number; computed: number }[];
};
export type Answered = { status: number; body: Body; headers: Headers };
export type Sent = {
  as?: string | undefined;
  body?: unknown;
  raw?: { content: string | Uint8Array<ArrayBuffer> | FormData; type?: string };
  headers?: Record<string, string>;
};
export type Served = {
  url: string;
  parts: Parts;
  database: FreshDatabase;
  endpoints: Endpoint[];
  /** Sends a request, signed in as a sample person, and holds the answer against the description of its endpoint. */
  send(method: string, path: string, sent?: Sent): Promise<Answered>;
  token(person: string): Promise<string>;
  close(): Promise<void>;
};

/** A server of its own on a free port, with a fresh database and the sample persons, in a rehearsal that begins on 10 January 2022. */
export async function serve(variables: Record<string, string> = {}): Promise<Served> {
  const database = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'api-'));
  const environment = readEnvironment({
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: inject('temporal').address,
    TASK_QUEUE: `api-${database.url.slice(-12)}`,
    REHEARSAL: '2022-01-10',
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    DATABASE_POOL: '4',
    ...variables,
  });
  const { parts, stopWaiting, close } = openParts(environment);
  if (variables.DATABASE_URL === undefined) await startRehearsal(parts);
  const server = buildApp(parts).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const endpoints = allEndpoints(parts.committing.packs.values(), environment.publicUrl);
  const tokens = new Map<string, Promise<string>>();

  const token = (person: string): Promise<string> => {
    const known = tokens.get(person) ?? signIn(url, person);
    tokens.set(person, known);
    return known;
  };
  return {
    url,
    parts,
    database,
    endpoints,
    token,
    async send(method, path, { as, body, raw, headers = {} } = {}) {
      const content = raw?.content ?? (body === undefined ? undefined : JSON.stringify(body));
      const type = raw ? raw.type : body === undefined ? undefined : 'application/json';
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(as && { authorization: `Bearer ${await token(as)}` }),
          ...(type && { 'content-type': type }),
          ...headers,
        },
        ...(content !== undefined && { body: content }),
        redirect: 'manual',
      });
      const isJson = response.headers.get('content-type')?.includes('json');
      const read: unknown = isJson ? await response.json() : await response.text();
      described(endpoints, method, path, response, read);
      return { status: response.status, body: read as Body, headers: response.headers };
    },
    async close() {
      stopWaiting();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function signIn(url: string, person: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${person}@mau.test`, password: 'mau-thu-2022' }),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { token: string }).token;
}

/** Whatever is answered stands in the description, with no field more and none less; whatever goes wrong is a problem that says so. */
function described(endpoints: Endpoint[], method: string, path: string, response: Response, body: unknown): void {
  const plain = path.split('?')[0]!;
  const matching = endpoints.filter(
    (one) => one.method === method.toLowerCase() && new RegExp(`^${one.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(plain),
  );
  const endpoint = matching.find((one) => one.path === plain) ?? matching[0];
  if (response.status >= 400 && !response.headers.get('content-type')?.startsWith('application/json')) {
    expect(response.headers.get('content-type')).toMatch('application/problem+json');
    expect(body).toMatchObject({
      type: expect.any(String),
      title: expect.any(String),
      status: response.status,
      detail: expect.any(String),
    });
    return;
  }
  const form = endpoint?.answers[response.status];
  expect(form, `${method} ${path} answered ${response.status}, which its description does not know`).toBeDefined();
  if (form?.schema && response.headers.get('content-type')?.startsWith('application/json')) expect(form.schema.parse(body)).toEqual(body);
}

/** Dates of the first round, which most tests need. */
export const round2022 = '645-2021-2025.2022.central';
export const openRound = (served: Served): Promise<Answered> =>
  served.send('POST', '/api/rounds', {
    as: 'agency-head',
    body: { programme: '645-2021-2025', year: 2022, route: 'central', ceilings: [{ source: 'programme', ceilingDong: 6_860_000_000 }] },
  });

/** A scheme's first draft by the association VECOM. */
export const draftScheme = (served: Served, title = 'Đào tạo kỹ năng bán hàng trực tuyến', as = 'host-drafter.vecom'): Promise<Answered> =>
  served.send('POST', '/api/schemes', { as, body: { roundId: round2022, proposal: { title, contentItem: '3a' } } });
