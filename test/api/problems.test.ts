import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '../../server/http/endpoint.ts';
import { openRound, round2022, type Served, serve } from './server.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
  await openRound(served);
});
afterAll(() => served.close());

/** An address of the endpoint at which nothing is. */
const nowhere = ({ path }: Endpoint) =>
  path
    .replace('{sha256}', '0'.repeat(64))
    .replace('{programme}', 'khong-co')
    .replace('{year}', '2022')
    .replace('{code}', 'KHONG-CO')
    .replace('{id}', 'khong-co');
const report = (wrong: string[]) => expect(wrong).toEqual([]);

describe('every endpoint', () => {
  test('for those signed in answers 401 to anybody else', async () => {
    const wrong: string[] = [];
    for (const one of served.endpoints.filter(({ access }) => access === 'signed-in')) {
      const answer = await served.send(one.method.toUpperCase(), nowhere(one));
      if (answer.status !== 401) wrong.push(`${one.id}: ${answer.status}`);
    }
    report(wrong);
  });

  test('answers 405 to a method that it does not take, and says which it takes', async () => {
    const wrong: string[] = [];
    for (const path of new Set(served.endpoints.map(nowhere))) {
      const answer = await served.send('PATCH', path);
      if (answer.status !== 405 || !answer.headers.get('allow')) wrong.push(`${path}: ${answer.status}`);
    }
    report(wrong);
  });

  test('that takes JSON answers 415 to anything else, and 400 to what is no JSON', async () => {
    const wrong: string[] = [];
    for (const one of served.endpoints.filter(({ input }) => input.body !== undefined)) {
      const as = one.access === 'signed-in' ? 'administrator' : undefined;
      const other = await served.send('POST', nowhere(one), { as, raw: { content: 'a=b', type: 'application/x-www-form-urlencoded' } });
      const broken = await served.send('POST', nowhere(one), { as, raw: { content: '{"a":', type: 'application/json' } });
      const array = await served.send('POST', nowhere(one), { as, body: [] });
      if (other.status !== 415 || broken.status !== 400 || array.status !== 400)
        wrong.push(`${one.id}: ${other.status} ${broken.status} ${array.status}`);
    }
    report(wrong);
  });

  test('with an id answers 404 where there is nothing', async () => {
    const wrong: string[] = [];
    for (const one of served.endpoints.filter(
      ({ method, path }) => method === 'get' && path.includes('{') && !path.startsWith('/verify'),
    )) {
      const answer = await served.send('GET', nowhere(one), { as: 'auditor' });
      if (answer.status !== 404) wrong.push(`${one.id}: ${answer.status}`);
    }
    report(wrong);
  });

  test('with a query answers 400 to one that it does not know', async () => {
    const wrong: string[] = [];
    for (const one of served.endpoints.filter(({ method, input }) => method === 'get' && input.query !== undefined)) {
      const answer = await served.send('GET', `${nowhere(one)}?khong-co=1`, { as: 'auditor' });
      if (answer.status !== 400) wrong.push(`${one.id}: ${answer.status}`);
    }
    report(wrong);
  });
});

