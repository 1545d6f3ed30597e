import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokenHashOf } from '../../server/identity/token.ts';
import { appointCouncil, appraise, openSession } from '../support/appraising.ts';
import { accept, advance, contract } from '../support/carrying-out.ts';
import { binhDinh, vecom } from '../support/cast.ts';
import { allocate, appraised, approve, draft, eligible, openRound, submit } from '../support/deciding.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site, type Visitor } from './site.ts';
import { fillAll, type People, peopleOf, pressHere } from './whole-way/people.ts';

const title = 'Tập huấn kỹ năng thương mại điện tử cho doanh nghiệp nhỏ và vừa';
const sumDong = 50_000_000;

let world: Awaited<ReturnType<typeof freshWorld>>;
let site: Site;
let people: People;
beforeAll(async () => {
  world = await freshWorld();
  await openRound(world, vecom, 1_000_000_000);
  site = await openSite(world);
  people = peopleOf(site);
}, 180_000);
afterAll(async () => {
  await people.leave();
  await site.close();
  await world.close();
});

const flat = async (visitor: Visitor): Promise<string> => (await visitor.text()).replace(/\s+/g, ' ');
const typedIn = (visitor: Visitor, field: string): Promise<string> =>
  visitor.page.$eval(field, (one) => (one as HTMLInputElement | HTMLTextAreaElement).value);

/** The session of whoever sits there is over: its row is gone, and nobody is known by it any more. */
async function endSession({ page }: Visitor): Promise<void> {
  const cookie = (await page.cookies()).find(({ name }) => name === 'session');
  const tokenHash = tokenHashOf(cookie?.value ?? '');
  await site.served.parts.reader.session.delete({ where: { tokenHash } });
  site.served.parts.identity.forget(tokenHash);
}

/** Somebody who signs in by the page, with a session of their own. */
async function signedIn(person: string): Promise<Visitor> {
  const visitor = await site.visitor('-');
  await visitor.open('/sign-in');
  await signIn(visitor, `${person}@mau.test`);
  return visitor;
}

async function signIn(visitor: Visitor, email: string, password = 'mau-thu-2022'): Promise<void> {
  await fillAll(visitor, { 'Thư điện tử': email, 'Mật khẩu': password });
  await visitor.press('Đăng nhập');
}

