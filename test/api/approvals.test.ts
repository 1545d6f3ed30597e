import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commit } from '../../commit/commit.ts';
import { digestOf } from '../../domain/document/digest.ts';
import { decision, edited } from '../../domain/document/examples.ts';
import { process } from '../../workflows/process.ts';
import { openRound, round2022, type Served, serve } from './server.ts';

let served: Served;
const authority = {
  kind: 'tuq',
  organisationId: 'bo-cong-thuong',
  givenBy: 'signer',
  toPerson: 'agency-head',
  symbol: '40/GUQ-BCT',
  date: '2022-01-05',
  types: ['approval-decision'],
  from: '2022-01-06',
  to: '2022-06-30',
};
const record = (body: object, as = 'administrator') => served.send('POST', '/api/delegations', { as, body });
let delegation: string;

beforeAll(async () => {
  served = await serve();
  delegation = (await record(authority)).body.id;
  await openRound(served);
});
afterAll(() => served.close());

const give = (id: string, command: string, as: string, body: object = {}) =>
  served.send('POST', `/api/documents/${id}/commands/${command}`, { as, body });
const look = async (id: string, as: string) => (await served.send('GET', `/api/documents/${id}`, { as })).body;

/** A draft whose pages have been rendered; `pages` stands for the PDF. */
async function drafted(pages: string): Promise<{ id: string; preview: string }> {
  const { body } = await served.send('POST', '/api/documents', {
    as: 'agency-officer',
    body: {
      type: 'approval-decision',
      title: 'Quyết định (MẪU THỬ – KHÔNG CÓ GIÁ TRỊ)',
      subjects: [round2022],
      roundId: round2022,
      content: decision,
      issuerId: 'bo-cong-thuong',
    },
  });
  return { id: body.id, preview: await rendered(body.id, pages, digestOf(decision)) };
}

async function rendered(id: string, pages: string, of: string): Promise<string> {
  const { sha256 } = await served.parts.files.put(Buffer.from(pages));
  const input = { file: sha256, pages: 1, of };
  await commit(served.parts.committing, {
    id: randomUUID(),
    kind: 'document',
    thing: id,
    name: 'record-preview',
    input,
    actor: process,
  });
  return sha256;
}

describe('an approval is bound to what was read', () => {
  test('the text, its pages, whose approval an edit voids, and what reads otherwise since', async () => {
    const { id, preview } = await drafted('trang một');
    expect(await look(id, 'agency-head')).toMatchObject({
      reading: { digest: digestOf(decision), version: 1, preview: { digest: preview, pages: 1 }, approvals: [], changedSinceYours: null },
    });
    const pages = await served.send('GET', `/api/documents/${id}/preview`, { as: 'agency-head' });
    expect([pages.status, pages.headers.get('etag')]).toEqual([200, `"${preview}"`]);
    expect((await served.send('GET', `/api/documents/${id}/preview`, { as: 'host-head.vecom' })).status).toBe(404);

    await give(id, 'check-format', 'format-checker', { accepted: true });
    const onScreen = await served.send('GET', `/api/documents/${id}/preview.html`, { as: 'agency-head' });
    expect([onScreen.status, onScreen.headers.get('etag')]).toEqual([200, `"${digestOf(decision)}"`]);
    expect(onScreen.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    );
    expect(onScreen.body).toContain('<body class="preview">');
    expect(onScreen.body).not.toMatch(/<script|<iframe|<link |\son\w+=/);
    expect((await served.send('GET', `/api/documents/${id}/preview.html`, { as: 'host-head.vecom' })).status).toBe(404);
    expect((await served.send('GET', `/api/documents/${id}/preview.html`)).status).toBe(401);

    const stale = await give(id, 'approve-draft', 'agency-head', { digest: digestOf(decision), previewDigest: 'a'.repeat(64) });
    expect(stale).toMatchObject({ status: 409, body: { rule: 'document.stale-preview' } });
    const approval = await give(id, 'approve-draft', 'agency-head', { digest: digestOf(decision), previewDigest: preview });
    expect(approval.body.state).toBe('approved');

    await give(id, 'edit-draft', 'agency-officer-2', { content: edited });
    const after = await look(id, 'agency-head');
    expect(after).toMatchObject({
      state: 'draft',
      reading: {
        version: 2,
        preview: null,
        approvals: [],
        voided: [{ by: 'agency-head' }],
        changedSinceYours: [{ pointer: '/abstract', before: decision.abstract, after: edited.abstract }],
      },
    });
    expect((await served.send('GET', `/api/documents/${id}/preview`, { as: 'agency-head' })).status).toBe(404);
    expect(after.owed.map(({ what }) => what)).toEqual(expect.arrayContaining(['preview', 'notify']));
    expect(await look(id, 'agency-officer')).toMatchObject({ reading: { changedSinceYours: null } });
  });
});

