import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vecom } from '../support/cast.ts';
import { allocate, appraised, approve, eligible, openRound, roundOf } from '../support/deciding.ts';
import { completeProposal } from '../support/proposals.ts';
import { centralRound } from '../support/steps.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site, type Visitor } from './site.ts';

let world: Awaited<ReturnType<typeof freshWorld>>;
let site: Site;
beforeAll(async () => {
  world = await freshWorld();
  await openRound(world, vecom, 5_000_000_000);
  site = await openSite(world);
}, 60_000);
afterAll(async () => {
  await site.close();
  await world.close();
});

/** A draft of VECOM's; gives its id. */
const draft = async (changes: Parameters<typeof completeProposal>[0] = {}): Promise<string> =>
  (await world.act('host-drafter.vecom', 'scheme', null, 'draft-scheme', { roundId: centralRound, proposal: completeProposal(changes) }))
    .id;
const edit = (id: string, proposal: object) => world.act('host-drafter.vecom', 'scheme', id, 'edit-proposal', { proposal });
const proposalOf = async (id: string): Promise<Record<string, unknown>> => {
  const { rows } = await world.database.query<{ proposal: Record<string, unknown> }>(
    "SELECT data->'proposal' AS proposal FROM thing WHERE id = $1",
    [id],
  );
  return rows[0]?.proposal ?? {};
};
const type = async (visitor: Visitor, text: string): Promise<void> => {
  await visitor.page.click('textarea');
  await visitor.page.type('textarea', text);
};
const fillAt = (visitor: Visitor, name: string, value: string): Promise<void> =>
  visitor.page.$eval(
    `[name="${name}"]`,
    (field, text) => {
      (field as HTMLInputElement).value = text;
    },
    value,
  );
/** Waits until the server says that it has kept what was typed. */
const kept = (visitor: Visitor) =>
  visitor.page.waitForFunction(() => document.getElementById('kept')?.textContent?.includes('Đã lưu tạm lúc'));

