import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vecom } from '../support/cast.ts';
import { openRound } from '../support/deciding.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site } from './site.ts';
import { appoint, callSession, chair, members, openBallot, prepare, secretary, vote } from './whole-way/council.ts';
import { contract, fileSettlement, paid } from './whole-way/money.ts';
import { fillAll, type People, peopleOf } from './whole-way/people.ts';
import { begin, writeBudget, writeSections } from './whole-way/proposal.ts';
import { decide, shareOut } from './whole-way/round.ts';

const title = 'Tập huấn kỹ năng bán hàng trực tuyến cho hợp tác xã tại Bình Định';
const round = 'Kỳ đăng ký đề án năm 2022 – Chương trình 645 (kinh phí trung ương)';
const council = 'Hội đồng thẩm định đề án năm 2022';
const drafter = 'host-drafter.binh-dinh';
const head = 'host-head.binh-dinh';
const finance = 'finance-officer';

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

async function scheme(): Promise<{ id: string; state: string }> {
  const { rows } = await world.database.query<{ id: string; state: string }>("SELECT id, state FROM thing WHERE kind = 'scheme'");
  return rows[0] ?? { id: '', state: 'none' };
}
const stands = async (): Promise<string> => (await scheme()).state;

describe('one scheme from its first word to the archive, by those whose work it is, in a browser', { timeout: 180_000 }, () => {
  test('its drafter writes it, is told what is above a ceiling, and mends it', async () => {
    const writer = await people.as(drafter);
    await begin(writer, title, '3a');
    await writeSections(writer);
    await writeBudget(writer, '60.000.000', '40.000.000');
    await writer.press('Lưu');
    expect(await writer.text()).toContain('vượt mức tối đa 50%');
    await writeBudget(writer, '50.000.000', '50.000.000');
    await writer.press('Lưu');
    await writer.press('Kiểm tra trước khi gửi');
    expect(await writer.text()).toContain('Đề án đầy đủ');
    expect(await stands()).toBe('draft');
  });

  test('its head sends it, the province gives its opinion in two steps, and the agency takes the file in', async () => {
    const host = await people.fromInbox(head, 'Gửi tỉnh cho ý kiến', title);
    await host.press('Gửi tỉnh cho ý kiến');
    const officer = await people.fromInbox('province-officer.binh-dinh', 'Cho ý kiến của tỉnh', title);
    await fillAll(officer, {
      'Kết quả': 'forward',
      'Vốn đối ứng cam kết': '50.000.000',
      'Nội dung': 'Nhất trí, cam kết bố trí vốn đối ứng.',
    });
    await officer.press('Cho ý kiến của tỉnh');
    const governor = await people.fromInbox('province-head.binh-dinh', 'Cho ý kiến của tỉnh', title);
    await governor.press('Cho ý kiến của tỉnh');
    const intake = await people.fromInbox('agency-officer', 'Tiếp nhận hồ sơ hợp lệ', title);
    await intake.press('Tiếp nhận hồ sơ hợp lệ');
    expect(await stands()).toBe('eligible');
  });

  test('a council is proposed, appointed by a signed decision, and accepted by its members', async () => {
    await appoint(people, council);
    expect(await (await people.as('council-7')).text()).toContain('Đã thành lập');
  });

  test('it is called, declares its interests, scores, votes and concludes', async () => {
    await callSession(people, council);
    expect(await stands()).toBe('in-council');
    for (const person of members) await prepare(people, person, council);
    await world.moveTo('2022-01-20');
    await openBallot(people, council);
    for (const person of members) await vote(people, person, council, 'Thông qua');
    const board = await people.fromInbox(secretary, 'Mở bảng điều hành phiên họp', council);
    await board.press('Đóng bỏ phiếu, kiểm phiếu');
    expect(await board.text()).toContain('Đồng ý 7 trên 7 người có mặt');
    expect(await stands()).toBe('recommended');
  });

  test('its minutes are signed by the chair and the secretary', async () => {
    for (const person of [chair, secretary]) {
      const signs = await people.fromInbox(person, 'Mở bảng điều hành phiên họp', council);
      await signs.press('Thông qua biên bản');
    }
    await (await people.as(secretary)).press('Kết thúc phiên họp');
    expect(await (await people.as(secretary)).text()).toContain('Kết thúc phiên họp');
  });

  test('it is ranked, approved by a decision of the Minister, and given its money by another', async () => {
    await world.moveTo('2022-04-05');
    await decide(people, round, 2022, 1);
    expect(await stands()).toBe('approved');
    await shareOut(people, round, 2022, 1);
    expect(await stands()).toBe('allocated');
    const host = await people.as(head);
    await host.open('/?do=confirm-receipt');
    expect(await host.text()).toContain('Quyết định phê duyệt đề án');
  });

  test('agency and host agree to one contract, and an advance is asked for, examined by two and paid', async () => {
    await contract(people, title, '01/2022/HĐ-TMĐT');
    await paid(people, title, 'tạm ứng', '30.000.000', 'KB-001');
    expect(await (await people.as(finance)).text()).toContain('KB-001');
    expect(await stands()).toBe('implementing');
  });

  test('its progress is reported, its results are reported and accepted', async () => {
    await world.moveTo('2022-06-24');
    const writer = await people.fromInbox(drafter, 'Báo cáo tiến độ', title);
    await fillAll(writer, { 'Tỷ lệ hoàn thành': '40', 'Nội dung': 'Đã mở hai lớp.' });
    await writer.fill('Đã chi, Ngân sách Chương trình, năm 2022', '20.000.000');
    await writer.press('Báo cáo tiến độ');
    await world.moveTo('2022-11-01');
    const host = await people.fromInbox(head, 'Báo cáo kết quả', title);
    await fillAll(host, { 'Khối lượng đã làm: Lớp tập huấn': '4', 'Nội dung': 'Hoàn thành bốn lớp.' });
    await host.press('Báo cáo kết quả');
    const officer = await people.fromInbox('agency-officer', 'Ghi biên bản nghiệm thu', title);
    await fillAll(officer, {
      'Thành phần nghiệm thu': 'Người mẫu một, chuyên viên\nNgười mẫu hai, chuyên viên\nNgười mẫu ba, kế toán',
      'Nội dung': 'Đạt yêu cầu.',
    });
    await officer.press('Ghi biên bản nghiệm thu');
    await paid(people, title, 'thanh toán', '50.000.000', 'KB-002');
    expect(await stands()).toBe('settling');
  });

  test('it is settled: one voucher is disallowed, and what was paid for it comes back', async () => {
    await fileSettlement(people, title, { support: '50.000.000', local: '50.000.000' }, [
      { number: 'HĐ-0001', date: '2022-09-15', payee: 'Trung tâm mẫu', sum: '92.000.000' },
      { number: 'HĐ-0002', date: '2022-10-20', payee: 'Nhà in mẫu', sum: '8.000.000' },
    ]);
    const reviewer = await people.fromInbox(finance, 'Mở bàn quyết toán', title);
    await fillAll(reviewer, {
      'Chấp nhận, dòng 1': '42.000.000',
      'Lý do xuất toán, dòng 1': 'Chứng từ HĐ-0002 không hợp lệ.',
      'Số đã thanh toán theo Kho bạc': '50.000.000',
    });
    await reviewer.press('Ghi kết quả thẩm tra');
    const approver = await people.fromInbox('finance-head', 'Phê duyệt quyết toán', title);
    expect(await approver.text()).toContain('Còn phải thu hồi\n8.000.000');
    await approver.press('Phê duyệt quyết toán');
    expect(await stands()).toBe('recovering');
    const payer = await people.fromInbox(finance, 'Ghi khoản hoàn trả', title);
    await payer.fill('Số chứng từ', 'KB-003');
    await payer.press('Ghi khoản hoàn trả');
    expect(await stands()).toBe('settled');
  });

  test('it is closed by the head of the agency, and its file goes to the archive', async () => {
    const agency = await people.fromInbox('agency-head', 'Kết thúc đề án', title);
    await agency.press('Kết thúc đề án');
    const clerk = await people.fromInbox('clerk', 'Nộp lưu trữ', title);
    await clerk.press('Nộp lưu trữ');
    expect(await stands()).toBe('archived');
    const reader = await people.as('auditor');
    await reader.open(`/schemes/${(await scheme()).id}`);
    expect(await reader.text()).toContain('Đã nộp lưu trữ');
  });
});
