import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sayAlive } from '../../workflows/say-alive.ts';
import { type Served, serve } from './server.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

type Description = {
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown>; security: unknown[] }>>;
};
const description = async () => (await served.send('GET', '/openapi.json')).body as unknown as Description;

describe('the description', () => {
  test('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate((await served.send('GET', '/openapi.json')).body);
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  test('names every endpoint once, with an operation of its own', async () => {
    const { paths } = await description();
    const ids = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(served.endpoints.length);
  });

  test.each([
    '/api/session',
    '/api/me',
    '/api/rounds',
    '/api/rounds/{id}/commands/rank-schemes',
    '/api/schemes/{id}',
    '/api/schemes/{id}/facts',
    '/api/schemes/{id}/commands/edit-proposal',
    '/api/councils/{id}/commands/cast-ballot',
    '/api/documents/{id}/file',
    '/api/documents/{id}/commands/issue',
    '/api/plans/{id}',
    '/api/files',
    '/api/funds/{programme}/{year}',
    '/api/inbox',
    '/api/clock',
    '/verify',
    '/verify/{code}',
    '/healthz',
    '/readyz',
    '/metrics',
  ])('has %s', async (path) => {
    expect(Object.keys((await description()).paths)).toContain(path);
  });

  test('has no command that the process alone gives', async () => {
    const paths = Object.keys((await description()).paths);
    expect(paths.filter((path) => /commands\/(note-|begin-|conclude-appraisal|strike-clock|fulfil|appoint$)/.test(path))).toEqual([]);
  });
});

describe('the service', () => {
  test('is alive and ready, and says how each dependency fares', async () => {
    expect((await served.send('GET', '/healthz')).body).toEqual({ alive: true });
    expect((await served.send('GET', '/readyz')).body).toMatchObject({
      ready: true,
      rehearsal: true,
      database: { state: 'up' },
      migrations: { state: 'up' },
      temporal: { state: 'up' },
      files: { state: 'up' },
    });
  });

  test('says whether a worker of each kind works', async () => {
    const workers = async () => (await served.send('GET', '/readyz')).body.workers;
    const degraded = (why: string) => ({ state: 'degraded', detail: expect.stringContaining(why) });
    expect(await workers()).toEqual({ core: degraded('No such worker runs'), render: degraded('No such worker runs') });
    const { database } = served.parts.committing;
    const core = sayAlive(database, 'core', { getState: () => 'RUNNING' });
    await expect.poll(workers).toEqual({ core: { state: 'up' }, render: degraded('rendered') });
    await database.query(`INSERT INTO worker (id, kind, seen_at) VALUES ('killed', 'render', now() - interval '1 hour')`);
    expect(await workers()).toMatchObject({ core: { state: 'up' }, render: degraded('3600 seconds') });
    await core.stop();
    expect(await workers()).toMatchObject({ core: degraded('No such worker runs') });
  });

  test('is ready without Temporal: people go on working', async () => {
    const alone = await serve({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
    try {
      const answer = await alone.send('GET', '/readyz');
      expect(answer).toMatchObject({ status: 200, body: { ready: true, temporal: { state: 'degraded' } } });
      const opened = await alone.send('POST', '/api/rounds', {
        as: 'agency-head',
        body: { programme: '645-2021-2025', year: 2022, route: 'central', ceilings: [{ source: 'programme', ceilingDong: 1_000_000 }] },
      });
      expect(opened.status).toBe(201);
    } finally {
      await alone.close();
    }
  });

  test('without its database says so: 503, when to try again, and nothing of what is inside', async () => {
    const lonely = await serve({ DATABASE_URL: 'postgresql://nobody:x@127.0.0.1:1/none' });
    try {
      expect((await lonely.send('GET', '/healthz')).status).toBe(200);
      expect((await lonely.send('GET', '/readyz')).body).toMatchObject({ ready: false, database: { state: 'down' } });
      const answers = [
        await lonely.send('GET', '/api/me', { headers: { authorization: `Bearer ${'a'.repeat(43)}` } }),
        await lonely.send('POST', '/api/session', { body: { email: 'auditor@mau.test', password: 'x' } }),
        await lonely.send('GET', '/verify/ABCD-1234'),
      ];
      for (const { status, headers, body } of answers) {
        expect([status, headers.get('retry-after')]).toEqual([503, '5']);
        expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|ECONN|prisma|at .*\.ts/i);
      }
    } finally {
      await lonely.close();
    }
  });

  test('measures answers by their pattern, without ids or persons', async () => {
    await served.send('GET', '/api/schemes?q=riêng%20tư', { as: 'auditor' });
    const { body } = await served.send('GET', '/metrics');
    expect(body).toMatch(/http_request_duration_seconds_count\{method="GET",path="\/api\/schemes",status="200"\} 1/);
    expect(body).not.toMatch(/riêng|rieng|auditor/);
  });

  test.each(['x-forwarded-for', 'forwarded', 'x-real-ip'])('is not measured through a proxy of this machine (%s)', async (header) => {
    expect((await served.send('GET', '/metrics', { headers: { [header]: '203.0.113.7' } })).status).toBe(404);
  });

  test('lets nobody measure without the token, where there is one', async () => {
    const guarded = await serve({ METRICS_TOKEN: 'mau-thu' });
    try {
      expect((await guarded.send('GET', '/metrics')).status).toBe(404);
      expect((await guarded.send('GET', '/metrics', { headers: { authorization: 'Bearer mau-thu' } })).status).toBe(200);
    } finally {
      await guarded.close();
    }
  });

  test('asks whoever sends too much to wait, as a problem', async () => {
    const busy = await serve({ RATE_LIMIT: '3' });
    try {
      for (let i = 0; i < 3; i += 1) expect((await busy.send('GET', '/api/clock')).status).toBe(200);
      const answer = await busy.send('GET', '/api/clock', { headers: { 'accept-language': 'en' } });
      expect(answer).toMatchObject({ status: 429, body: { title: 'Too many requests' } });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await busy.close();
    }
  });

  test('numbers every answer and sends the headers that guard a page', async () => {
    const { headers } = await served.send('GET', '/healthz', { headers: { 'x-request-id': 'theo-doi-0001' } });
    expect(headers.get('x-request-id')).toBe('theo-doi-0001');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('has a front page that says it is a rehearsal', async () => {
    expect(await (await fetch(`${served.url}/sign-in`)).text()).toContain('DIỄN TẬP');
  });
});

describe('the clock', () => {
  test('stands where the rehearsal began, for anybody to see', async () => {
    expect((await served.send('GET', '/api/clock')).body).toEqual({
      now: '2022-01-10T01:00:00.000Z',
      target: '2022-01-10T01:00:00.000Z',
      rehearsal: true,
    });
  });

  test.each([
    // who               to             then
    ['agency-head', '2022-02-01', 403],
    ['administrator', '2022-01-09', 422],
    ['administrator', 'mai', 400],
    ['administrator', '2022-02-01', 200],
  ])('is moved by %s to %s: %i', async (as, to, then) => {
    const answer = await served.send('POST', '/api/clock', { as, body: { to }, headers: { prefer: 'wait=0' } });
    expect(answer.status).toBe(then);
    if (then === 200) expect(answer.body).toMatchObject({ target: '2022-02-01T01:00:00.000Z', rehearsal: true });
  });

  test('of real time is not moved', async () => {
    const real = await serve({ REHEARSAL: 'off' });
    try {
      const { rehearsal } = (await real.send('GET', '/api/clock')).body;
      expect(rehearsal).toBe(false);
      expect((await real.send('POST', '/api/clock', { as: 'administrator', body: { to: '2030-01-01' } })).status).toBe(409);
    } finally {
      await real.close();
    }
  });
});

describe('the law as data', () => {
  test('is shown to anybody, each value with its article and how certain it is', async () => {
    const { body } = await served.send('GET', '/api/regulations/645-2021-2025');
    const values = body.values as { key: string; basis: string; certainty: string }[];
    expect(values.find(({ key }) => key === 'intake.cutoff')).toMatchObject({
      basis: expect.stringContaining('Quyết định'),
      certainty: expect.any(String),
    });
    expect((await served.send('GET', '/api/regulations/khong-co')).status).toBe(404);
  });
});
