import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vecom } from '../support/cast.ts';
import { issue, openRound } from '../support/deciding.ts';
import { draftDecision } from '../support/drafts.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site } from './site.ts';

let world: Awaited<ReturnType<typeof freshWorld>>;
let site: Site;
beforeAll(async () => {
  world = await freshWorld();
  await openRound(world, vecom, 1_000_000_000);
  site = await openSite(world);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

/** The paths of a document's page that people press in turn, each their own. */
async function by(person: string, id: string, ...presses: string[]): Promise<string> {
  const visitor = await site.visitor(person, { scripts: false });
  await visitor.open(`/documents/${id}`);
  for (const name of presses) {
    await visitor.press(name);
    await visitor.open(`/documents/${id}`);
  }
  const text = await visitor.text();
  await visitor.leave();
  return text;
}

describe('a document on its page', () => {
  test('goes from draft to its receivers by five persons, without a script', async () => {
    const id = await draftDecision(world);
    const officer = await site.visitor('agency-officer', { scripts: false });
    await officer.open(`/documents/${id}`);
    await officer.press('Sửa dự thảo');
    await officer.fill('Trích yếu', 'Về việc phê duyệt danh mục đề án năm 2022');
    await officer.press('Lưu dự thảo');
    expect(await officer.text()).toContain('Đã lưu dự thảo');
    await officer.leave();

    const checker = await site.visitor('format-checker', { scripts: false });
    await checker.open(`/documents/${id}`);
    await checker.press('Không đạt, trả lại');
    expect(await checker.text()).toContain('nêu');
    await checker.press('Đạt thể thức');
    expect(await checker.text()).toContain('Đã kiểm tra thể thức');
    await checker.leave();

    expect(await by('agency-head', id, 'Duyệt dự thảo')).toContain('Đã duyệt nội dung, chờ ký');
    expect(await by('signer', id, 'Chuẩn bị ký', 'Ký')).toContain('Đã ký, chờ phát hành');
    expect(await by('clerk', id, 'Phát hành')).toContain('Đã phát hành');
    const receiver = await site.visitor('host-head.vecom', { scripts: false });
    await receiver.open(`/documents/${id}`);
    await receiver.fill('Trạng thái', '04');
    await receiver.press('Xác nhận đã nhận');
    expect(await receiver.text()).toContain('04 – Phân công xử lý');
    expect(await receiver.offers()).not.toContain('Thu hồi');
    await receiver.leave();
  });

  test('an approval given for what reads otherwise by now is not taken, and says so', async () => {
    const id = await draftDecision(world);
    await world.act('format-checker', 'document', id, 'check-format', { accepted: true, notes: 'Đúng thể thức.' });
    const head = await site.visitor('agency-head');
    await head.open(`/documents/${id}`);
    const { rows } = await world.database.query<{ data: { content: object } }>('SELECT data FROM thing WHERE id = $1', [id]);
    const content = { ...rows[0]?.data.content, abstract: 'Về việc khác' };
    await world.act('agency-officer', 'document', id, 'edit-draft', { content });
    await world.act('format-checker', 'document', id, 'check-format', { accepted: true, notes: 'Đúng thể thức.' });
    await head.press('Duyệt dự thảo');
    expect(await head.page.$eval('[role=alert]', (alert) => alert.textContent)).toContain('đã');
    expect(await world.stateOf(id)).toBe('checked');
    await head.leave();
  });

  test('whoever saves after another is told, and keeps what they typed', async () => {
    const id = await draftDecision(world);
    const officer = await site.visitor('agency-officer');
    await officer.open(`/documents/${id}/do/edit-draft`);
    await officer.fill('Trích yếu', 'Bản của tôi');
    const other = await site.visitor('agency-officer-2');
    await other.open(`/documents/${id}/do/edit-draft`);
    await other.press('Thêm đoạn sau');
    await other.page.type('#b1-text', 'Quyết định này được công khai.');
    await other.press('Lưu dự thảo');
    await officer.press('Lưu dự thảo');
    expect(await officer.text()).toContain('đã được người khác sửa');
    expect(await officer.page.$eval('#abstract', (field) => (field as HTMLTextAreaElement).value)).toBe('Bản của tôi');
    await officer.leave();
    await other.leave();
  });

  test('a recalled document is closed to its receivers, and every page of it to strangers', async () => {
    const id = await draftDecision(world);
    await issue(world, vecom, id);
    await world.act('clerk', 'document', id, 'recall', { reason: 'Ban hành nhầm.' });
    const receiver = await site.visitor('host-head.vecom');
    expect(await receiver.open(`/documents/${id}`)).toBe(200);
    expect(await receiver.text()).toContain('đã được thu hồi');
    expect(await receiver.page.$('iframe')).toBeNull();
    expect(await receiver.open(`/documents/${id}/view`)).toBe(410);
    const stranger = await site.visitor('host-head.dak-nong');
    for (const path of ['', '/view', '/pdf', '/live?seen=0', '/do/edit-draft', '/do/approve-draft'])
      expect(await stranger.open(`/documents/${id}${path}`)).toBe(404);
    await receiver.leave();
    await stranger.leave();
  });
});