describe('what comes in the way', { timeout: 120_000 }, () => {
  test('the province sends a scheme back with its reasons; it is mended and sent again', async () => {
    const id = await draft(world, binhDinh, sumDong);
    await (await people.fromInbox(binhDinh.head, 'Gửi tỉnh cho ý kiến', title)).press('Gửi tỉnh cho ý kiến');
    const officer = await people.fromInbox('province-officer.binh-dinh', 'Cho ý kiến của tỉnh', title);
    await fillAll(officer, { 'Kết quả': 'return', 'Nội dung': 'Chưa có số liệu về hợp tác xã.', 'Sự cần thiết': true });
    await officer.press('Cho ý kiến của tỉnh');
    const governor = await people.fromInbox('province-head.binh-dinh', 'Cho ý kiến của tỉnh', title);
    // What the officer prepared stands in the form of whoever signs it.
    expect(await governor.text()).toContain('đã chuẩn bị nội dung dưới đây');
    expect(await typedIn(governor, 'textarea[name=text]')).toBe('Chưa có số liệu về hợp tác xã.');
    await governor.press('Cho ý kiến của tỉnh');
    expect(await world.stateOf(id)).toBe('draft');

    const drafter = await people.as(binhDinh.drafter);
    await drafter.open('/');
    expect(await drafter.text()).toContain('Tỉnh trả lại');
    await drafter.open(`/schemes/${id}/proposal`);
    expect(await drafter.text()).toContain('Chưa có số liệu về hợp tác xã.');
    await drafter.press('Sự cần thiết');
    await drafter.fill('Sự cần thiết', 'Toàn tỉnh có 120 hợp tác xã, 8 hợp tác xã đã bán hàng trực tuyến.');
    await drafter.press('Lưu');
    await (await people.fromInbox(binhDinh.head, 'Gửi tỉnh cho ý kiến', title)).press('Gửi tỉnh cho ý kiến');
    expect(await world.stateOf(id)).toBe('at-province');
  });

  test('passed on a condition: the proposal is revised, the condition answered, and the chair confirms it', async () => {
    const id = await eligible(world, vecom, sumDong);
    const council = await appointCouncil(world);
    await openSession(world, council, [id], '2022-01-21');
    await appraise(world, council, id, 'conditional');
    const drafter = await people.as(vecom.drafter);
    await drafter.open('/');
    expect(await flat(drafter)).toContain('Đạt có điều kiện, chờ hoàn thiện');
    await drafter.press(`Sửa đề án: ${title}`);
    expect(await drafter.text()).toContain('Làm rõ tiêu chí chọn học viên.');
    await drafter.press('Đối tượng thụ hưởng');
    await drafter.fill('Đối tượng thụ hưởng', 'Doanh nghiệp có sản phẩm OCOP ba sao trở lên.');
    await drafter.press('Lưu');

    const head = await people.fromInbox(vecom.head, 'Nộp bản hoàn thiện', title);
    await fillAll(head, { 'Tiếp thu': true, 'Nội dung tiếp thu hoặc giải trình': 'Đã nêu rõ tiêu chí ở phần đối tượng thụ hưởng.' });
    await head.press('Nộp bản hoàn thiện');
    const chair = await people.fromInbox('council-1', 'Xác nhận đã hoàn thiện', title);
    await chair.press('Xác nhận đã hoàn thiện');
    expect(await world.stateOf(id)).toBe('recommended');
  });

  test('a colleague is taken in by the administrator, and both write in one proposal: the second is told and chooses', async () => {
    const administrator = await people.as('administrator');
    await administrator.open('/admin/persons');
    await administrator.press('Thêm người dùng');
    await fillAll(administrator, {
      'Họ và tên': 'Trần Thị Bình',
      'Thư điện tử công vụ': 'tran.thi.binh@vecom.test',
      'Cơ quan': 'vecom',
      'Vai trò trên hệ thống': 'host-drafter',
      'Chức vụ': 'Chuyên viên',
      'Lý do': 'Quyết định số 02/QĐ-VECOM',
    });
    await administrator.press('Thêm người dùng');
    const colleague = await site.visitor('-');
    const letter = await site.served.parts.reader.letter.findFirstOrThrow({ where: { personId: 'tran.thi.binh' } });
    const link = new URL(/http\S+/.exec(letter.body)?.[0] ?? '');
    await colleague.open(link.pathname + link.search);
    await fillAll(colleague, { 'Mật khẩu mới': 'một câu đủ dài để nhớ', 'Nhập lại mật khẩu mới': 'một câu đủ dài để nhớ' });
    await colleague.press('Đặt mật khẩu');
    await signIn(colleague, 'tran.thi.binh@vecom.test', 'một câu đủ dài để nhớ');

    const id = await draft(world, vecom, sumDong);
    const drafter = await people.as(vecom.drafter);
    await drafter.open(`/schemes/${id}/proposal/need`);
    await colleague.open(`/schemes/${id}/proposal/need`);
    await colleague.fill('Sự cần thiết', 'Bản của chị Bình.');
    await colleague.press('Lưu');
    await drafter.fill('Sự cần thiết', 'Bản của anh Cường.');
    await drafter.press('Lưu');
    expect(await flat(drafter)).toMatch(/Trần Thị Bình.*Bản của chị Bình.*Bản của anh Cường/);
    await drafter.press('Lưu theo lựa chọn');
    await colleague.open(`/schemes/${id}/versions`);
    expect(await colleague.text()).toContain('Bản của anh Cường.');
    await colleague.leave();
  });

  test('a sign-in that has ended in mid-form: one signs in again, and what was typed stands there, nothing done yet', async () => {
    const id = await eligible(world, vecom, sumDong);
    const head = await signedIn(vecom.head);
    await head.open(`/schemes/${id}/do/withdraw`);
    await head.fill('Lý do', 'Hiệp hội đã bố trí nguồn khác cho đề án này.');
    await endSession(head);
    await head.press('Rút đề án');
    expect(head.at()).toMatch(/^\/sign-in\?next=/);
    expect(await world.stateOf(id)).toBe('eligible');
    await signIn(head, `${vecom.head}@mau.test`);
    expect(head.at()).toBe(`/schemes/${id}/do/withdraw`);
    expect(await head.text()).toContain('việc chưa được thực hiện');
    expect(await typedIn(head, 'textarea[name=reason]')).toBe('Hiệp hội đã bố trí nguồn khác cho đề án này.');
    await head.press('Rút đề án');
    expect(await world.stateOf(id)).toBe('withdrawn');
    await head.leave();
  });

  test('what one person typed before their sign-in ended is not shown to the next at the same browser', async () => {
    const id = await draft(world, vecom, sumDong);
    await submit(world, vecom, id, 0);
    const browser = await signedIn('agency-officer');
    await browser.open(`/schemes/${id}/do/request-supplement`);
    await browser.fill('Lý do', 'Ghi chú riêng của chuyên viên.');
    await endSession(browser);
    await browser.press('Yêu cầu bổ sung');
    await signIn(browser, 'agency-officer-2@mau.test');
    expect(browser.at()).toBe(`/schemes/${id}/do/request-supplement`);
    expect(await browser.page.content()).not.toContain('Ghi chú riêng của chuyên viên.');
    expect(await typedIn(browser, 'textarea[name=reason]')).toBe('');
    await browser.leave();
  });

  test('without scripts a file is sent back for more, supplemented and taken in', async () => {
    const id = await draft(world, vecom, sumDong);
    const plain = { scripts: false };
    const head = await site.visitor(vecom.head, plain);
    await head.open(`/schemes/${id}`);
    await head.press('Nộp hồ sơ');
    await head.press('Nộp hồ sơ');
    const officer = await site.visitor('agency-officer', plain);
    await officer.open(`/schemes/${id}`);
    await officer.press('Yêu cầu bổ sung');
    await officer.press('Yêu cầu bổ sung');
    expect(await officer.text()).toContain('cần sửa');
    await fillAll(officer, { 'Đối tượng thụ hưởng': true, 'Lý do': 'Nêu rõ đối tượng.' });
    await officer.page.$eval('input[type=date]', (field) => {
      (field as HTMLInputElement).value = '2022-02-10';
    });
    await officer.press('Yêu cầu bổ sung');
    expect(await world.stateOf(id)).toBe('supplementing');
    const drafter = await site.visitor(vecom.drafter, plain);
    await drafter.open(`/schemes/${id}/proposal`);
    await drafter.press('Đối tượng thụ hưởng');
    await drafter.fill('Đối tượng thụ hưởng', 'Hội viên là doanh nghiệp nhỏ và vừa.');
    await drafter.press('Lưu');
    await head.open(`/schemes/${id}/proposal/check`);
    await head.press('Nộp bổ sung');
    await officer.open(`/schemes/${id}/do/accept-file`);
    await officer.press('Tiếp nhận hồ sơ hợp lệ');
    expect(await world.stateOf(id)).toBe('eligible');
    for (const one of [head, officer, drafter]) await one.leave();
  });

  test('rows that were added before the sign-in ended come back too, and are added up', async () => {
    const id = await eligible(world, vecom, sumDong);
    await appraised(world, vecom, id);
    await world.moveTo('2022-04-05');
    const shares = [{ id, amountDong: sumDong }];
    await approve(world, vecom, shares);
    await allocate(world, vecom, shares);
    const work = { id, cast: vecom, sumDong };
    await contract(world, work);
    await advance(world, work, 30_000_000);
    await accept(world, work);
    const head = await signedIn(vecom.head);
    await head.open(`/schemes/${id}/settlement`);
    await head.fill('Chi từ hỗ trợ, dòng 1', '50.000.000');
    await pressHere(head, 'Thêm chứng từ');
    for (const no of [1, 2])
      await fillAll(head, { [`Số chứng từ, chứng từ ${no}`]: `HĐ-${no}`, [`Số tiền (đồng), chứng từ ${no}`]: '25.000.000' });
    await endSession(head);
    await head.press('Nộp hồ sơ quyết toán');
    await signIn(head, `${vecom.head}@mau.test`);
    expect(await typedIn(head, '[name="vouchers[1][number]"]')).toBe('HĐ-2');
    expect(await flat(head)).toContain('Tổng cộng 50.000.000 Thêm chứng từ');
    await head.leave();
  });
});
