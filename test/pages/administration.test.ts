import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftByVecom, openCentralRound } from '../support/steps.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site, type Visitor } from './site.ts';

let world: Awaited<ReturnType<typeof freshWorld>>;
let site: Site;
beforeAll(async () => {
  world = await freshWorld();
  site = await openSite(world);
}, 60_000);
afterAll(async () => {
  await site.close();
  await world.close();
});

/** Somebody at a browser, for as long as the work lasts. */
async function as(person: string, work: (visitor: Visitor) => Promise<void>, look?: Parameters<Site['visitor']>[1]): Promise<void> {
  const visitor = await site.visitor(person, look);
  await work(visitor);
  await visitor.leave();
}
const secretHref = async ({ page }: Visitor): Promise<string> => page.$eval('code.secret', (one) => one.textContent ?? '');

describe('an administrator', () => {
  test('takes somebody in without scripts; the letter leads them to a password, and to their page', async () => {
    await as(
      'administrator',
      async (visitor) => {
        await visitor.open('/admin/persons');
        await visitor.press('Thêm người dùng');
        await visitor.fill('Họ và tên', 'Nguyễn Văn An');
        await visitor.fill('Thư điện tử công vụ', 'clerk@mau.test');
        await visitor.fill('Cơ quan', 'cuc-tmdt-kts');
        await visitor.fill('Vai trò trên hệ thống', 'clerk');
        await visitor.fill('Chức vụ', 'Văn thư');
        await visitor.fill('Lý do', 'Quyết định số 15/QĐ-TMĐT');
        await visitor.press('Thêm người dùng');
        expect(await visitor.text()).toContain('đã thuộc một tài khoản khác');
        await visitor.fill('Thư điện tử công vụ', 'nguyen.van.an@bct.test');
        await visitor.press('Thêm người dùng');
        expect(visitor.at()).toBe('/admin/persons/nguyen.van.an');
        expect(await visitor.text()).toMatch(/chưa đặt mật khẩu[\s\S]*Quyết định số 15\/QĐ-TMĐT/);
      },
      { scripts: false },
    );
    const letter = await site.served.parts.reader.letter.findFirstOrThrow({ where: { personId: 'nguyen.van.an' } });
    await as('-', async (visitor) => {
      await visitor.open(new URL(/http\S+/.exec(letter.body)?.[0] ?? '').pathname + new URL(/http\S+/.exec(letter.body)?.[0] ?? '').search);
      await visitor.fill('Mật khẩu mới', 'một câu đủ dài để nhớ');
      await visitor.fill('Nhập lại mật khẩu mới', 'một câu đủ dài để nhớ');
      await visitor.press('Đặt mật khẩu');
      await visitor.fill('Thư điện tử', 'nguyen.van.an@bct.test');
      await visitor.fill('Mật khẩu', 'một câu đủ dài để nhớ');
      await visitor.press('Đăng nhập');
      await visitor.open('/account');
      expect(await visitor.text()).toContain('Văn thư, Cục Thương mại điện tử và Kinh tế số');
    });
  });

  test('merges one organisation into another, and the tree and the trail say so', async () => {
    await as('administrator', async (visitor) => {
      await visitor.open('/admin/organisations/vcci');
      await visitor.press('Sáp nhập');
      await visitor.fill('Sáp nhập vào', 'vecom');
      await visitor.fill('Ngày cuối cùng trước khi sáp nhập', '2022-01-09');
      await visitor.fill('Lý do', 'Quyết định số 20/QĐ-TTg');
      await visitor.press('Sáp nhập');
      expect(await visitor.text()).toContain('Kế tục: Hiệp hội Thương mại điện tử Việt Nam');
      await visitor.open('/admin/organisations?ended=1&q=cong%20nghiep');
      expect(await visitor.text()).toContain('đến 09/01/2022; nay là Hiệp hội Thương mại điện tử Việt Nam');
      await visitor.open('/admin/audit/changes');
      expect(await visitor.text()).toMatch(/Sáp nhập cơ quan[\s\S]*Quyết định số 20\/QĐ-TTg/);
    });
  });

  test('is told why the programme’s own agency cannot simply end', async () => {
    await as('administrator', async (visitor) => {
      await visitor.open('/admin/organisations/cuc-tmdt-kts/end');
      await visitor.fill('Lý do', 'Thử');
      await visitor.press('Kết thúc hoạt động');
      expect(await visitor.text()).toMatch(/không thể kết thúc mà không có cơ quan kế tục[\s\S]*Quyết định 645\/QĐ-TTg/);
    });
  });

  test('moves the clock after having seen what comes due', async () => {
    await openCentralRound(world);
    await draftByVecom(world, { title: 'Sàn nông sản' });
    await as('administrator', async (visitor) => {
      await visitor.open('/admin/clock');
      await visitor.fill('Chạy tới ngày', '2022-07-10');
      await visitor.press('Xem trước');
      expect(await visitor.text()).toContain('Hạn nhận đề án');
      await visitor.press('Cho chạy tới 10/07/2022');
      expect(await visitor.text()).toMatch(/Đang chạy tới\s*10\/07\/2022 08:00/);
    });
  });

  test('sees who gave which command, and no word of any scheme', async () => {
    await as('administrator', async (visitor) => {
      await visitor.open('/admin/audit?process=1');
      expect(await visitor.text()).toMatch(/Mở kỳ[\s\S]*Đã ghi nhận/);
      expect(await visitor.text()).not.toContain('Sàn nông sản');
      expect(
        await visitor.page.$$eval('main a', (all) =>
          all.map((one) => one.getAttribute('href')).filter((href) => /^\/(rounds|schemes)/.test(href ?? '')),
        ),
      ).toEqual([]);
      for (const path of ['/schemes', '/rounds']) {
        await visitor.open(path);
        expect(await visitor.text()).not.toContain('Sàn nông sản');
      }
    });
  });

  test('sees how all parts are, and what people are written', async () => {
    await as('administrator', async (visitor) => {
      await visitor.open('/admin/services');
      expect(await visitor.text()).toMatch(/Cơ sở dữ liệu[\s\S]*Hoạt động/);
      await visitor.open('/admin/letters');
      expect(await visitor.text()).toContain('Đặt lại mật khẩu');
    });
  });
});

