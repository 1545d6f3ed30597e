import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointCouncil, openBallot, seats } from '../support/appraising.ts';
import { vecom } from '../support/cast.ts';
import { eligible, openRound } from '../support/deciding.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site, type Visitor } from './site.ts';
import { pressHere } from './whole-way/people.ts';

/** The seven who accepted, and how each of them votes: a divided council. */
const votes = {
  'council-1': 'Thông qua',
  'council-2': 'Thông qua',
  'council-3': 'Không thông qua',
  'council-4': 'Thông qua có điều kiện',
  'council-5': 'Thông qua',
  'council-6': 'Thông qua',
  'council-7': 'Thông qua',
} as const;
const members = Object.keys(votes) as (keyof typeof votes)[];
const secretaryOf = 'council-5';
/** One votes by a phone without scripts, another by a phone. */
const looks: Partial<Record<keyof typeof votes, Parameters<Site['visitor']>[1]>> = {
  'council-6': { width: 360, height: 740 },
  'council-7': { width: 360, height: 740, scripts: false },
};

let world: Awaited<ReturnType<typeof freshWorld>>;
let site: Site;
let council: string;
let scheme: string;
let board: Visitor;
const desks = new Map<keyof typeof votes, Visitor>();
const deskOf = (member: keyof typeof votes): Visitor => desks.get(member) as Visitor;

beforeAll(async () => {
  world = await freshWorld();
  await openRound(world, vecom, 1_000_000_000);
  scheme = await eligible(world, vecom);
  council = await appointCouncil(world, ['council-8', 'council-9']);
  const session = { date: '2022-01-20', time: '08:30', place: 'Phòng họp số 2', agenda: [scheme] };
  await world.act(secretaryOf, 'council', council, 'call-session', session);
  await world.moveTo('2022-01-20');
  const attendance = members.map((personId) => ({ personId, present: true }));
  await world.act(secretaryOf, 'council', council, 'record-attendance', { attendance });
  site = await openSite(world);
  board = await site.visitor(secretaryOf);
  for (const member of members) desks.set(member, await site.visitor(member, looks[member] ?? {}));
}, 180_000);
afterAll(async () => {
  await site.close();
  await world.close();
});

const flat = async (visitor: Visitor): Promise<string> => (await visitor.text()).replace(/\s+/g, ' ');

/** Waits until the page says this, without being opened anew. */
const says = (visitor: Visitor, text: string) =>
  visitor.page.waitForFunction(
    (wanted) => document.querySelector('main')?.textContent?.replace(/\s+/g, ' ').includes(wanted),
    { timeout: 15_000 },
    text,
  );

async function cast(member: keyof typeof votes): Promise<void> {
  const desk = deskOf(member);
  await desk.page.waitForSelector('#desk-ballot form', { timeout: 15_000 });
  await desk.fill(votes[member], true);
  if (votes[member] === 'Thông qua có điều kiện') await desk.fill('Điều kiện', 'Nêu tiêu chí chọn học viên.');
  await desk.press('Bỏ phiếu');
}

describe('seven members at seven sign-ins, one ballot', { timeout: 120_000 }, () => {
  test('the ballot opens on every desk; whoever looks at a page with scripts need not open it anew', async () => {
    await Promise.all(members.map((member) => deskOf(member).open(`/councils/${council}/desk`)));
    await board.open(`/councils/${council}/board`);
    expect(await flat(deskOf('council-1'))).not.toContain('người có mặt đã bỏ phiếu');
    await openBallot(world, council, scheme, members);
    await Promise.all(
      members.map((member) =>
        looks[member]?.scripts === false ? deskOf(member).open(`/councils/${council}/desk`) : says(deskOf(member), '0 trên 7'),
      ),
    );
    await says(board, '0/7');
  });

  test('while it is open everybody sees how many have voted and nobody how', async () => {
    await Promise.all((['council-1', 'council-3', 'council-4'] as const).map(cast));
    await says(board, '3/7');
    await says(deskOf('council-2'), '3 trên 7');
    for (const other of [board, deskOf('council-2'), deskOf('council-3')]) {
      const page = await other.page.content();
      expect(page).not.toContain('Nêu tiêu chí chọn học viên.');
      expect(page).not.toContain('class="votes"');
    }
    const auditor = await site.visitor('auditor');
    await auditor.open(`/councils/${council}`);
    expect(await auditor.page.content()).not.toContain('Nêu tiêu chí chọn học viên.');
    await auditor.leave();
  });

  test('a vote is cast once, also by whoever has the desk open on a second screen', async () => {
    const second = await site.visitor('council-2');
    await second.open(`/councils/${council}/desk`);
    await cast('council-2');
    await says(second, 'đã bỏ phiếu: Thông qua');
    expect(await second.offers()).not.toContain('Bỏ phiếu');
    await second.leave();
    await says(board, '4/7');
  });

  test('it cannot be counted before the quorum has voted; then it is, with its arithmetic', async () => {
    expect(await flat(board)).toContain('Mới có 4 phiếu');
    expect(await board.page.$eval('#step-close-ballot', (button) => (button as HTMLButtonElement).disabled)).toBe(true);
    await Promise.all((['council-5', 'council-6', 'council-7'] as const).map(cast));
    await board.open(`/councils/${council}/board`);
    await says(board, '7/7');
    await board.press('Đóng bỏ phiếu, kiểm phiếu');
    const text = await flat(board);
    expect(text).toContain('Thông qua 5 Thông qua có điều kiện 1 Không thông qua 1');
    expect(text).toContain('Đồng ý 5 trên 7 người có mặt, cần ít nhất 5: đạt.');
    await says(deskOf('council-3'), 'Đề nghị phê duyệt');
    expect(await world.stateOf(scheme)).toBe('recommended');
  });

  test('who disagrees has it written down, and the minutes say what was counted', async () => {
    const against = deskOf('council-3');
    await against.open(`/councils/${council}/desk`);
    await pressHere(against, 'Ý kiến bảo lưu');
    await against.fill('Ý kiến của tôi', 'Không đồng ý với mức hỗ trợ.');
    await against.press('Ghi ý kiến bảo lưu');
    await board.open(`/councils/${council}/board`);
    for (const [person] of seats.filter(([, role]) => role === 'chair' || role === 'secretary')) {
      const signs = person === secretaryOf ? board : await site.visitor(person);
      await signs.open(`/councils/${council}/board`);
      await signs.press('Thông qua biên bản');
      if (signs !== board) await signs.leave();
    }
    await board.open(`/councils/${council}/minutes`);
    const minutes = await board.page.$eval('body', (body) => body.innerText);
    expect(minutes).toContain('Không đồng ý với mức hỗ trợ.');
    expect(minutes).toContain(
      '05 phiếu đề nghị phê duyệt, 01 phiếu đề nghị phê duyệt sau khi chỉnh sửa, hoàn thiện, 01 phiếu đề nghị không phê duyệt',
    );
  });
});
