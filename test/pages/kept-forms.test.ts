import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tokenHashOf } from '../../server/identity/token.ts';
import { appointCouncil, openSession } from '../support/appraising.ts';
import { vecom } from '../support/cast.ts';
import { draft, eligible, openRound } from '../support/deciding.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site, type Visitor } from './site.ts';
import { fillAll } from './whole-way/people.ts';

const sumDong = 50_000_000;
const why = 'Hiệp hội đã bố trí nguồn khác cho đề án này.';
const nothingDone = 'việc chưa được thực hiện';

let world: Awaited<ReturnType<typeof freshWorld>>;
let site: Site;
beforeAll(async () => {
  world = await freshWorld();
  await openRound(world, vecom, 1_000_000_000);
  site = await openSite(world);
}, 180_000);
afterAll(async () => {
  await site.close();
  await world.close();
});

beforeEach(async () => {
  await kept().deleteMany();
});

const kept = () => site.served.parts.reader.keptForm;
const typedIn = (visitor: Visitor, field: string): Promise<string> =>
  visitor.page.$eval(field, (one) => (one as HTMLInputElement | HTMLTextAreaElement).value);
const sessionOf = async ({ page }: Visitor): Promise<string> =>
  tokenHashOf((await page.cookies()).find(({ name }) => name === 'session')?.value ?? '');

/** Somebody without scripts who signs in by the page. */
async function signedIn(person: string): Promise<Visitor> {
  const visitor = await site.visitor('-', { scripts: false });
  await visitor.open('/sign-in');
  await signIn(visitor, person);
  return visitor;
}

async function signIn(visitor: Visitor, person: string): Promise<void> {
  await fillAll(visitor, { 'Thư điện tử': `${person}@mau.test`, 'Mật khẩu': 'mau-thu-2022' });
  await visitor.press('Đăng nhập');
}

/** The twelve hours of a session are over; it is still known whose it was. */
async function expire(visitor: Visitor): Promise<void> {
  const tokenHash = await sessionOf(visitor);
  await site.served.parts.reader.session.update({ where: { tokenHash }, data: { expiresAt: new Date(Date.now() - 1_000) } });
  site.served.parts.identity.forget(tokenHash);
}

/** A session that was ended elsewhere: nothing of it is known any more. */
async function end(visitor: Visitor): Promise<void> {
  const tokenHash = await sessionOf(visitor);
  await site.served.parts.reader.session.delete({ where: { tokenHash } });
  site.served.parts.identity.forget(tokenHash);
}

/** The head writes why a scheme is withdrawn, and sends it after something has become of their sign-in. */
async function withdrawnAfter(happened: (visitor: Visitor) => Promise<void>): Promise<{ id: string; head: Visitor }> {
  const id = await eligible(world, vecom, sumDong);
  const head = await signedIn(vecom.head);
  await head.open(`/schemes/${id}/do/withdraw`);
  await head.fill('Lý do', why);
  await happened(head);
  await head.press('Rút đề án');
  return { id, head };
}

