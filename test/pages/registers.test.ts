import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vecom } from '../support/cast.ts';
import { issue, openRound } from '../support/deciding.ts';
import { decisionToSign, draftDecision } from '../support/drafts.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site } from './site.ts';

let world: Awaited<ReturnType<typeof freshWorld>>;
let site: Site;
beforeAll(async () => {
  world = await freshWorld();
  await openRound(world, vecom, 5_000_000_000);
  site = await openSite(world);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

describe('the registers', () => {
  test('a paper is entered with its file, once: again only with a word why; it is assigned, dealt with, and stands in the book', async () => {
    const file = join(tmpdir(), `cong-van-${process.pid}.csv`);
    writeFileSync(file, 'muc,so tien\nmot,1\n');
    const clerk = await site.visitor('clerk', { scripts: false });
    const enter = async () => {
      await clerk.open('/incoming/new');
      await clerk.fill('Cơ quan gửi', 'Sở Công Thương tỉnh Bình Định');
      await clerk.fill('Tên loại', 'Công văn');
      await clerk.fill('Số, ký hiệu', '12/SCT-QLTM');
      await clerk.fill('Ngày', '2022-01-10');
      await clerk.fill('Trích yếu', 'Đề nghị hướng dẫn lập hồ sơ đề án');
    };
    await enter();
    const upload = await clerk.page.$('input[type=file]');
    await upload?.uploadFile(file);
    await clerk.press('Vào sổ văn bản đến');
    const paper = clerk.at();
    expect(await clerk.text()).toMatch(/số đến 1[\s\S]*cong-van-.*\.csv/);

    await enter();
    await clerk.press('Vào sổ văn bản đến');
    expect(await clerk.text()).toContain('đã đăng ký ngày 10/01/2022');
    await clerk.fill('Lý do đăng ký lại', 'Bản giấy đến sau');
    await clerk.press('Vào sổ văn bản đến');
    expect(await clerk.text()).toContain('số đến 2');

    await clerk.open('/');
    await clerk.press('Chuyển xử lý 2');
    for (const box of await clerk.page.$$('input[type=checkbox]')) await box.click();
    await clerk.fill('Người xử lý', 'Cục TMĐT và KTS');
    await clerk.press('Thực hiện các việc đã đánh dấu');
    expect(await clerk.text()).toContain('Đã thực hiện 2 việc');

    await clerk.open(paper);
    expect(await clerk.text()).toMatch(/Đơn vị, người xử lý\s+.+ – .+, Cục TMĐT và KTS/);
    expect(await clerk.text()).toContain('Đã chuyển xử lý');
    await clerk.open('/registers');
    await clerk.press('2 số');
    expect(await clerk.text()).toContain('12/SCT-QLTM');
    expect(await clerk.page.$$eval('tbody th', (cells) => cells.map((cell) => cell.textContent))).toEqual(['1', '2']);
    await clerk.leave();
  });

  test('a number that was given up stays in the book, with the reason; who keeps no book sees none', async () => {
    await issue(world, vecom, await draftDecision(world));
    const id = await decisionToSign(world);
    await world.act('signer', 'document', id, 'prepare-signature');
    await world.act('signer', 'document', id, 'return-draft', { reason: 'Sai tên đơn vị.' });
    const auditor = await site.visitor('auditor');
    expect(await auditor.open('/registers/outgoing?issuer=bo-cong-thuong&year=2022')).toBe(200);
    expect(await auditor.text()).toMatch(/02\/QĐ-BCT[\s\S]*Số không sử dụng: [\s\S]*Sai tên đơn vị/);
    await auditor.leave();
    const host = await site.visitor('host-drafter.vecom');
    expect(await host.open('/registers/outgoing?issuer=bo-cong-thuong&year=2022')).toBe(404);
    await host.open('/registers');
    expect(await host.text()).toContain('không giữ và không được xem sổ nào');
    await host.leave();
  });

  test('who is to deal with a paper is chosen among the persons of the house that received it and its units', async () => {
    const { id } = await world.act('clerk', 'incoming', null, 'register-incoming', {
      author: 'Sở Công Thương tỉnh Gia Lai',
      typeName: 'Công văn',
      subject: 'Xin ý kiến về kế hoạch',
    });
    const clerk = await site.visitor('clerk', { scripts: false });
    await clerk.open(`/incoming/${id}/do/assign-incoming`);
    const offered = await clerk.page.$$eval('#fhandler option', (options) => options.map(({ text }) => text).slice(1));
    const { rows } = await world.database.query<{ id: string; name: string }>('SELECT id, name FROM person');
    const nameOf = (person: string) => rows.find((row) => row.id === person)?.name ?? person;
    const offers = (person: string) => offered.some((text) => text.startsWith(`${nameOf(person)} – `));
    expect(['agency-head', 'agency-officer', 'finance-head', 'signer'].map(offers)).toEqual([true, true, true, true]);
    expect(['host-head.vecom', 'province-head.binh-dinh', 'auditor', 'administrator'].map(offers)).toEqual([false, false, false, false]);
    await clerk.fill('Người xử lý', nameOf('agency-officer'));
    await clerk.press('Chuyển xử lý');
    expect(await clerk.text()).toContain(nameOf('agency-officer'));
    await clerk.leave();
  });
});
