import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openExaminer } from '../../verification/examine-apart.ts';
import { issuedDecision, type Original } from '../../verification/test-kit.ts';
import { tamperings } from '../../verification/test-kit-tampering.ts';
import { certificatePem } from '../../workflows/activities/pdf/certificate.ts';
import { testRenderer } from '../../workflows/activities/pdf/test-kit.ts';
import { type Answered, type Served, serve } from './server.ts';

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
const code = 'ABCD2345EFGH6723';

let folder: string;
let served: Served;
let of: Original;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'));
  const renderer = await testRenderer({ pages: 1 });
  of = await issuedDecision(renderer);
  await renderer.close();
  writeFileSync(join(folder, 'trusted.pem'), certificatePem(of.authority.root.certificate));
  served = await serve({ TRUST_ANCHORS: join(folder, 'trusted.pem'), VERIFY_LIMIT: '100000' });
  await known('van-ban-1', { state: 'issued', code, file: (await served.parts.files.put(of.final)).sha256 });
  await known('van-ban-2', { state: 'draft', code: 'DRAF2345EFGH6723', file: null });
});
afterAll(async () => {
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A document in the register, with the data that its signatures follow from. */
async function known(id: string, row: { state: string; code: string; file: string | null; formerFiles?: string[] }): Promise<void> {
  const { reader } = served.parts;
  const { document } = of;
  const signer = { id: 'nguoi-ky', name: document.signatures[0]?.name ?? '' };
  const now = new Date();
  await reader.document.create({
    data: {
      ...row,
      id,
      type: 'approval-decision',
      title: 'Phê duyệt',
      issuerId: 'bo-cong-thuong',
      number: 5,
      symbol: '05/QĐ-BCT',
      date: new Date('2022-05-20'),
      readers: [],
      subjects: [],
      createdAt: now,
    },
  });
  await reader.thing.create({
    data: {
      id,
      kind: 'document',
      pack: '645-2021-2025',
      route: 'central',
      seq: 1,
      hash: '0'.repeat(64),
      state: row.state,
      data: JSON.parse(JSON.stringify({ content: document, signer, links: [] })),
      doers: {},
      readers: [],
      wakeSeq: 0,
      createdAt: now,
      updatedAt: now,
    },
  });
}

const put = (content: string | Buffer, query = ''): Promise<Answered> =>
  served.send('POST', `/verify${query}`, {
    raw: { content: typeof content === 'string' ? content : new Uint8Array(content), type: 'application/pdf' },
  });
type Told = { rule: string; result: string; found: string; field: string | null };
const open = ({ body }: Answered): Told[] => (body.grounds as Told[]).filter(({ result }) => result !== 'passed');
const becomes = (state: string) => served.parts.reader.document.update({ where: { id: 'van-ban-1' }, data: { state } });

describe('an issued document', () => {
  test('is valid by its file: bytes, signers, certificates, revocation, time, changes, status', async () => {
    const answer = await put(of.final);
    expect(answer.body).toMatchObject({
      verdict: 'valid',
      status: 'in-force',
      known: true,
      sha256: sha256(of.final),
      sha256Matches: true,
      rehearsal: true,
      document: { symbol: '05/QĐ-BCT', date: '2022-05-20', issuer: 'Bộ Công Thương', code },
    });
    expect(open(answer)).toEqual([]);
    expect((answer.body.grounds as Told[]).find(({ rule }) => rule === 'time')).toMatchObject({
      basis: 'Luật 51/2005/QH11, Điều 22',
      certainty: 'unverified',
      standards: [{ name: 'RFC 3161', certainty: 'unverified' }, { name: 'ETSI EN 319 142-1, 5.4' }],
    });
    const rules = (answer.body.grounds as Told[]).map(({ rule }) => rule);
    expect([...new Set(rules)]).toEqual([
      'register',
      'exact-bytes',
      'readable',
      'required-signature',
      'no-strangers',
      'integrity',
      'certificate',
      'revocation',
      'time',
      'certification',
      'permitted-changes',
      'whole-file',
      'status',
    ]);
  });

  test.each([code, code.toLowerCase(), 'abcd-2345-efgh-6723'])('is valid by its code as anybody may type it: %s', async (typed) => {
    expect((await served.send('GET', `/verify/${typed}`)).body).toMatchObject({ verdict: 'valid', sha256: null, sha256Matches: null });
  });

  test.each([
    ['corrected', 'valid-but'],
    ['replaced', 'valid-but'],
    ['recalled', 'valid-but'],
  ])('that was %s is told to be so, by file and by code', async (state, verdict) => {
    await becomes(state);
    for (const answer of [await put(of.final), await served.send('GET', `/verify/${code}`)]) {
      expect(answer.body).toMatchObject({ verdict, status: state });
      expect(open(answer)).toMatchObject([{ rule: 'status', found: state }]);
    }
    await becomes('issued');
  });

  test('is known by an earlier archived form of it too', async () => {
    await served.parts.reader.document.update({ where: { id: 'van-ban-1' }, data: { formerFiles: [sha256(of.stored)] } });
    const answer = await put(of.stored);
    expect(answer.body).toMatchObject({ sha256Matches: true, verdict: 'incomplete' });
    expect(open(answer)).toMatchObject([{ rule: 'whole-file', found: 'not-covered' }]);
    await served.parts.reader.document.update({ where: { id: 'van-ban-1' }, data: { formerFiles: [] } });
  });

  test('whose organisation has not signed is not called valid, though it is the issued file', async () => {
    const { sha256: file } = await served.parts.files.put(of.byPerson);
    await known('van-ban-3', { state: 'issued', code: 'CHIM2345EFGH6723', file });
    const answer = await put(of.byPerson);
    expect(answer.body).toMatchObject({ verdict: 'incomplete', sha256Matches: true });
    expect(open(answer)).toContainEqual(
      expect.objectContaining({ rule: 'required-signature', found: 'organisation-missing', field: 'ConDau' }),
    );
  });
});

describe('what is not the issued document', () => {
  test('changed, and sent with its code, is altered, and nothing of it is kept', async () => {
    const [tampered] = await Promise.all(tamperings.slice(0, 1).map(({ make }) => make(of)));
    const answer = await put(tampered ?? of.prepared, `?code=${code}`);
    expect(answer.body).toMatchObject({ verdict: 'altered', known: true, sha256Matches: false });
    expect(open(answer)).toMatchObject([
      { rule: 'exact-bytes', found: 'appended' },
      { rule: 'permitted-changes', found: 'page' },
      { rule: 'permitted-changes', found: 'page-content' },
      { rule: 'whole-file', found: 'not-covered' },
    ]);
    expect(await served.parts.files.size(sha256(tampered ?? of.prepared))).toBeNull();
  });

  test('cut back, and sent with its code, is altered, and is said to be cut back', async () => {
    expect(open(await put(of.byBoth, `?code=${code}`))).toContainEqual(expect.objectContaining({ rule: 'exact-bytes', found: 'cut-back' }));
  });

  test('signed, sound and of others is not ours, and what its signatures say is told', async () => {
    const answer = await put(of.other);
    expect(answer.body).toMatchObject({ verdict: 'not-ours', known: false, document: null, status: 'unknown' });
    expect(open(answer)).toMatchObject([{ rule: 'register', found: 'unknown' }]);
    expect(answer.body.signatures).toHaveLength(3);
  });

  test('of others and changed after signing is altered', async () => {
    const changed = Buffer.from(of.other);
    const at = changed.indexOf('/Reason <FEFF004B') + 16;
    changed[at] = 0x43;
    expect((await put(changed)).body).toMatchObject({ verdict: 'altered', known: false });
  });

  test.each([
    ['no PDF', 'xin chào', 'not-a-pdf'],
    ['a broken PDF', '%PDF-1.7 quyết định %%EOF', 'malformed'],
    ['a PDF that leads round in a circle', '%PDF-1.7\nxref\n0 0\ntrailer\n<</Root 1 0 R /Prev 9>>\nstartxref\n9\n%%EOF\n', 'malformed'],
  ])('%s cannot be judged', async (_, content, found) => {
    const answer = await put(content);
    expect(answer.body).toMatchObject({ verdict: 'cannot-judge', sha256: sha256(content), sha256Matches: false });
    expect(open(answer)).toContainEqual(expect.objectContaining({ rule: 'readable', found }));
  });

  test('unknown: by a code that nobody gave, or by the code of a draft, of which nothing is told', async () => {
    expect((await served.send('GET', '/verify/KHONG-CO')).body).toMatchObject({ verdict: 'not-ours', status: 'unknown', known: false });
    const draft = (await served.send('GET', '/verify/draf-2345-efgh-6723')).body;
    expect(draft).toMatchObject({ verdict: 'not-ours', status: 'never-issued', known: false, document: null });
  });

  test('whose kept file is gone cannot be judged by its code', async () => {
    await known('van-ban-4', { state: 'issued', code: 'MATT2345EFGH6723', file: 'f'.repeat(64) });
    expect((await served.send('GET', '/verify/MATT2345EFGH6723')).body).toMatchObject({ verdict: 'cannot-judge', known: true });
  });
});

describe('verifying', () => {
  test('never calls valid what it could not hold against trusted authorities', async () => {
    const lonely = await serve({ DATABASE_URL: served.database.url, TRUST_ANCHORS: join(folder, 'khong-co.pem') });
    try {
      const answer = await lonely.send('GET', `/verify/${code}`);
      expect(answer.body.verdict).not.toBe('valid');
    } finally {
      await lonely.close();
    }
  });

  test('answers people with a page in their language, and has one on which a file is sent', async () => {
    const accept = { accept: 'text/html,application/xhtml+xml' };
    const english = await served.send('GET', `/verify/${code}`, { headers: { ...accept, 'accept-language': 'en-GB' } });
    expect(english.headers.get('content-type')).toContain('text/html');
    expect(english.body).toContain('<html lang="en">');
    expect(english.body).toContain('The document is authentic and in force.');
    expect(english.body).toContain('REHEARSAL');
    const vietnamese = await served.send('GET', '/verify/KHONG-CO', { headers: accept });
    expect(vietnamese.body).toContain('Hệ thống này không ban hành văn bản này.');
    expect((await served.send('GET', '/verify', { headers: accept })).body).toContain('enctype="multipart/form-data"');
  });

  test('takes a form with an empty code', async () => {
    const form = new FormData();
    form.set('code', '');
    form.set('file', new Blob([new Uint8Array(of.final)], { type: 'application/pdf' }), 'van-ban.pdf');
    expect((await served.send('POST', '/verify', { raw: { content: form } })).body).toMatchObject({ verdict: 'valid' });
  });

  test('sends away who comes when too many are looked at, and says when to come back', async () => {
    const { examiner } = served.parts;
    served.parts.examiner = openExaminer({ atOnce: 1, waiting: 0 });
    try {
      const answers = await Promise.all([put(of.final), put(of.final), put(of.final)]);
      const busy = answers.filter(({ status }) => status === 503);
      expect(busy.length).toBeGreaterThan(0);
      expect(busy[0]?.headers.get('retry-after')).toBe('5');
      expect(busy[0]?.body.type).toBe('urn:de-an:problem:busy');
    } finally {
      served.parts.examiner.close();
      served.parts.examiner = examiner;
    }
  });

  test('has a limit of its own for each address', async () => {
    const limited = await serve({ DATABASE_URL: served.database.url, VERIFY_LIMIT: '2' });
    try {
      const statuses = [];
      for (let count = 0; count < 3; count += 1) statuses.push((await limited.send('GET', '/verify/KHONG-CO')).status);
      expect(statuses).toEqual([200, 200, 429]);
    } finally {
      await limited.close();
    }
  });
});
