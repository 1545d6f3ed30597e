import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { factHash } from '../../commit/chain.ts';
import { draftScheme, openRound, round2022, type Served, serve } from './server.ts';

const Fact = z.object({
  seq: z.int(),
  type: z.string(),
  data: z.unknown(),
  at: z.string(),
  actor: z.object({ id: z.string() }),
  role: z.string().nullable(),
  commandId: z.string(),
  state: z.string(),
  hash: z.string(),
  previousHash: z.string(),
});

let served: Served;
let scheme: string;
beforeAll(async () => {
  served = await serve();
  await openRound(served);
  scheme = (await draftScheme(served)).body.id;
});
afterAll(() => served.close());

const proposal = (title: string) => ({ title, contentItem: '3a' });
const edit = (title: string, headers: Record<string, string> = {}) =>
  served.send('POST', `/api/schemes/${scheme}/commands/edit-proposal`, {
    as: 'host-drafter.vecom',
    body: { proposal: proposal(title) },
    headers,
  });

describe('creating', () => {
  test('answers 201 with id, sequence and state, and where it is', async () => {
    const answer = await draftScheme(served, 'Gian hàng chung');
    expect(answer).toMatchObject({ status: 201, body: { id: expect.any(String), seq: 1, state: 'draft', result: {} } });
    expect(answer.headers.get('location')).toBe(`/api/schemes/${answer.body.id}`);
    expect(answer.headers.get('etag')).toBe('"1"');
  });

  test('twice under one key makes one thing', async () => {
    const sent = {
      as: 'host-drafter.vecom',
      body: { roundId: round2022, proposal: proposal('Một lần') },
      headers: { 'idempotency-key': randomUUID() },
    };
    const [first, second] = await Promise.all([served.send('POST', '/api/schemes', sent), served.send('POST', '/api/schemes', sent)]);
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
  });
});

describe('a command', () => {
  test('answers 200, and the next look sees what it wrote', async () => {
    const answer = await edit('Tên mới');
    expect(answer).toMatchObject({ status: 200, body: { seq: expect.any(Number), state: 'draft' } });
    const seen = await served.send('GET', `/api/schemes/${scheme}`, { as: 'host-drafter.vecom' });
    expect(seen.body).toMatchObject({ seq: answer.body.seq, title: 'Tên mới', data: { proposal: { title: 'Tên mới' } } });
    expect(seen.headers.get('etag')).toBe(`"${answer.body.seq}"`);
  });

  test('under the same key with the same body gives the first answer again', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await edit('Lần một', headers);
    await edit('Lần hai');
    const again = await edit('Lần một', headers);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  test('under the same key with another body, or from another person, is 409', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    await edit('Thân này', headers);
    expect(await edit('Thân khác', headers)).toMatchObject({ status: 409, body: { rule: 'command.key-reused' } });
  });

  test.each(['1', 'x', '', '123e4567-e89b-12d3-a456-42661417400'])('with the key "%s", which is no UUID, is 400', async (key) => {
    const answer = await edit('Mã sai', { 'idempotency-key': key });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ in: 'header', pointer: '/Idempotency-Key' }] } });
  });

  test('with If-Match of what has changed since is 409 and says where it stands', async () => {
    const { seq } = (await edit('Bản A')).body;
    await edit('Bản B');
    expect(await edit('Bản C', { 'if-match': `"${seq}"` })).toMatchObject({ status: 409, body: { rule: 'thing.stale', seq: seq + 1 } });
    expect((await edit('Bản C', { 'if-match': `"${seq + 1}"` })).status).toBe(200);
    expect((await edit('Bản D', { 'if-match': 'W/"x"' })).status).toBe(400);
  });

  test('is refused the same way again under its key', async () => {
    const sent = { as: 'host-head.vecom', body: {}, headers: { 'idempotency-key': randomUUID() } };
    const first = await served.send('POST', `/api/schemes/${scheme}/commands/submit`, sent);
    expect(first.status).toBe(422);
    expect((await served.send('POST', `/api/schemes/${scheme}/commands/submit`, sent)).body).toEqual(first.body);
  });

  test('on what the caller may not know of is 404, as on what does not exist', async () => {
    const body = { proposal: proposal('Của người khác') };
    const hidden = await served.send('POST', `/api/schemes/${scheme}/commands/edit-proposal`, { as: 'host-drafter.binh-dinh', body });
    const nothing = await served.send('POST', `/api/schemes/${randomUUID()}/commands/edit-proposal`, {
      as: 'host-drafter.binh-dinh',
      body,
    });
    expect([hidden.status, hidden.body.detail]).toEqual([404, nothing.body.detail]);
  });

  test('with Prefer: wait holds its answer until nothing is owed, and no longer than asked', async () => {
    const began = performance.now();
    const answer = await served.send('POST', `/api/rounds/${round2022}/commands/extend-round`, {
      as: 'agency-head',
      body: { to: '2022-06-30', reason: 'Nhiều đơn vị cần thêm thời gian' },
      headers: { prefer: 'respond-async, wait=1' },
    });
    // Nobody works here, so that the call letter stays owed.
    expect(answer).toMatchObject({ status: 200, body: { state: 'open' } });
    expect(answer.headers.get('preference-applied')).toBe('wait=1');
    expect(performance.now() - began).toBeGreaterThan(950);
  });
});

