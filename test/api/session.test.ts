import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serve } from './server.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const credentials = (email: string, password = 'mau-thu-2022') => ({ body: { email, password } });

describe('signing in', () => {
  test('gives a token for programs and a cookie that scripts and other sites cannot use', async () => {
    const answer = await served.send('POST', '/api/session', credentials('auditor@mau.test'));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(/^session=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
    const me = await served.send('GET', '/api/me', { headers: { authorization: `Bearer ${answer.body.token}` } });
    expect(me.body).toMatchObject({ id: 'auditor', roles: ['auditor'], inbox: 0 });
  });

  test('knows the e-mail address however it is written', async () => {
    expect((await served.send('POST', '/api/session', credentials(' Auditor@Mau.Test '))).status).toBe(200);
  });

  test('keeps the hash of a token and not the token', async () => {
    const { body } = await served.send('POST', '/api/session', credentials('clerk@mau.test'));
    expect(await served.parts.reader.session.findUnique({ where: { tokenHash: body.token } })).toBeNull();
  });

  test('tells nobody who exists: a wrong password and an unknown person get the same answer, after the same work', async () => {
    const wrong = await served.send('POST', '/api/session', credentials('auditor@mau.test', 'sai'));
    const unknown = await served.send('POST', '/api/session', credentials('khong-co@mau.test', 'sai'));
    expect(wrong.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
  });

  test('after too many failures for one account asks to wait', async () => {
    const strict = await serve({ SIGN_IN_LIMIT: '3' });
    try {
      const statuses: number[] = [];
      for (let i = 0; i < 5; i += 1)
        statuses.push((await strict.send('POST', '/api/session', credentials('signer@mau.test', 'sai'))).status);
      expect(statuses).toEqual([401, 401, 401, 429, 429]);
      const last = await strict.send('POST', '/api/session', credentials('signer@mau.test', 'sai'));
      expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await strict.close();
    }
  });
});

describe('a session', () => {
  test('ends when its owner signs out, at once', async () => {
    const { body } = await served.send('POST', '/api/session', credentials('finance-head@mau.test'));
    const headers = { authorization: `Bearer ${body.token}` };
    expect((await served.send('GET', '/api/me', { headers })).status).toBe(200);
    expect((await served.send('DELETE', '/api/session', { headers })).status).toBe(204);
    expect((await served.send('GET', '/api/me', { headers })).status).toBe(401);
  });

  test('ends by itself', async () => {
    const { body } = await served.send('POST', '/api/session', credentials('finance-officer@mau.test'));
    await served.parts.reader.session.updateMany({ where: { personId: 'finance-officer' }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect((await served.send('GET', '/api/me', { headers: { authorization: `Bearer ${body.token}` } })).status).toBe(401);
  });

  test.each([
    // site          origin                      then
    ['same-origin', null, 204],
    ['none', null, 204],
    ['cross-site', null, 403],
    ['same-site', null, 403],
    [null, 'https://evil.example', 403],
    [null, 'null', 403],
    [null, 'own', 204],
    [null, null, 204],
  ])('by cookie, what changes something from Sec-Fetch-Site %s, Origin %s: %i', async (site, origin, then) => {
    const cookie = (await served.send('POST', '/api/session', credentials('clerk@mau.test'))).headers.get('set-cookie')!.split(';')[0]!;
    const headers = { cookie, ...(site && { 'sec-fetch-site': site }), ...(origin && { origin: origin === 'own' ? served.url : origin }) };
    const answer = await served.send('DELETE', '/api/session', { headers });
    expect(answer.status).toBe(then);
    expect((await served.send('GET', '/api/me', { headers })).status).toBe(then === 204 ? 401 : 200);
  });

  test.each(['', 'Bearer', 'Bearer x', 'Basic YTpi', `Bearer ${'a'.repeat(43)}`])('is not opened by "%s"', async (authorization) => {
    const answer = await served.send('GET', '/api/me', { headers: { authorization } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });
});
