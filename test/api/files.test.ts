import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRound, round2022, type Served, serve } from './server.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const pdf = '%PDF-1.7\n%mẫu thử\n%%EOF\n';
const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
const upload = (content: string | Uint8Array<ArrayBuffer>, type: string, as = 'host-drafter.vecom', name = '') =>
  served.send('POST', `/api/files${name && `?name=${encodeURIComponent(name)}`}`, { as, raw: { content, type } });
const form = (content: string, name: string, fields: Record<string, string> = {}) => {
  const data = new FormData();
  for (const [key, value] of Object.entries(fields)) data.append(key, value);
  data.append('file', new Blob([content]), name);
  return { content: data };
};

describe('an upload', () => {
  test('is kept by its SHA-256, also when it comes twice', async () => {
    const first = await upload(pdf, 'application/pdf', 'host-drafter.vecom', 'Báo cáo kết quả.pdf');
    expect(first).toMatchObject({ status: 201, body: { sha256: sha256(pdf), mime: 'application/pdf', name: 'Báo cáo kết quả.pdf' } });
    expect((await upload(pdf, 'application/pdf')).body.sha256).toBe(first.body.sha256);
  });

  test('comes as a form too', async () => {
    const answer = await served.send('POST', '/api/files', { as: 'host-drafter.vecom', raw: form('a,b\n1,2\n', 'Danh sách.csv') });
    expect(answer).toMatchObject({ status: 201, body: { mime: 'text/csv', name: 'Danh sách.csv' } });
  });

  test.each([
    // what                            content                                     claimed             then
    ['a page that claims to be a PDF', '<html><script>alert(1)</script></html>', 'application/pdf', 415],
    ['a program', 'MZ\u0000\u0000', 'application/pdf', 415],
    ['a picture with script', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'text/csv', 415],
    ['nothing', '', 'application/pdf', 415],
    ['an unknown type', 'abc', 'application/zip', 415],
  ])('that is %s is not taken', async (_, content, type, then) => {
    expect((await upload(content, type)).status).toBe(then);
  });

  test('beyond 25 MB is cut off, and nothing of it stays', async () => {
    const large = new Uint8Array(25_000_001);
    large.set(Buffer.from('%PDF-1.7'));
    expect((await upload(large, 'application/pdf')).status).toBe(413);
    expect(await served.parts.files.size(sha256(large))).toBeNull();
  });

  test('without a file, or in a broken form, is malformed', async () => {
    const empty = new FormData();
    empty.append('title', 'không có tệp');
    expect((await served.send('POST', '/api/files', { as: 'auditor', raw: { content: empty } })).status).toBe(400);
    const broken = { content: '--x\r\nContent-Disp', type: 'multipart/form-data; boundary=x' };
    expect((await served.send('POST', '/api/files', { as: 'auditor', raw: broken })).status).toBe(400);
    expect((await served.send('POST', '/api/files', { as: 'auditor', raw: { content: 'x', type: 'multipart/form-data' } })).status).toBe(
      400,
    );
  });
});

describe('a kept file', () => {
  const path = `/api/files/${sha256(pdf)}`;

  test('goes to who uploaded it, whole or in part, under its name', async () => {
    const whole = await served.send('GET', path, { as: 'host-drafter.vecom' });
    expect(whole).toMatchObject({ status: 200, body: pdf });
    expect(whole.headers.get('content-disposition')).toBe(
      `inline; filename="Bao cao ket qua.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20k%E1%BA%BFt%20qu%E1%BA%A3.pdf`,
    );
    expect(whole.headers.get('etag')).toBe(`"${sha256(pdf)}"`);
    const part = await served.send('GET', path, { as: 'host-drafter.vecom', headers: { range: 'bytes=0-7' } });
    expect([part.status, part.body, part.headers.get('content-range')]).toEqual([206, '%PDF-1.7', `bytes 0-7/${Buffer.byteLength(pdf)}`]);
    expect((await served.send('GET', path, { as: 'host-drafter.vecom', headers: { range: 'bytes=-6' } })).body).toBe('%%EOF\n');
    expect((await served.send('GET', path, { as: 'host-drafter.vecom', headers: { range: 'bytes=9999-' } })).status).toBe(416);
    expect((await served.send('GET', path, { as: 'host-drafter.vecom', headers: { 'if-none-match': `"${sha256(pdf)}"` } })).status).toBe(
      304,
    );
  });

  test('is as If-None-Match says, in a list and as a proxy weakens it', async () => {
    for (const tag of [`W/"${sha256(pdf)}"`, `"x", "${sha256(pdf)}"`, '*']) {
      expect((await served.send('GET', path, { as: 'host-drafter.vecom', headers: { 'if-none-match': tag } })).status).toBe(304);
    }
    expect((await served.send('GET', path, { as: 'host-drafter.vecom', headers: { 'if-none-match': '"x"' } })).status).toBe(200);
  });

  test('that two people hand in goes to both, each under their own name for it', async () => {
    await upload(pdf, 'application/pdf', 'host-drafter.dak-nong', 'Của Đắk Nông.pdf');
    const theirs = await served.send('GET', path, { as: 'host-drafter.dak-nong' });
    expect([theirs.status, theirs.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('"Cua Dak Nong.pdf"')]);
    expect((await served.send('GET', path, { as: 'host-drafter.vecom' })).headers.get('content-disposition')).toContain('Bao cao');
  });

  test('has a name without signs that hide or turn it', async () => {
    const { body } = await upload('%PDF-1.4 tên', 'application/pdf', 'host-drafter.vecom', '../a\u0007b\u202efdp.pdf');
    expect(body.name).toBe('abfdp.pdf');
    const emoji = await served.send('POST', '/api/files', {
      as: 'host-drafter.vecom',
      raw: form('%PDF-1.4 dài', `${'😀'.repeat(200)}a.pdf`),
    });
    expect((await served.send('GET', `/api/files/${emoji.body.sha256}`, { as: 'host-drafter.vecom' })).status).toBe(200);
  });

  test('is not there for others', async () => {
    expect((await served.send('GET', path, { as: 'agency-head' })).status).toBe(404);
    expect((await served.send('GET', `/api/files/${'0'.repeat(64)}`, { as: 'agency-head' })).status).toBe(404);
  });
});

