import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPackage } from '../../archive/check-package.ts';
import { rebuild } from '../../commit/rebuild.ts';
import { readEnvironment } from '../../config/environment.ts';
import { edxmlOf } from '../../domain/document/edxml/edxml-of.ts';
import { decision } from '../../domain/document/examples.ts';
import type { DocumentRecord } from '../../domain/document/state.ts';
import type { Scheme } from '../../domain/scheme/state.ts';
import { openIdentifiers } from '../../exchange/identifiers.ts';
import { makeBucket } from '../../files/s3-bucket.ts';
import { placeOf } from '../../files/store.ts';
import { accept, advance, pay, settle, file as settlementFile } from '../support/carrying-out.ts';
import { vecom } from '../support/cast.ts';
import { decisionToSign } from '../support/drafts.ts';
import { openGate } from '../support/gate.ts';
import { million, underContract } from '../support/lives.ts';
import { objectStoreInMemory } from '../support/object-store.ts';
import { derivedRows } from '../support/tables.ts';
import { ownTemporal } from '../support/temporal.ts';
import { workerProcess } from '../support/worker-process.ts';
import { freshWorld } from '../support/world.ts';

/** Another system's end of the exchange: it takes a packet down, and then says so, unless it is held back. */
async function otherEnd(kept: () => Promise<void>) {
  const packets: { id: string; packet: string }[] = [];
  const server = createServer(async (request, response) => {
    packets.push({ id: String(request.headers['idempotency-key']), packet: (await buffer(request)).toString() });
    await kept();
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    packets,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('a core worker that dies when a packet has gone out, a packet has come in, and a deposit lies in the store, and nobody knows of it yet', () => {
  const atExchange = openGate();
  const atStore = openGate();
  let world: Awaited<ReturnType<typeof freshWorld>>;
  let store: Awaited<ReturnType<typeof objectStoreInMemory>>;
  let other: Awaited<ReturnType<typeof otherEnd>>;
  let temporal: Awaited<ReturnType<typeof ownTemporal>>;
  let worker: ReturnType<typeof workerProcess>;
  let dataDir: string;
  let document: string;
  let scheme: string;

  const rowsOf = async (text: string, values: unknown[] = []) => (await world.database.query(text, values)).rows;
  const dataOf = async <Data>(id: string): Promise<Data> => (await rowsOf('SELECT data FROM thing WHERE id = $1', [id]))[0]?.data;
  const folder = (name: string): string => join(dataDir, 'exchange', name);
  const listed = (name: string): string[] => {
    mkdirSync(folder(name), { recursive: true });
    return readdirSync(folder(name)).toSorted();
  };

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'crash-'));
    [world, store, other, temporal] = await Promise.all([
      freshWorld(),
      objectStoreInMemory({ kept: atStore.pass }),
      otherEnd(atExchange.pass),
      ownTemporal(),
    ]);
    const settings = {
      ...{ S3_ENDPOINT: store.endpoint, S3_BUCKET: 'files', S3_ACCESS_KEY: 'key', S3_SECRET_KEY: 'geheim' },
      EXCHANGE_URL: other.url,
    };
    const of = { DATABASE_URL: world.url, TEMPORAL_ADDRESS: temporal.address, DATA_DIR: dataDir, REHEARSAL: '2022-01-10' };
    const environment = readEnvironment({ ...of, ...settings });
    if (environment.s3) await makeBucket(environment.s3);

    scheme = await closedScheme();
    document = await signedDecision();
    // Not seen to here: what these two owe is left for the worker.
    await world.give('scheme', scheme, 'archive-scheme', {}, { by: vecom.clerk });
    await world.give('document', document, 'issue', {}, { by: vecom.clerk });
    for (const { file } of await rowsOf('SELECT file FROM document WHERE file IS NOT NULL'))
      store.objects.set(`/files/${placeOf(file)}`, await world.files.get(file));
    packetLiesThere(openIdentifiers(environment).organId('bo-cong-thuong') ?? '');

    atExchange.shut();
    atStore.shut();
    worker = workerProcess('workflows/worker.ts', environment, settings);
    await Promise.all([atExchange.someWait(), atStore.someWait(2)]);
    await worker.dies();
    atStore.open();
    atExchange.letThrough();
    await atExchange.someWait();
    await worker.dies();
    atExchange.open();
    for (const end = Date.now() + 120_000; ; await pause(100)) {
      const owed = await rowsOf("SELECT FROM owed WHERE what IN ('exchange', 'deposit') AND done_at IS NULL");
      if (owed.length === 0 && listed('done').length === 2) break;
      if (Date.now() > end) throw new Error('Waited in vain for the packet and the package.');
    }
  }, 300_000);
  afterAll(async () => {
    atExchange.open();
    atStore.open();
    await worker?.stop();
    await Promise.all([world?.close(), store?.close(), other?.close(), temporal?.close()]);
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** A scheme at the end of its life. */
  async function closedScheme(): Promise<string> {
    const [work] = await underContract(world, [vecom]);
    if (!work) throw new Error('no scheme');
    await advance(world, work, 30 * million);
    await accept(world, work);
    await pay(world, work, work.sumDong, 20 * million);
    await settlementFile(world, work, work.sumDong);
    await settle(world, work, work.sumDong, work.sumDong);
    await world.act(vecom.officerHead, 'scheme', work.id, 'close-scheme', {});
    return work.id;
  }

  /** A document to be sent to another house. */
  async function signedDecision(): Promise<string> {
    const id = await decisionToSign(world);
    await world.act(vecom.signer, 'document', id, 'prepare-signature');
    await world.act(vecom.signer, 'document', id, 'embed-signature', { digest: (await dataOf<DocumentRecord>(id)).prepared?.digest });
    return id;
  }

  /** Another house's letter, in the folder from which packets are taken. */
  function packetLiesThere(organId: string): void {
    const picture = Buffer.from('\u0089PNG của một tờ trình', 'latin1').toString('base64');
    const packet = edxmlOf(
      { ...decision, number: 7, date: '2022-01-07', symbol: 'CV-STC' },
      {
        from: { organId: 'NGOAI.01', organName: 'Sở Tài chính tỉnh ngoài' },
        to: [{ organId, organName: 'Bộ Công Thương' }],
        attachments: [{ name: 'trang-1.png', mime: 'image/png', description: '', data: picture }],
      },
    );
    listed('in');
    writeFileSync(folder('.written'), packet);
    renameSync(folder('.written'), join(folder('in'), 'cong-van.edxml'));
  }

  test('one packet has gone out, under one name and with the same words each time, and its arrival is taken down once', async () => {
    expect(other.packets.length).toBeGreaterThanOrEqual(3);
    expect(new Set(other.packets.map(({ id }) => id)).size).toBe(1);
    expect(new Set(other.packets.map(({ packet }) => packet)).size).toBe(1);
    expect(await rowsOf("SELECT count(*)::int FROM fact WHERE thing_id = $1 AND type = 'receipt-confirmed'", [document])).toEqual([
      { count: 1 },
    ]);
    expect((await dataOf<DocumentRecord>(document)).recipients).toEqual([
      expect.objectContaining({ organisationId: 'vecom', status: '01' }),
    ]);
  });

  test('one package lies in the store, whole, and is taken down once', async () => {
    const packages = [...store.objects.values()].filter((one) => one.includes('manifest.json'));
    expect(packages).toHaveLength(1);
    expect((await checkPackage(packages[0] ?? Buffer.alloc(0))).wrong).toEqual([]);
    const { deposit } = await dataOf<Scheme>(scheme);
    expect(store.objects.get(`/files/${placeOf(deposit?.file ?? '')}`)).toBe(packages[0]);
    expect(await rowsOf("SELECT count(*)::int FROM fact WHERE thing_id = $1 AND type = 'deposited'", [scheme])).toEqual([{ count: 1 }]);
  });

  test('one letter stands in the register of arrivals, with one number', async () => {
    expect(await rowsOf('SELECT number, symbol FROM incoming')).toEqual([{ number: 1, symbol: '07/CV-STC' }]);
    expect(await rowsOf("SELECT count(*)::int FROM fact WHERE type = 'incoming-registered'")).toEqual([{ count: 1 }]);
    expect([listed('in'), listed('refused'), listed('done')]).toEqual([[], [], ['cong-van.edxml', 'cong-van.edxml.json']]);
    expect(JSON.parse(readFileSync(join(folder('done'), 'cong-van.edxml.json'), 'utf8'))).toMatchObject({ status: '03' });
  });

  test('all tables are the same when made anew from the facts', async () => {
    const before = await derivedRows(world.at);
    await rebuild(world.at);
    expect(await derivedRows(world.at)).toEqual(before);
  });
});