describe('others', () => {
  test('an auditor reads the trail with what it was about, and changes nothing', async () => {
    await as('auditor', async (visitor) => {
      await visitor.open('/admin/audit');
      expect(await visitor.page.$$eval('main a[href^="/rounds/"]', (all) => all.length)).toBeGreaterThan(0);
      await visitor.open('/admin/persons');
      expect(await visitor.offers()).not.toContain('Thêm người dùng');
      expect(await visitor.open('/admin/persons/new')).toBe(403);
    });
  });

  test.each(['agency-head', 'host-drafter.vecom'])('%s finds no administration', async (person) => {
    await as(person, async (visitor) => {
      for (const path of ['/admin', '/admin/persons', '/admin/audit', '/admin/persons/clerk']) expect(await visitor.open(path)).toBe(404);
    });
  });

  test('anybody signed in finds a rule with or without diacritics, with its article and how certain it is', async () => {
    await as('host-drafter.vecom', async (visitor) => {
      await visitor.open('/regulations');
      expect(visitor.at()).toBe('/regulations/645-2021-2025');
      await visitor.fill('Tìm trong toàn bộ quy định', 'tam ung dao tao');
      await visitor.press('Tìm');
      expect(await visitor.text()).toMatch(
        /Mức tạm ứng tối đa[\s\S]*70%[\s\S]*Thông tư 36\/2013\/TT-BCT, Điều 14[\s\S]*theo quy định tương tự/,
      );
      await visitor.open('/regulations/645-2021-2025/process/local');
      expect(await visitor.text()).toContain('Sở Tài chính');
    });
  });

  test('anybody at all looks a document up by its code', async () => {
    await as('-', async (visitor) => {
      await visitor.open('/verify');
      await visitor.fill('Mã tra cứu', 'KHONG-CO-VAN-BAN');
      await visitor.press('Tra cứu');
      expect(visitor.at()).toBe('/verify/KHONG-CO-VAN-BAN');
      expect(await visitor.text()).toContain('Hệ thống này không ban hành văn bản này.');
    });
  });

  test('somebody turns the second factor on by what the page shows', async () => {
    await as('signer', async (visitor) => {
      await visitor.open('/account');
      await visitor.press('Bật xác thực hai lớp');
      await visitor.fill('Mật khẩu', 'mau-thu-2022');
      await visitor.press('Bật xác thực hai lớp');
      expect(await secretHref(visitor)).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
      await visitor.fill('Mã sáu chữ số', '000000');
      await visitor.press('Xác nhận và bật');
      expect(await visitor.text()).toContain('Mã không đúng');
    });
  });
});