describe('a proposal', () => {
  test('is begun with round, title and item, and written section by section', async () => {
    const visitor = await site.visitor('host-drafter.vecom');
    await visitor.open('/schemes/new');
    await visitor.page.type('#content-search', 'tap huan ngan han');
    const found = await visitor.page.$$eval('[data-item]:not([hidden])', (items) => items.length);
    expect(found).toBeLessThan(10);
    expect(await visitor.page.$eval('#content-found', (said) => said.textContent)).toBe(`${found} nội dung`);
    await visitor.page.click('input[name=contentItem][value="7a"]');
    await visitor.fill('Tên đề án', 'Tập huấn bán hàng trực tuyến cho hội viên');
    await visitor.press('Lập đề án');
    expect(await visitor.text()).toContain('Đã xong 2 trên 10 phần');
    await visitor.press('Sự cần thiết');
    await type(visitor, 'Hội viên còn thiếu kỹ năng.');
    await visitor.press('Lưu và sang phần tiếp');
    expect(await visitor.heading()).toBe('Mục tiêu');
    await visitor.press('Danh sách các phần');
    expect(await visitor.text()).toContain('Đã xong 3 trên 10 phần');
    await visitor.leave();
  });

  test('keeps what is typed on a closed tab, as a working copy and not as a version', async () => {
    const id = await draft();
    const visitor = await site.visitor('host-drafter.vecom');
    await visitor.open(`/schemes/${id}/proposal/aims`);
    await type(visitor, ' Viết dở.');
    await kept(visitor);
    await visitor.leave();
    const again = await site.visitor('host-drafter.vecom');
    await again.open(`/schemes/${id}/proposal/aims`);
    expect(await again.page.$eval('textarea', (field) => field.value)).toContain('Viết dở.');
    expect(await again.text()).toContain('chưa ghi vào đề án');
    expect((await proposalOf(id)).aims).not.toContain('Viết dở.');
    await again.press('Bỏ, lấy lại nội dung đã lưu');
    expect(await again.page.$eval('textarea', (field) => field.value)).not.toContain('Viết dở.');
    await again.leave();
  });

  test('what was typed after the sign-in has expired comes back once one has signed in', async () => {
    const id = await draft();
    const visitor = await site.visitor('host-drafter.vecom');
    await visitor.open(`/schemes/${id}/proposal/need`);
    await visitor.page.deleteCookie({ name: 'session', url: site.url });
    await type(visitor, ' Câu viết sau khi hết phiên.');
    await visitor.page.waitForSelector('#signed-out:not([hidden])');
    await visitor.press('Đăng nhập lại');
    await visitor.fill('Thư điện tử', 'host-drafter.vecom@mau.test');
    await visitor.fill('Mật khẩu', 'mau-thu-2022');
    await visitor.press('Đăng nhập');
    expect(visitor.at()).toBe(`/schemes/${id}/proposal/need`);
    await visitor.press('Khôi phục');
    await visitor.press('Lưu');
    expect((await proposalOf(id)).need).toContain('Câu viết sau khi hết phiên.');
    await visitor.open(`/schemes/${id}/proposal/need`);
    expect(await visitor.page.$eval('#found-copy', (box) => (box as HTMLElement).hidden)).toBe(true);
    await visitor.leave();
  });

  test('two who write in the same field see both, and choose; where they do not meet both stay', async () => {
    const id = await draft();
    const visitor = await site.visitor('host-drafter.vecom');
    await visitor.open(`/schemes/${id}/proposal/need`);
    await edit(id, { need: 'Bản của người thứ hai.', place: 'Đà Nẵng' });
    await type(visitor, ' Bản của tôi.');
    await visitor.press('Lưu');
    expect(await visitor.text()).toContain('Bản của người thứ hai.');
    expect((await proposalOf(id)).need).toBe('Bản của người thứ hai.');
    await visitor.press('Lưu theo lựa chọn');
    expect(await proposalOf(id)).toMatchObject({ need: expect.stringContaining('Bản của tôi.'), place: 'Đà Nẵng' });
    await visitor.open(`/schemes/${id}/proposal/aims`);
    await edit(id, { targets: '300 lượt học viên.' });
    await type(visitor, ' Thêm một ý.');
    await visitor.press('Lưu');
    expect(await visitor.text()).toContain('gộp với thay đổi của');
    expect(await proposalOf(id)).toMatchObject({ aims: expect.stringContaining('Thêm một ý.'), targets: '300 lượt học viên.' });
    await visitor.leave();
  });

  test('is checked before it is sent: what is wanting leads to where it is mended, and only then it can be sent', async () => {
    const id = await draft({ need: '' });
    const head = await site.visitor('host-head.vecom');
    await head.open(`/schemes/${id}/proposal/check`);
    expect(await head.text()).toContain('Còn 1 điểm phải sửa');
    expect(await head.offers()).not.toContain('Nộp hồ sơ');
    await edit(id, { need: 'Cần thiết.' });
    await head.open(`/schemes/${id}/proposal/check`);
    await head.press('Nộp hồ sơ');
    expect(await world.stateOf(id)).not.toBe('draft');
    await head.leave();
  });

  test('in a supplement only what was opened may change, and the reason stands beside it', async () => {
    const id = await draft();
    await world.act('host-head.vecom', 'scheme', id, 'submit');
    await world.act('agency-officer', 'scheme', id, 'request-supplement', {
      sections: ['need'],
      reason: 'Thiếu số liệu hiện trạng.',
      until: '2022-01-20',
    });
    const visitor = await site.visitor('host-drafter.vecom');
    await visitor.open(`/schemes/${id}/proposal`);
    expect(await visitor.text()).toContain('Thiếu số liệu hiện trạng.');
    await visitor.open(`/schemes/${id}/proposal/aims`);
    expect(await visitor.text()).toContain('hiện không mở để sửa');
    await visitor.open(`/schemes/${id}/proposal/need`);
    await type(visitor, ' Có 1.200 hội viên.');
    await visitor.press('Lưu');
    await visitor.leave();
    const head = await site.visitor('host-head.vecom');
    await head.open(`/schemes/${id}/proposal/check`);
    expect(await head.text()).toContain('1.200 hội viên');
    await head.press('Nộp bổ sung');
    expect(await world.stateOf(id)).toBe('in-intake');
    await head.leave();
  });

  test.each(['outputs', 'schedule'])(
    'an empty list of %s begins with a row, which is nothing while nothing stands in it',
    async (section) => {
      const input = { roundId: roundOf(vecom), proposal: { title: 'Đề án mới bắt đầu', contentItem: '3a' } };
      const { id } = await world.act(vecom.drafter, 'scheme', null, 'draft-scheme', input);
      const visitor = await site.visitor(vecom.drafter, { scripts: false });
      await visitor.open(`/schemes/${id}/proposal/${section}`);
      const rows = () => visitor.page.$$eval('[data-row]', (all) => all.length);
      expect(await rows()).toBe(1);
      await visitor.press('Thêm dòng');
      expect(await rows()).toBe(2);
      await visitor.press('Lưu');
      expect(visitor.at()).toBe(`/schemes/${id}/proposal`);
      expect(await proposalOf(id)).toMatchObject({ [section]: [] });
      await visitor.open(`/schemes/${id}/proposal/${section}`);
      await fillAt(visitor, `${section}[0][name]`, 'Lớp tập huấn');
      const rest = section === 'outputs' ? { unit: 'lớp', volume: '4' } : { from: '2022-06-01', to: '2022-10-31' };
      for (const [name, value] of Object.entries(rest)) await fillAt(visitor, `${section}[0][${name}]`, value);
      await visitor.press('Lưu');
      expect(await proposalOf(id)).toMatchObject({ [section]: [{ name: 'Lớp tập huấn' }] });
      await visitor.leave();
    },
  );

  test('without scripts rows of outputs are added and saved', async () => {
    const id = await draft();
    const visitor = await site.visitor('host-drafter.vecom', { scripts: false });
    await visitor.open(`/schemes/${id}/proposal/outputs`);
    await visitor.press('Thêm dòng');
    await fillAt(visitor, 'outputs[1][name]', 'Bộ tài liệu');
    await fillAt(visitor, 'outputs[1][unit]', 'bộ');
    await fillAt(visitor, 'outputs[1][volume]', '200');
    await visitor.press('Lưu');
    expect((await proposalOf(id)).outputs).toMatchObject([{ name: 'Lớp tập huấn' }, { name: 'Bộ tài liệu', volume: 200 }]);
    await visitor.leave();
  });

  test('passed on conditions, each is answered beside its text before the revision is handed in', async () => {
    const id = await eligible(world);
    const conditions = [{ no: 1, text: 'Nêu tiêu chí chọn học viên.' }];
    const told = {
      councilId: 'a-council',
      sessionNo: 1,
      conclusion: 'conditional',
      conditions,
      reviseBy: '2022-02-10',
      votes: null,
      averageScore: null,
    };
    await world.act('process', 'scheme', id, 'conclude-appraisal', told);
    const visitor = await site.visitor('host-drafter.vecom');
    await visitor.open(`/schemes/${id}/proposal/beneficiaries`);
    expect(await visitor.text()).toContain('Nêu tiêu chí chọn học viên.');
    await type(visitor, ' Chọn theo tiêu chí công khai.');
    await visitor.press('Lưu');
    await visitor.leave();
    const head = await site.visitor('host-head.vecom');
    await head.open(`/schemes/${id}/proposal/check`);
    await head.press('Nộp bản hoàn thiện');
    expect(await head.page.$('#problem')).not.toBeNull();
    await head.page.click('input[name="answers[0][answer]"][value="accepted"]');
    await head.fill('Nội dung tiếp thu hoặc giải trình', 'Đã bổ sung tiêu chí.');
    await head.press('Nộp bản hoàn thiện');
    expect(await world.stateOf(id)).toBe('conditional');
    await head.open(`/schemes/${id}/appraisal`);
    expect(await head.text()).toMatch(/Tiếp thu:\s*Đã bổ sung tiêu chí\./);
    await head.leave();
  });

  test('allocated less, it is planned anew to the smaller sum and taken', async () => {
    const id = await eligible(world);
    await appraised(world, vecom, id);
    await world.moveTo('2022-04-05');
    await approve(world, vecom, [{ id, amountDong: 50_000_000 }]);
    await allocate(world, vecom, [{ id, amountDong: 40_000_000 }]);
    const head = await site.visitor('host-head.vecom');
    await head.open(`/schemes/${id}`);
    await head.press('Chấp nhận mức phân bổ');
    expect(await head.text()).toContain('được phân bổ 40.000.000 đồng, dự toán đang ghi 50.000.000 đồng');
    await head.press('Chấp nhận mức phân bổ');
    expect(await head.page.$('#problem')).not.toBeNull();
    for (const [name, value] of [
      ['unitPrice', '80.000.000'],
      ['programme', '40.000.000'],
      ['enterprise', '40.000.000'],
    ] as const) {
      await head.page.focus(`[name="lines[0][${name}]"]`);
      await head.page.keyboard.type(value);
      await head.page.keyboard.press('Enter');
    }
    expect(await head.text()).toContain('✓');
    await head.press('Chấp nhận mức phân bổ');
    expect(await world.stateOf(id)).toBe('allocated');
    await head.leave();
  });
});