describe('a file that a thing names', () => {
  const printed = '%PDF-1.7 tờ trình %%EOF';
  const evidence = '%PDF-1.7 thuyết minh %%EOF';
  const get = async (content: string, as: string) =>
    (await served.send('GET', `/api/files/${sha256(content)}?thing=${round2022}`, { as })).status;

  test('goes to whoever may see it named; a document’s PDF only to whoever may know of the document', async () => {
    await openRound(served);
    await served.parts.files.put(Buffer.from(printed));
    await upload(evidence, 'application/pdf', 'agency-officer');
    const { data } = await served.parts.reader.thing.findUniqueOrThrow({ where: { id: round2022 } });
    const named = { ...(data as object), documents: [{ file: sha256(printed) }], ranking: [{ file: sha256(evidence) }] };
    await served.parts.reader.thing.update({ where: { id: round2022 }, data: { data: named } });
    const document = { type: 'submission', title: 'Tờ trình', issuerId: 'cuc-tmdt-kts', subjects: [], createdAt: new Date() };
    await served.parts.reader.document.create({
      data: { ...document, id: 'to-trinh', state: 'issued', code: 'TOTRINH', file: sha256(printed), readers: ['org:cuc-tmdt-kts'] },
    });
    for (const content of [printed, evidence]) {
      expect(await get(content, 'agency-head')).toBe(200);
      expect(await get(content, 'host-drafter.vecom')).toBe(404);
      expect(await get(content, 'administrator')).toBe(404);
    }
  });
});

describe('a plan', () => {
  const annex = readFileSync('prisma/seed/plans/binh-dinh-annex.csv', 'utf8');

  test('comes in as its file; its sums are done again and every difference is told', async () => {
    const taken = await served.send('POST', '/api/plans', {
      as: 'province-officer.binh-dinh',
      raw: form(annex, 'Phụ lục.csv', { title: 'Kế hoạch 4157' }),
    });
    expect(taken.status).toBe(201);
    const plan = (await served.send('GET', `/api/plans/${taken.body.id}`, { as: 'agency-officer' })).body;
    expect(plan).toMatchObject({ title: 'Kế hoạch 4157', provinceId: 'ubnd-tinh-binh-dinh', totalDong: 6_860_000_000 });
    expect(plan.differences.length).toBeGreaterThan(0);
    expect(plan.differences[0]).toMatchObject({
      kind: expect.stringMatching(/^(sum|share|total)$/),
      printed: expect.any(Number),
      computed: expect.any(Number),
    });
    const file = await served.send('GET', `/api/files/${plan.file}?thing=${plan.id}`, { as: 'agency-officer' });
    expect(file.status).toBe(200);
    expect((await served.send('GET', `/api/plans/${taken.body.id}`, { as: 'host-head.vecom' })).status).toBe(404);
  });

  test.each([
    // what               content          type         then
    ['no table', 'xin chào', 'text/csv', 400],
    ['nothing', '', 'text/csv', 400],
    ['another file', pdf, 'text/csv', 415],
    ['another type', '{}', 'application/json', 415],
    ['too much', 'a,b\n'.repeat(1_500_000), 'text/csv', 413],
  ])('with %s is told so', async (_, content, type, then) => {
    const answer = await served.send('POST', '/api/plans', { as: 'province-officer.binh-dinh', raw: { content, type } });
    expect(answer.status).toBe(then);
  });

  test('of another province is refused, and what the form does not know is malformed', async () => {
    const other = { as: 'province-officer.dak-nong', raw: form(annex, 'a.csv', { provinceId: 'ubnd-tinh-binh-dinh' }) };
    expect((await served.send('POST', '/api/plans', other)).status).toBe(403);
    const odd = { as: 'province-officer.dak-nong', raw: form(annex, 'a.csv', { tinh: 'x' }) };
    expect((await served.send('POST', '/api/plans', odd)).status).toBe(400);
  });
});
