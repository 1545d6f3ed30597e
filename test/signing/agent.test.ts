import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { openParts } from '../../server/open-parts.ts';
import { type Api, openApi } from '../../signatures/agent/api.ts';
import { serveAgent } from '../../signatures/agent/serve.ts';
import type { Signer } from '../../signatures/signer.ts';
import { certifiedOverHttp, listening, messageBy } from '../../signatures/test-kit.ts';
import { type RunningSystem, runningSystem } from '../support/running.ts';
import { openCentralRound } from '../support/steps.ts';
import { preparedDecision, reached, recordOf } from '../support/to-sign.ts';

const authority = () => inject('authority').AUTHORITY_URL ?? '';
const of = (name: string) => ({ kind: 'person' as const, id: 'signer', name, organisation: 'Bộ Công Thương' });

describe('the helper on the Minister’s own computer', () => {
  let on: RunningSystem;
  let opened: ReturnType<typeof openParts>;
  let server: Server;
  let url: string;
  let id: string;
  let minister: Signer;
  let api: Api;
  let agent: string;
  const agents: Server[] = [];

  beforeAll(async () => {
    on = await runningSystem({ renders: true });
    await openCentralRound(on);
    id = await preparedDecision(on);
    opened = openParts({ ...on.environment, logLevel: 'silent' });
    server = buildApp(opened.parts).listen(0, '127.0.0.1');
    url = await listening(server);
    api = await openApi(url, 'signer@mau.test', 'mau-thu-2022');
    minister = await certifiedOverHttp(authority(), of((await recordOf(on, id)).signer?.name ?? ''));
    agent = await helper(minister);
  });
  afterAll(async () => {
    for (const one of [server, ...agents]) {
      one?.closeAllConnections();
      one?.close();
    }
    opened?.stopWaiting();
    await opened?.close();
    await on?.close();
  });

  async function helper(signer: Signer): Promise<string> {
    const started = serveAgent(api, signer);
    agents.push(started);
    return listening(started);
  }
  const markOn = (text: string): string => /name="mark" value="(\w+)"/.exec(text)?.[1] ?? '';
  const post = (to: string, mark: string, headers: Record<string, string> = {}) =>
    fetch(`${to}/documents/${id}`, { method: 'POST', body: new URLSearchParams({ mark }), headers });

  test('lists what waits for them', async () => {
    expect(await (await fetch(agent)).text()).toContain(`/documents/${id}`);
  });

  test('shows what is about to be signed: title, number, issuer, digest, certificate and the pages', async () => {
    const text = await (await fetch(`${agent}/documents/${id}`)).text();
    const { title, symbol, prepared, signer, content } = await recordOf(on, id);
    for (const part of [title, symbol, content.issuer.name, prepared?.digest, signer?.name, content.abstract]) expect(text).toContain(part);
    const file = await fetch(`${agent}/documents/${id}/file.pdf`);
    expect([
      file.headers.get('content-type'),
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ]).toEqual(['application/pdf', '%PDF-']);
  });

  test.each<[what: string, ask: (mark: string) => Promise<Response>, status: number]>([
    ['without its mark', () => post(agent, ''), 403],
    ['with another mark', () => post(agent, 'a'.repeat(48)), 403],
    ['from another page', (mark) => post(agent, mark, { Origin: 'https://lua.example' }), 403],
    ['for what does not exist', () => fetch(`${agent}/khac`), 404],
  ])('does nothing for a request %s', async (_what, ask, status) => {
    const mark = markOn(await (await fetch(`${agent}/documents/${id}`)).text());
    expect((await ask(mark)).status).toBe(status);
    expect(await on.stateOf(id)).toBe('prepared');
  });

  test('tells why a signature was not taken: somebody else’s certificate', async () => {
    const other = await helper(await certifiedOverHttp(authority(), of('Trần Thị Mẫu')));
    const answer = await post(other, markOn(await (await fetch(`${other}/documents/${id}`)).text()));
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Chứng thư số cấp cho “Trần Thị Mẫu”');
    expect(await on.stateOf(id)).toBe('prepared');
  });

  test.each<[what: string, given: (digest: Buffer) => Promise<object>, status: number, rule: string]>([
    [
      'over another file',
      async () => ({ cms: (await messageBy(minister, Buffer.alloc(32, 7))).toString('base64') }),
      409,
      'signature.other-digest',
    ],
    ['that is no signature', async () => ({ cms: Buffer.from('không phải CMS').toString('base64') }), 422, 'signature.broken'],
    [
      'whose value is of something else',
      async () => ({
        value: (await minister.sign(Buffer.from('khác'))).toString('base64'),
        certificates: [await minister.certificate(), ...(await minister.chain())].map((one) => one.toString('base64')),
      }),
      422,
      'signature.broken',
    ],
  ])('the system takes no signature %s, and says by which rule', async (_what, given, status, rule) => {
    const { prepared } = await recordOf(on, id);
    const session = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'signer@mau.test', password: 'mau-thu-2022' }),
    });
    const { token } = (await session.json()) as { token: string };
    const signature = await given(Buffer.from(prepared?.pending?.digest ?? '', 'hex'));
    const answer = await fetch(`${url}/api/documents/${id}/commands/embed-signature`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ digest: prepared?.digest, signature }),
    });
    expect([answer.status, ((await answer.json()) as { rule: string }).rule]).toEqual([status, rule]);
    expect(await on.stateOf(id)).toBe('prepared');
  });

  test('signs once they say so, and the document goes its way', async () => {
    const answer = await post(agent, markOn(await (await fetch(`${agent}/documents/${id}`)).text()), { Origin: agent });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Đã ký')]);
    await reached(on, id, 'signed');
  });
});
