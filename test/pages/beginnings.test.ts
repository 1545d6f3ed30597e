import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vecom } from '../support/cast.ts';
import { openRound } from '../support/deciding.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site, type Visitor } from './site.ts';

let world: Awaited<ReturnType<typeof freshWorld>>;
let site: Site;
beforeAll(async () => {
  world = await freshWorld();
  site = await openSite(world);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

/** Whether a list offers somebody to begin something. */
async function offers(person: string, list: string, name: string): Promise<boolean> {
  const visitor = await site.visitor(person, { scripts: false });
  await visitor.open(list);
  const offered = await visitor.offers();
  await visitor.leave();
  return offered.includes(name);
}
const scheme = (person: string) => offers(person, '/schemes', 'Lập đề án');
const council = (person: string) => offers(person, '/councils', 'Thành lập hội đồng');

/** What may be chosen in a field, and what is chosen in it. */
const choices = ({ page }: Visitor, id: string) =>
  page.$eval(`#${id}`, (field) => ({
    among: [...(field as HTMLSelectElement).options].map(({ value }) => value).filter(Boolean),
    chosen: (field as HTMLSelectElement).value,
  }));

describe('something new', () => {
  test('is not offered where there is nothing to begin it with, and those who come all the same are told why', async () => {
    expect(await Promise.all([scheme('host-drafter.vecom'), council('agency-officer')])).toEqual([false, false]);
    const officer = await site.visitor('agency-officer');
    await officer.open('/councils/new');
    expect(await officer.text()).toContain('Không có kỳ nào để thành lập hội đồng');
    await officer.leave();
  });

  test('a round is opened on the route that is one’s own; what there is no choice of stands there, and what is asked for says why', async () => {
    const officer = await site.visitor('province-officer.binh-dinh', { scripts: false });
    await officer.open('/rounds');
    await officer.press('Mở kỳ đăng ký');
    expect(await choices(officer, 'fprogramme')).toEqual({ among: ['645-2021-2025'], chosen: '645-2021-2025' });
    expect(await choices(officer, 'froute')).toEqual({ among: ['local'], chosen: 'local' });
    expect(await choices(officer, 'fyear')).toEqual({ among: ['2022', '2023', '2024', '2025'], chosen: '2022' });
    expect((await choices(officer, 'fceilings-0-source')).chosen).toBe('local');
    const text = await officer.text();
    expect(text).toContain('Năm kế hoạch mà kinh phí của kỳ được cấp');
    expect(text).toMatch(/Để trống thì nhận đến hết ngày 30\/06\/2022 \(.*4157\/QĐ-UBND.*, theo tài liệu thực tế\)/);
    await officer.fill('Hạn mức (đồng)', '540.000.000');
    await officer.press('Mở kỳ');
    expect(officer.at()).toBe('/rounds/645-2021-2025.2022.local.ubnd-tinh-binh-dinh');
    expect(await officer.text()).toContain('30/06/2022');

    await officer.open('/rounds/new');
    expect(await choices(officer, 'fyear')).toEqual({ among: ['2023', '2024', '2025'], chosen: '2023' });
    await officer.leave();

    const head = await site.visitor('agency-head', { language: 'en' });
    await head.open('/rounds/new');
    expect((await choices(head, 'froute')).among).toEqual(['central']);
    expect(await head.text()).toMatch(/files are taken in to the end of 31\/03\/2022 \(.*1364\/QĐ-UBND.*, by analogy\)/);
    await head.leave();
    expect(await offers('agency-officer', '/rounds', 'Mở kỳ đăng ký')).toBe(false);
  });

  test('a council is proposed for a round of one’s own house, a scheme drafted where a round is open to its host', async () => {
    await openRound(world, vecom, 5_000_000_000);
    const officer = await site.visitor('agency-officer');
    await officer.open('/councils');
    await officer.press('Thành lập hội đồng');
    expect((await choices(officer, 'round')).among).toEqual(['645-2021-2025.2022.central']);
    await officer.leave();
    const province = await site.visitor('province-officer.binh-dinh');
    await province.open('/councils/new?round=645-2021-2025.2022.central');
    expect((await choices(province, 'round')).among).toEqual(['645-2021-2025.2022.local.ubnd-tinh-binh-dinh']);
    await province.leave();
    expect(await council('province-officer.dak-nong')).toBe(false);
    expect(await Promise.all(['host-drafter.vecom', 'host-drafter.binh-dinh', 'host-head.vecom'].map(scheme))).toEqual([true, true, false]);

    await world.moveTo('2022-04-05'); // the central round has closed, the province's has not
    expect(await Promise.all(['host-drafter.vecom', 'host-drafter.binh-dinh', 'host-drafter.dak-nong'].map(scheme))).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('a year whose day has gone by asks for another', async () => {
    await world.moveTo('2023-07-03');
    const officer = await site.visitor('province-officer.dak-nong');
    await officer.open('/rounds/new');
    expect((await choices(officer, 'fyear')).chosen).toBe('2023');
    expect(await officer.text()).toMatch(/Hạn theo quy định, 31\/03\/2023 \(.*\), đã qua nên phải chọn một ngày/);
    await officer.leave();
  });
});