describe('a body', () => {
  const commands = `/api/rounds/${round2022}/commands/extend-round`;

  test('with bad fields is told where each is, in the language asked for', async () => {
    const sent = {
      as: 'agency-head',
      body: { programme: '', year: 'x', route: 'central', more: 1, ceilings: [{ source: 'programme', ceilingDong: -1 }] },
    };
    const vi = await served.send('POST', '/api/rounds', sent);
    expect(vi.status).toBe(400);
    expect(vi.body.errors.map(({ pointer }) => pointer).toSorted()).toEqual(['/ceilings/0/ceilingDong', '/more', '/programme', '/year']);
    const en = await served.send('POST', '/api/rounds', { ...sent, headers: { 'accept-language': 'en' } });
    expect(en.body.title).toBe('Malformed request');
    expect(en.body.errors[0]?.message).not.toBe(vi.body.errors[0]?.message);
  });

  test.each([
    ['NUL', 'a\u0000b'],
    ['half a surrogate pair', 'a\ud800b'],
  ])('with %s in a text is malformed, not broken', async (_, reason) => {
    const answer = await served.send('POST', commands, { as: 'agency-head', body: { to: '2022-05-31', reason } });
    expect(answer.status).toBe(400);
  });

  test.each([10_000, 200_000])('nested %d levels deep is malformed, not broken', async (levels) => {
    for (const content of [`{"reason":${'['.repeat(levels)}${']'.repeat(levels)}}`, `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`]) {
      const answer = await served.send('POST', commands, { as: 'agency-head', raw: { content, type: 'application/json' } });
      expect([answer.status, answer.body.errors?.[0]?.code]).toEqual(content.length > 1_000_000 ? [413, undefined] : [400, 'too_deep']);
    }
  });

  test.each([
    ['what is not UTF-8', {}, 400],
    ['a packing that it has not', { 'content-encoding': 'gzip' }, 400],
    ['a packing that nobody knows', { 'content-encoding': 'x-khong-co' }, 415],
  ])('with %s is refused, not broken, and not kept as something else', async (_, headers, then) => {
    const content = new Uint8Array(Buffer.concat([Buffer.from('{"to":"2022-05-31","reason":"a'), Buffer.from([0xff]), Buffer.from('"}')]));
    const answer = await served.send('POST', commands, { as: 'agency-head', raw: { content, type: 'application/json' }, headers });
    expect(answer.status).toBe(then);
    if (then === 400) expect(answer.body.errors).toMatchObject([{ in: 'body', pointer: '', code: 'unreadable_body' }]);
  });

  test('beyond 1 MB is too large', async () => {
    const answer = await served.send('POST', commands, { as: 'agency-head', body: { reason: 'x'.repeat(1_100_000) } });
    expect(answer.status).toBe(413);
  });
});

describe('an address', () => {
  test.each(['/api/khong-co', '/api/schemes/%00', '/api/schemes/a%2Fb', `/api/schemes/${'a'.repeat(300)}`, '/khong-co'])(
    'that is none, %s: 404',
    async (path) => {
      expect((await served.send('GET', path, { as: 'auditor' })).status).toBe(404);
    },
  );

  test('with broken percent signs: 400', async () => {
    expect((await served.send('GET', '/api/schemes/%zz', { as: 'auditor' })).status).toBe(400);
  });

  test('of a command that does not exist, or that the process alone gives: 404', async () => {
    for (const command of ['khong-co', 'note-decision', 'fulfil', 'strike-clock', 'open-round']) {
      expect((await served.send('POST', `/api/rounds/${round2022}/commands/${command}`, { as: 'agency-head', body: {} })).status).toBe(404);
    }
  });
});

describe('a rule that says no', () => {
  test('is told with its key, its ground, how sure that is, and how to go on', async () => {
    const answer = await served.send('POST', '/api/schemes', {
      as: 'host-drafter.vecom',
      body: { roundId: round2022, proposal: { title: 'Thử', contentItem: '99z' } },
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      rule: 'proposal.content-unknown',
      messageKey: 'proposal.content-unknown',
      legalBasis: 'Quyết định 645/QĐ-TTg, Phụ lục II',
      certainty: 'seed',
      values: { contentItem: '99z' },
    });
    expect(answer.body.detail).toContain('99z');
  });

  test('for a role that is not yours is 403', async () => {
    const answer = await served.send('POST', `/api/rounds/${round2022}/commands/extend-round`, {
      as: 'agency-officer',
      body: { to: '2022-05-31', reason: 'Thêm thời gian' },
    });
    expect(answer.status).toBe(403);
    expect(answer.body.rule).toBe('role.not-yours');
  });

  test('for a state in which it cannot come is 409', async () => {
    const answer = await served.send('POST', `/api/rounds/${round2022}/commands/finish-round`, { as: 'agency-head', body: {} });
    expect(answer.status).toBe(409);
    expect(answer.body.rule).toBe('state.not-now');
  });
});