describe('who signs by a written authority', () => {
  const toSign = async (pages: string): Promise<string> => {
    const { id } = await drafted(pages);
    await give(id, 'check-format', 'format-checker', { accepted: true });
    await give(id, 'approve-draft', 'agency-head', { digest: digestOf(decision) });
    return id;
  };

  test('does so under “TUQ.” as long as it holds, and is refused with the article once it is ended', async () => {
    const [one, other] = [await toSign('một'), await toSign('hai')];
    expect((await give(one, 'prepare-signature', 'agency-head')).status).toBe(200);
    expect(await look(one, 'agency-head')).toMatchObject({
      data: {
        content: {
          signatures: [
            {
              capacity: ['TUQ. BỘ TRƯỞNG'],
              title: 'CỤC TRƯỞNG CỤC THƯƠNG MẠI ĐIỆN TỬ VÀ KINH TẾ SỐ',
              authority: { kinds: ['tuq'], instrument: { symbol: '40/GUQ-BCT', date: '2022-01-05' } },
            },
          ],
        },
      },
    });
    const end = { on: '2022-01-10', reason: 'Người được ủy quyền chuyển công tác' };
    const ended = await served.send('POST', `/api/delegations/${delegation}/end`, { as: 'administrator', body: end });
    expect(ended.body).toMatchObject({ endedOn: '2022-01-10' });
    const refused = await give(other, 'prepare-signature', 'agency-head');
    expect([refused.status, refused.body.rule]).toBeOneOf([
      [422, 'authority.not-in-force'],
      [403, 'role.not-yours'],
    ]);
  });

  test.each([
    ['an officer takes none down', authority, 'agency-officer', 403, undefined],
    [
      'nobody passes one on',
      { ...authority, givenBy: 'agency-head', toPerson: 'finance-head' },
      'administrator',
      422,
      'authority.passed-on',
    ],
    ['a deputy gives none', { ...authority, givenBy: 'signer-2' }, 'administrator', 422, 'authority.passed-on'],
    ['it is limited in time', { ...authority, to: null }, 'administrator', 400, undefined],
  ])('%s', async (_, body, as, status, rule) => {
    const answer = await record(body, as);
    expect([answer.status, answer.body.rule]).toEqual([status, rule]);
    if (rule) expect(answer.body).toMatchObject({ legalBasis: 'Nghị định 30/2020/NĐ-CP, Điều 13', certainty: 'law' });
  });

  test('officers see them, hosts do not', async () => {
    const seen = await served.send('GET', '/api/delegations?organisation=bo-cong-thuong', { as: 'auditor' });
    expect(seen.body.items).toContainEqual(expect.objectContaining({ symbol: '40/GUQ-BCT', toPerson: 'agency-head' }));
    expect((await served.send('GET', '/api/delegations', { as: 'host-head.vecom' })).status).toBe(403);
    expect(
      (await served.send('POST', '/api/delegations/nobody/end', { as: 'administrator', body: { on: '2022-02-01', reason: 'Hết việc' } }))
        .status,
    ).toBe(404);
  });
});
