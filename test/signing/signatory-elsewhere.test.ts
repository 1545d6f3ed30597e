import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openFiles } from '../../files/open-files.ts';
import { buildApp } from '../../server/app.ts';
import { openParts } from '../../server/open-parts.ts';
import { openApi } from '../../signatures/agent/api.ts';
import { serveAgent } from '../../signatures/agent/serve.ts';
import { certifiedOverHttp, listening } from '../../signatures/test-kit.ts';
import { certificatesOf } from '../../workflows/activities/pdf/certificate.ts';
import { draftedPaper } from '../support/papers.ts';
import { provenFields } from '../support/proven.ts';
import { type RunningSystem, runningSystem } from '../support/running.ts';
import { openCentralRound } from '../support/steps.ts';
import { reached, recordOf } from '../support/to-sign.ts';

const password = 'mau-thu-2022';

describe('a contract whose other side keeps its key on its own computer', () => {
  let on: RunningSystem;
  let opened: ReturnType<typeof openParts>;
  let folder: string;
  let url: string;
  let agent: string;
  let id: string;
  const servers: Server[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'signatory-'));
    const development = { kind: 'development' };
    const elsewhere = { 'host-head.vecom': { key: { kind: 'own-computer' } } };
    const settings = { persons: elsewhere, others: { persons: development, organisations: development } };
    writeFileSync(join(folder, 'signers.json'), JSON.stringify(settings));
    on = await runningSystem({ renders: true, settings: { SIGNERS: join(folder, 'signers.json') } });
    await openCentralRound(on);
    id = await draftedPaper(on, 'contract', ['agency-head', 'host-head.vecom']);
    opened = openParts({ ...on.environment, logLevel: 'silent' });
    servers.push(buildApp(opened.parts).listen(0, '127.0.0.1'));
    url = await listening(servers[0] as Server);
    await asked();
    const { name = '', organisation = '' } = (await recordOf(on, id)).signatories?.[1] ?? {};
    const holder = { kind: 'person', id: 'host-head.vecom', name, organisation } as const;
    const signer = await certifiedOverHttp(inject('authority').AUTHORITY_URL ?? '', holder);
    servers.push(serveAgent(await openApi(url, 'host-head.vecom@mau.test', password), signer));
    agent = await listening(servers[1] as Server);
  });
  afterAll(async () => {
    for (const one of servers) {
      one.closeAllConnections();
      one.close();
    }
    opened?.stopWaiting();
    await opened?.close();
    await on?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const asked = () => on.until('they are asked', "SELECT 1 FROM waiting WHERE thing_id = $1 AND holder = 'person:host-head.vecom'", [id]);

  async function actionsOf(person: string): Promise<string[]> {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ email: `${person}@mau.test`, password });
    const session = (await (await fetch(`${url}/api/session`, { method: 'POST', headers, body })).json()) as { token: string };
    const answer = await fetch(`${url}/api/documents/${id}`, { headers: { authorization: `Bearer ${session.token}` } });
    return ((await answer.json()) as { actions: { command: string }[] }).actions.map(({ command }) => command);
  }

  test('has the file as the others have signed it wait for them, in their inbox and by a letter', async () => {
    const { signed, prepared, refusedSignature } = await recordOf(on, id);
    expect([await on.stateOf(id), signed, prepared?.pending?.field]).toEqual(['rendering', ['ChuKyA'], 'ChuKyB']);
    expect(refusedSignature?.rule).toBe('signature.key-elsewhere');
    await on.until('a letter tells them', "SELECT 1 FROM letter WHERE thing_id = $1 AND subject LIKE 'Văn bản chờ ông/bà ký%'", [id]);
  });

  test('offers the signature to them alone', async () => {
    expect(await actionsOf('host-head.vecom')).toEqual(['embed-signature']);
    expect(await actionsOf('agency-head')).toEqual([]);
    const { prepared } = await recordOf(on, id);
    const outcome = await on.give('document', id, 'embed-signature', { digest: prepared?.digest }, { by: 'agency-head' });
    expect(outcome.refused?.rule).toBe('signature.another-began');
  });

  test('asks them again where they have the system sign, which has no key of theirs', async () => {
    const { prepared } = await recordOf(on, id);
    await on.give('document', id, 'embed-signature', { digest: prepared?.digest }, { by: 'host-head.vecom' });
    await on.until('it is refused again', "SELECT 1 FROM fact WHERE thing_id = $1 AND type = 'signature-refused' OFFSET 1", [id]);
    await asked();
    const { prepared: left, given, signed } = await recordOf(on, id);
    expect([left?.pending?.field, left?.pending?.base, given, signed]).toEqual(['ChuKyB', prepared?.pending?.base, null, ['ChuKyA']]);
  });

  test('is signed by their helper, and goes its way', async () => {
    expect(await (await fetch(agent)).text()).toContain(`/documents/${id}`);
    const text = await (await fetch(`${agent}/documents/${id}`)).text();
    const { prepared, signatories } = await recordOf(on, id);
    for (const part of [prepared?.pending?.base, signatories?.[1]?.name]) expect(text).toContain(part);
    const mark = /name="mark" value="(\w+)"/.exec(text)?.[1] ?? '';
    const answer = await fetch(`${agent}/documents/${id}`, {
      method: 'POST',
      body: new URLSearchParams({ mark }),
      headers: { Origin: agent },
    });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Đã ký')]);
    await reached(on, id, 'issued');
    const { file, prepared: left, given } = await recordOf(on, id);
    const roots = certificatesOf(readFileSync(inject('authority').TRUST_ANCHORS ?? '', 'utf8'));
    const fields = provenFields(await openFiles(on.environment).get(file ?? ''), roots);
    expect(fields).toEqual(['ChuKyA', 'ChuKyB', 'ConDauA', 'ConDauB', 'DauThoiGian']);
    expect([left?.pending, given]).toEqual([undefined, null]);
  });
});
