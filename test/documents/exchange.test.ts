import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnvironment } from '../../config/environment.ts';
import { edxmlOf, type Sending } from '../../domain/document/edxml/edxml-of.ts';
import { decision } from '../../domain/document/examples.ts';
import type { DocumentRecord } from '../../domain/document/state.ts';
import { openIdentifiers } from '../../exchange/identifiers.ts';
import { readPacket } from '../../exchange/read-packet.ts';
import { type Receipt, type TakingIn, takeIn } from '../../exchange/take-in.ts';
import { exchange } from '../../workflows/activities/exchange/exchange.ts';
import { openOutlet } from '../../workflows/activities/exchange/outlet.ts';
import { takeInFolder } from '../../workflows/packet-folder.ts';
import { type Served, serve } from '../api/server.ts';
import { vecom } from '../support/cast.ts';
import { issue, openRound } from '../support/deciding.ts';
import { draftDecision } from '../support/drafts.ts';
import { million } from '../support/lives.ts';
import { freshWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof freshWorld>>;
let folder: string;
beforeAll(async () => {
  world = await freshWorld();
  await openRound(world, vecom, 1_000 * million);
  folder = mkdtempSync(join(tmpdir(), 'exchange-'));
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const settings = readEnvironment({ REHEARSAL: '2022-01-10', EXCHANGE_FOLDER: '/nowhere' });
const identifiers = openIdentifiers(settings);
const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');

describe('a packet that goes out', () => {
  /** The obligation of an issued decision (and of its recall), to be carried out again. */
  async function owedExchange(recalled = false): Promise<{ id: string; key: string }> {
    const id = await draftDecision(world);
    await issue(world, vecom, id);
    if (recalled) await world.act('clerk', 'document', id, 'recall', { reason: 'Ban hành nhầm' });
    const { rows } = await world.database.query<{ key: string }>(
      "UPDATE owed SET done_at = NULL WHERE thing_id = $1 AND what = 'exchange' RETURNING key",
      [id],
    );
    return {
      id,
      key:
        rows
          .map(({ key }) => key)
          .toSorted()
          .at(recalled ? -1 : 0) ?? '',
    };
  }
  const dataOf = async (id: string) =>
    (await world.database.query<{ data: DocumentRecord }>('SELECT data FROM thing WHERE id = $1', [id])).rows[0]?.data as DocumentRecord;

  test('lies in the folder, one a receiver, once however often it is sent, and can be read by another system', async () => {
    const { id, key } = await owedExchange();
    const outlet = openOutlet({ exchangeUrl: undefined, exchangeToken: undefined, exchangeFolder: folder });
    const send = exchange({ committing: world.at, files: world.files as never, identifiers, outlet });
    await send(key);
    await world.database.query('UPDATE owed SET done_at = NULL WHERE key = $1', [key]);
    await send(key);
    const names = readdirSync(join(folder, 'out'));
    expect(names).toHaveLength(1);
    const document = await dataOf(id);
    const xml = readFileSync(join(folder, 'out', names[0] ?? ''), 'utf8');
    expect(xml).toContain(`<edXML:OrganId>${identifiers.organId('vecom')}</edXML:OrganId>`);
    const stamped = xml.replace(/<edXML:ContentTransferEncoded>[^<]*/, (found) => found); // the stand-in is no PDF, which a receiver would refuse
    expect(() => readPacket(Buffer.from(stamped))).toThrow('thuộc loại không được nhận');
    expect(xml).toContain(`value="${document.file}"`);
  });

  test('is sent to an address; that it arrived is taken down, and a failure is tried again', async () => {
    const { id, key } = await owedExchange();
    const asked: { headers: Record<string, string | string[] | undefined>; body: string }[] = [];
    const server = createServer(async (request, response) => {
      asked.push({ headers: request.headers, body: (await buffer(request)).toString() });
      response.statusCode = asked.length === 1 ? 503 : 200;
      response.end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const exchangeUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/packets`;
    const outlet = openOutlet({ exchangeUrl, exchangeToken: 'mau-thu', exchangeFolder: folder });
    const send = exchange({ committing: world.at, files: world.files as never, identifiers, outlet });
    await expect(send(key)).rejects.toThrow('503');
    await send(key);
    await new Promise((resolve) => server.close(resolve));
    expect(asked.map(({ headers }) => [headers.authorization, headers['idempotency-key']])).toEqual(
      [asked[0], asked[0]].map((one) => ['Bearer mau-thu', one?.headers['idempotency-key']]),
    );
    expect((await dataOf(id)).recipients[0]).toMatchObject({ status: '01', confirmed: null });
  });

  test('takes back what was recalled', async () => {
    const { key } = await owedExchange(true);
    const packets: string[] = [];
    const outlet = { send: async (_: string, packet: string) => ({ arrived: packets.push(packet) < 0 }) };
    await exchange({ committing: world.at, files: world.files as never, identifiers, outlet })(key);
    expect(packets).toHaveLength(1);
    expect(readPacket(Buffer.from(packets[0] ?? '')).packet).toMatchObject({ purpose: 'recall', reason: 'Ban hành nhầm', attachments: [] });
  });
});

describe('a packet that comes in', () => {
  const pdf = '%PDF-1.7\n%mẫu thử\n%%EOF\n';
  const attached = {
    name: 'van-ban.pdf',
    mime: 'application/pdf',
    description: '',
    data: Buffer.from(pdf).toString('base64'),
    sha256: sha256(pdf),
  };
  const letter = (number: number) => ({ ...decision, number, date: '2022-01-07', symbol: 'CV-STC' });
  const packet = (number: number, sending: Sending = {}): Buffer =>
    Buffer.from(
      edxmlOf(letter(number), {
        from: { organId: 'NGOAI.01', organName: 'Sở Tài chính tỉnh ngoài' },
        to: [{ organId: identifiers.organId('bo-cong-thuong') ?? '', organName: 'Bộ Công Thương' }],
        attachments: [attached],
        ...sending,
      }),
    );
  const taking = (): TakingIn => ({
    committing: world.at,
    files: world.files,
    identifiers,
    judge: async () => ({ broken: null, said: ['không có chữ ký số'] }),
  });
  const arrived = (bytes: Buffer): Promise<Receipt> => takeIn(taking(), bytes);

  test('comes into the register of its receiver, with its files, once however often it is sent', async () => {
    const first = await arrived(packet(1));
    expect(first).toMatchObject({
      status: '03',
      documentId: 'NGOAI.01,2022/01/07,01/CV-STC',
      entries: [{ organisationId: 'bo-cong-thuong' }],
    });
    expect((await arrived(packet(1))).entries).toEqual(first.entries);
    const { rows } = await world.database.query('SELECT author, symbol, exchange_id, files FROM incoming WHERE id = $1', [
      first.entries[0]?.id,
    ]);
    expect(rows).toEqual([
      { author: 'Sở Tài chính tỉnh ngoài', symbol: '01/CV-STC', exchange_id: 'NGOAI.01,2022/01/07,01/CV-STC', files: [attached.sha256] },
    ]);
    expect((await world.files.get(attached.sha256)).toString()).toBe(pdf);
  });

  test('of what a clerk has entered already keeps its number', async () => {
    const input = { author: 'Sở Tài chính tỉnh ngoài', symbol: '02/CV-STC', date: '2022-01-07', typeName: 'Công văn', subject: 'báo cáo' };
    const { result } = await world.act('clerk', 'incoming', null, 'register-incoming', input);
    expect((await arrived(packet(2))).entries[0]?.number).toBe(result.number);
  });

  test('that takes a document back closes its entry; of somebody else’s it does not', async () => {
    const { entries } = await arrived(packet(3));
    const back = { purpose: 'recall' as const, reason: 'Gửi nhầm', about: 'NGOAI.01,2022/01/07,03/CV-STC', attachments: [] };
    const other = await arrived(packet(3, { ...back, from: { organId: 'NGOAI.02', organName: 'Ai đó' } }));
    expect([other.status, await world.stateOf(entries[0]?.id ?? '')]).toEqual(['02', 'registered']);
    expect((await arrived(packet(3, back))).status).toBe('03');
    expect(await world.stateOf(entries[0]?.id ?? '')).toBe('taken-back');
  });

  const text = () => packet(9).toString();
  test.each<[string, () => Buffer, string]>([
    ['no XML', () => Buffer.from('không phải XML'), 'XML đúng chuẩn'],
    ['broken XML', () => Buffer.from(text().replace('</edXML:Subject>', '')), 'XML đúng chuẩn'],
    ['another encoding', () => Buffer.from(text(), 'utf16le'), 'UTF-8'],
    [
      'an entity from outside',
      () =>
        Buffer.from(
          text()
            .replace('<edXML:edXML ', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><edXML:edXML ')
            .replace(/<edXML:Subject>[^<]*/, '<edXML:Subject>&x;'),
        ),
      'DOCTYPE',
    ],
    ['entities that grow', () => Buffer.from(`<!DOCTYPE a [${'<!ENTITY a "aaaa">'}]>${text()}`), 'DOCTYPE'],
    ['nests without end', () => Buffer.from(`${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`), 'không đọc được'],
    ['no sender', () => Buffer.from(text().replace(/<edXML:From>.*?<\/edXML:From>/, '')), 'from'],
    ['no subject', () => Buffer.from(text().replace(/<edXML:Subject>[^<]*<\/edXML:Subject>/, '')), 'subject'],
    [
      'a subject beyond the regulation',
      () => Buffer.from(text().replace(/<edXML:Subject>[^<]*/, `<edXML:Subject>${'a'.repeat(501)}`)),
      'subject',
    ],
    ['an unknown business', () => Buffer.from(text().replace('<edXML:BussinessDocType>0', '<edXML:BussinessDocType>7')), '“7”'],
    ['no file', () => packet(9, { attachments: [] }), 'không có tệp'],
    ['a file that the manifest does not name', () => Buffer.from(text().replace(/<edXML:Reference>.*?<\/edXML:Reference>/, '')), 'bản kê'],
    ['a file that is not there', () => Buffer.from(text().replace('<edXML:ContentId>cid:tep-1', '<edXML:ContentId>cid:khac')), 'thiếu tệp'],
    [
      'a file with other bytes',
      () => Buffer.from(text().replace(attached.data, Buffer.from(`${pdf} `).toString('base64'))),
      'mã băm không khớp',
    ],
    [
      'a program for a file',
      () => packet(9, { attachments: [{ ...attached, data: 'TVqQAAMAAAAEAAAA', sha256: undefined as never }] }),
      'loại không được nhận',
    ],
    ['for nobody here', () => packet(9, { to: [{ organId: 'NGOAI.09', organName: 'Ai đó' }] }), 'không gửi cho cơ quan nào'],
    [
      'of tomorrow',
      () =>
        Buffer.from(
          edxmlOf(
            { ...letter(9), date: '2030-01-01' },
            {
              from: { organId: 'NGOAI.01' },
              to: [{ organId: identifiers.organId('vecom') ?? '', organName: 'VECOM' }],
              attachments: [attached],
            },
          ),
        ),
      'incoming.date-ahead',
    ],
  ])('with %s is refused, and nothing of it stays', async (_what, bytes, reason) => {
    const count = async () => (await world.database.query<{ n: string }>('SELECT count(*) AS n FROM incoming')).rows[0]?.n;
    const before = await count();
    const receipt = await arrived(bytes());
    expect([receipt.status, receipt.reason]).toEqual(['02', expect.stringContaining(reason)]);
    expect(await count()).toBe(before);
  });

  test('with a file changed after it was signed is refused', async () => {
    const judge = async () => ({ broken: 'nội dung bị thay đổi sau khi ký', said: [] });
    expect(await takeIn({ ...taking(), judge }, packet(10))).toMatchObject({
      status: '02',
      reason: expect.stringContaining('thay đổi sau khi ký'),
    });
  });

  test('lies in a folder: is taken in, and moved with its receipt', async () => {
    mkdirSync(join(folder, 'in'), { recursive: true });
    writeFileSync(join(folder, 'in', 'tot.edxml'), packet(11));
    writeFileSync(join(folder, 'in', 'hong.xml'), '<a>');
    writeFileSync(join(folder, 'in', '.dang-ghi.edxml'), 'half of it');
    expect(await takeInFolder(taking(), folder)).toBe(2);
    expect([readdirSync(join(folder, 'in')), readdirSync(join(folder, 'done')), readdirSync(join(folder, 'refused'))]).toEqual([
      ['.dang-ghi.edxml'],
      ['tot.edxml', 'tot.edxml.json'],
      ['hong.xml', 'hong.xml.json'],
    ]);
  });

  describe('over HTTP', () => {
    let served: Served;
    beforeAll(async () => {
      served = await serve({ DATABASE_URL: world.url, EXCHANGE_TOKEN: 'mau-thu-token' });
    });
    afterAll(() => served.close());
    const post = (content: Uint8Array<ArrayBuffer>, token?: string, type = 'application/xml') =>
      served.send('POST', '/exchange/packets', { raw: { content, type }, ...(token && { headers: { authorization: `Bearer ${token}` } }) });

    test('is the exchange’s alone', async () => {
      const content = Uint8Array.from(packet(12));
      expect([(await post(content)).status, (await post(content, 'another')).status]).toEqual([401, 401]);
      expect((await post(content, 'mau-thu-token', 'text/plain')).status).toBe(415);
    });

    test('is answered with what became of it, its PDF looked at', async () => {
      const answer = await post(Uint8Array.from(packet(12)), 'mau-thu-token');
      expect(answer).toMatchObject({ status: 200, body: { status: '02', reason: expect.stringContaining('tệp PDF hỏng') } });
    });
  });
});