describe('a thing', () => {
  test('says what this caller may do now, each with the schema of its body', async () => {
    const of = async (as: string) =>
      (await served.send('GET', `/api/schemes/${scheme}`, { as })).body.actions.map(({ command }) => command).toSorted();
    expect(await of('host-drafter.vecom')).toEqual(['discard-scheme', 'edit-proposal']);
    expect(await of('host-head.vecom')).toEqual(['submit']);
    expect(await of('auditor')).toEqual([]);
    const { actions } = (await served.send('GET', `/api/schemes/${scheme}`, { as: 'host-drafter.vecom' })).body;
    expect(actions.find(({ command }) => command === 'edit-proposal')?.schema).toMatchObject({ type: 'object', required: ['proposal'] });
  });

  test('shows its clocks with the rule that sets them, and what is owed', async () => {
    const { clocks, owed } = (await served.send('GET', `/api/rounds/${round2022}`, { as: 'agency-officer' })).body;
    expect(clocks).toMatchObject([
      { name: 'closing', due: '2022-06-30T16:59:59.999Z', paused: false, basis: expect.stringContaining('Quyết định') },
    ]);
    expect(owed.map(({ what }) => what)).toContain('draft-document');
  });

  test('is told anew to whoever asks again: what is owed, and who may act, changes without its sequence', async () => {
    const first = await served.send('GET', `/api/schemes/${scheme}`, { as: 'auditor' });
    const headers = { 'if-none-match': first.headers.get('etag')!, 'cache-control': 'max-age=0' };
    const again = await served.send('GET', `/api/schemes/${scheme}`, { as: 'host-drafter.vecom', headers });
    expect(again.status).toBe(200);
    expect(again.body.actions.map(({ command }) => command)).toContain('edit-proposal');
  });
});

describe('facts', () => {
  test('come in order, page by page, each chained to the one before', async () => {
    const path = `/api/schemes/${scheme}/facts`;
    const whole = (await served.send('GET', path, { as: 'auditor' })).body.items;
    expect(whole.map(({ seq }) => seq)).toEqual(whole.map((_, i) => i + 1));
    for (const [i, fact] of whole.entries()) {
      const { hash, previousHash, seq, type, data, at, role, commandId, state } = Fact.parse(fact);
      const taken = { thingId: scheme, seq, type, data, at, actor: Fact.parse(fact).actor.id, role, commandId, state };
      expect(factHash(previousHash, taken)).toBe(hash);
      if (i > 0) expect(previousHash).toBe(whole[i - 1]?.hash);
    }
    const first = (await served.send('GET', `${path}?limit=2`, { as: 'auditor' })).body;
    const second = (await served.send('GET', `${path}?limit=200&cursor=${first.next}`, { as: 'auditor' })).body;
    expect([...first.items, ...second.items]).toEqual(whole);
    expect(second.next).toBeNull();
  });

  test('name who acted, in which role', async () => {
    const [first] = (await served.send('GET', `/api/schemes/${scheme}/facts?limit=1`, { as: 'auditor' })).body.items;
    expect(first).toMatchObject({
      type: 'scheme-drafted',
      role: 'host-drafter',
      actor: { id: 'host-drafter.vecom', name: expect.stringMatching(/ /) },
    });
  });

  test('of a round show what is weighed only to those who weigh it', async () => {
    const { items } = (await served.send('GET', `/api/rounds/${round2022}/facts`, { as: 'host-drafter.vecom' })).body;
    expect(items.map(({ type }) => type)).toEqual(['round-opened', 'round-extended']);
    expect(items.every(({ data }) => data !== null)).toBe(true);
  });
});