describe('a form that is sent after the sign-in has ended, without scripts', { timeout: 120_000 }, () => {
  test('stands filled in again once its writer has signed in, nothing done; sent, it is done once and kept no longer', async () => {
    const { id, head } = await withdrawnAfter(expire);
    expect(head.at()).toMatch(/^\/sign-in\?next=/);
    expect(await world.stateOf(id)).toBe('eligible');
    await signIn(head, vecom.head);
    expect(head.at()).toBe(`/schemes/${id}/do/withdraw`);
    expect(await head.text()).toContain(nothingDone);
    expect(await typedIn(head, 'textarea[name=reason]')).toBe(why);
    expect(await world.stateOf(id)).toBe('eligible');
    // Whoever looks elsewhere first and comes back finds it still there.
    await head.open(`/schemes/${id}`);
    await head.open(`/schemes/${id}/do/withdraw`);
    expect(await typedIn(head, 'textarea[name=reason]')).toBe(why);
    await head.press('Rút đề án');
    expect(await world.stateOf(id)).toBe('withdrawn');
    expect(await kept().count()).toBe(0);
    const { rows } = await world.database.query("SELECT FROM fact WHERE thing_id = $1 AND type = 'withdrawn'", [id]);
    expect(rows).toHaveLength(1);
    await head.leave();
  });

  test('another person who signs in at that browser is shown nothing of it, and it is let go', async () => {
    const { head: browser } = await withdrawnAfter(expire);
    expect(await kept().count()).toBe(1);
    await signIn(browser, vecom.drafter);
    expect(await browser.page.content()).not.toContain(why);
    expect(await kept().count()).toBe(0);
    await browser.leave();
  });

  test('nobody gets it without the cookie of the browser where it was typed', async () => {
    const { id, head } = await withdrawnAfter(expire);
    const elsewhere = await signedIn(vecom.head);
    await elsewhere.open(`/schemes/${id}/do/withdraw`);
    expect(await typedIn(elsewhere, 'textarea[name=reason]')).toBe('');
    const cookie = (await head.page.cookies()).find(({ name }) => name === 'kept');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    await signIn(head, vecom.head);
    expect(await typedIn(head, 'textarea[name=reason]')).toBe(why);
    for (const one of [head, elsewhere]) await one.leave();
  });

  test('of a session that was ended from elsewhere nothing is kept: nobody knows whose it was', async () => {
    const { id, head } = await withdrawnAfter(end);
    expect(await kept().count()).toBe(0);
    await signIn(head, vecom.head);
    expect(await world.stateOf(id)).not.toBe('withdrawn');
    await head.leave();
  });

  test('after an hour nothing is left of it', async () => {
    const { id, head } = await withdrawnAfter(expire);
    await kept().updateMany({ data: { until: new Date(Date.now() - 1_000) } });
    await signIn(head, vecom.head);
    expect(head.at()).toBe(`/schemes/${id}/do/withdraw`);
    expect(await typedIn(head, 'textarea[name=reason]')).toBe('');
    expect(await kept().count()).toBe(0);
    await head.leave();
  });

  test('a section of a proposal comes back as it was typed, and is no version yet', async () => {
    const id = await draft(world, vecom, sumDong);
    const drafter = await signedIn(vecom.drafter);
    await drafter.open(`/schemes/${id}/proposal/need`);
    await drafter.fill('Sự cần thiết', 'Hội viên chưa có kỹ năng bán hàng trực tuyến.');
    await expire(drafter);
    await drafter.press('Lưu');
    await signIn(drafter, vecom.drafter);
    expect(drafter.at()).toBe(`/schemes/${id}/proposal/need`);
    expect(await drafter.text()).toContain(nothingDone);
    expect(await typedIn(drafter, 'textarea[name=need]')).toBe('Hội viên chưa có kỹ năng bán hàng trực tuyến.');
    const { rows } = await world.database.query("SELECT FROM fact WHERE thing_id = $1 AND type = 'proposal-edited'", [id]);
    await drafter.press('Lưu');
    const after = await world.database.query("SELECT FROM fact WHERE thing_id = $1 AND type = 'proposal-edited'", [id]);
    expect(after.rows.length - rows.length).toBe(1);
    await drafter.leave();
  });

  test('a form that may carry files keeps what was typed beside them', async () => {
    const clerk = await signedIn('clerk');
    await clerk.open('/incoming/new');
    await clerk.fill('Trích yếu', 'Về việc đề nghị hướng dẫn lập đề án');
    await expire(clerk);
    await clerk.press('Vào sổ');
    await signIn(clerk, 'clerk');
    expect(clerk.at()).toBe('/incoming/new');
    expect(await clerk.text()).toContain('tệp kèm theo phải chọn lại');
    expect(await typedIn(clerk, '[name=subject]')).toBe('Về việc đề nghị hướng dẫn lập đề án');
    await clerk.leave();
  });

  test('a member of a council finds the score sheet on the desk again', async () => {
    const id = await eligible(world, vecom, sumDong);
    const council = await appointCouncil(world);
    await openSession(world, council, [id], '2022-01-21');
    const member = await signedIn('council-2');
    await member.open(`/councils/${council}/desk`);
    await member.fill('Nhận xét', 'Đề án có cơ sở, dự toán còn cao.');
    await expire(member);
    await member.press('Nộp phiếu');
    await signIn(member, 'council-2');
    expect(member.at()).toBe(`/councils/${council}/desk`);
    expect(await typedIn(member, 'textarea[name=comment]')).toBe('Đề án có cơ sở, dự toán còn cao.');
    await member.leave();
  });

  test('a password is never kept', async () => {
    const head = await signedIn(vecom.head);
    await head.open('/account/password');
    for (const field of await head.page.$$('main input[type=password]')) await field.type('một câu đủ dài để nhớ');
    await expire(head);
    await head.page.$eval('main form button', (button) => button.click());
    await head.page.waitForSelector('#email');
    await signIn(head, vecom.head);
    expect(await kept().count()).toBe(0);
    await head.leave();
  });

  test.each<[string, string, Record<string, string>, number]>([
    ['too long', '/schemes/x/do/withdraw', { reason: 'x'.repeat(300_000) }, 0],
    ['kept by the browser itself', '/schemes/x/do/withdraw', { reason: 'x', '_in-tab': '1' }, 0],
    ['of the sign-in', '/sign-in', { email: 'a@mau.test', password: 'b', next: '/' }, 0],
    ['any other', '/schemes/x/do/withdraw', { reason: 'x', password: 'b', token: 'c' }, 1],
  ])('of what is %s, as much is kept as may be', async (_, path, fields, count) => {
    const head = await signedIn(vecom.head);
    await expire(head);
    const session = (await head.page.cookies()).find(({ name }) => name === 'session')?.value;
    await head.leave();
    const headers = { cookie: `session=${session}`, origin: site.url };
    const answer = await fetch(site.url + path, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' });
    expect([303, 401]).toContain(answer.status);
    const rows = await kept().findMany();
    expect(rows.map(({ fields: typed }) => typed)).toEqual(count === 0 ? [] : ['reason=x']);
  });
});
