import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { allPages } from '../../server/pages/all-pages.ts';
import { mailSink } from '../support/mail-sink.ts';
import { type Served, serve } from './server.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

type Sent = { cookie?: string; form?: Record<string, string> };
/** What a browser sends, by hand; where it is led is not followed. */
async function browse(path: string, { cookie, form }: Sent = {}, at: Served = served) {
  const response = await fetch(at.url + path, {
    method: form ? 'POST' : 'GET',
    headers: { accept: 'text/html', ...(cookie && { cookie }) },
    ...(form && { body: new URLSearchParams(form) }),
    redirect: 'manual',
  });
  const set = response.headers.getSetCookie();
  const value = (name: string) => set.find((one) => one.startsWith(`${name}=`))?.split(';')[0] ?? '';
  return {
    status: response.status,
    to: response.headers.get('location'),
    text: await response.text(),
    set,
    session: value('session'),
    half: value('half'),
  };
}
const password = 'mau-thu-2022';
const enter = (person: string, { cookie, secret = password }: { cookie?: string; secret?: string } = {}, at?: Served) =>
  browse('/sign-in', { ...(cookie && { cookie }), form: { email: `${person}@mau.test`, password: secret, next: '/account' } }, at);

describe('who has not signed in', () => {
  test('is led to the sign-in by every page that is not for everybody, and sees nothing of it', async () => {
    const shown: string[] = [];
    for (const { path, method } of allPages.filter(({ access }) => access === 'signed-in')) {
      const address = path.replace(/\{year\}/g, '2022').replace(/\{\w+\}/g, 'x');
      const { status, to, text } = await browse(address, method === 'post' ? { form: {} } : {});
      if (status !== 303 || !to?.startsWith('/sign-in?next=') || text.length > 200) shown.push(`${method} ${address}: ${status}`);
    }
    expect(shown).toEqual([]);
  });
});

describe('a sign-in on the page', () => {
  test('gives a token of its own whatever the browser brought, and ends the session that it brought', async () => {
    const planted = `session=${await served.token('clerk')}`;
    const { session, set } = await enter('finance-officer', { cookie: planted });
    expect(session).toMatch(/^session=[\w-]{43}$/);
    expect(session).not.toBe(planted);
    expect(set.find((one) => one.startsWith('session='))).toMatch(/HttpOnly; SameSite=Lax/);
    expect((await browse('/account', { cookie: planted })).status).toBe(303);
    expect((await browse('/account', { cookie: session })).status).toBe(200);
    const never = await enter('finance-officer', { cookie: 'session=chosen-by-somebody-else-0123456789' });
    expect(never.session).toMatch(/^session=[\w-]{43}$/);
  });

  test('leads to no other site', async () => {
    const { to } = await browse('/sign-in', { form: { email: 'clerk@mau.test', password, next: '//evil.example/' } });
    expect(to).toBe('/');
  });

  test('is locked after too many failures, for accounts that nobody has as well, and stays so after a restart', async () => {
    const strict = await serve({ SIGN_IN_LIMIT: '3' });
    const again = await serve({ SIGN_IN_LIMIT: '3', DATABASE_URL: strict.database.url });
    try {
      const statuses = async (person: string) => {
        const all: number[] = [];
        for (let i = 0; i < 2; i += 1)
          all.push((await strict.send('POST', '/api/session', { body: { email: `${person}@mau.test`, password: 'sai' } })).status);
        return all;
      };
      expect(await statuses('signer')).toEqual([401, 401]);
      for (const person of ['signer', 'nobody-at-all'])
        for (let i = 0; i < 3; i += 1) await again.parts.attempts.failed(`${person}@mau.test`);
      const locked = await again.send('POST', '/api/session', { body: { email: 'signer@mau.test', password } });
      const nobody = await again.send('POST', '/api/session', { body: { email: 'nobody-at-all@mau.test', password } });
      expect([locked.status, nobody.status]).toEqual([429, 429]);
      expect(nobody.body).toEqual(locked.body);
    } finally {
      await again.close();
      await strict.close();
    }
  });
});

describe('a second factor', () => {
  let secret = '';
  let codes: string[] = [];
  const person = 'finance-head';
  const codeAt = (secondsFromNow = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({
      timestamp: Date.now() + secondsFromNow * 1000,
    });
  const bySession = (code?: string) =>
    served.send('POST', '/api/session', { body: { email: `${person}@mau.test`, password, ...(code !== undefined && { code }) } });

  test('is set up with the password and a first code; its secret is kept where only a server can read it', async () => {
    const { session: cookie } = await enter(person);
    expect((await browse('/account/second-factor/begin', { cookie, form: { password: 'sai' } })).status).toBe(422);
    expect((await browse('/account/second-factor/begin', { cookie, form: { password } })).status).toBe(303);
    const page = await browse('/account/second-factor', { cookie });
    secret = /<code class="secret">([A-Z2-7 ]+)<\/code>/.exec(page.text)?.[1]?.replaceAll(' ', '') ?? '';
    expect(secret).toHaveLength(32);
    const kept = await served.parts.reader.secondFactor.findUniqueOrThrow({ where: { personId: person } });
    expect(kept.secret).not.toContain(secret);
    expect((await bySession()).status).toBe(200);
    expect((await browse('/account/second-factor/confirm', { cookie, form: { code: '000000' } })).status).toBe(422);
    const done = await browse('/account/second-factor/confirm', { cookie, form: { code: codeAt(-30) } });
    codes = [...done.text.matchAll(/<code>([A-Z0-9-]{19})<\/code>/g)].map(([, code = '']) => code);
    expect(codes).toHaveLength(10);
    expect((await browse('/account/second-factor', { cookie })).text).not.toContain(codes[0]);
  });

  test('asks programs for its code: without one 401 says so, each code is good once', async () => {
    expect((await bySession()).body).toMatchObject({ status: 401, type: 'urn:de-an:problem:code-needed' });
    expect((await bySession('000000')).body).toMatchObject({ status: 401, type: 'urn:de-an:problem:code-wrong' });
    const code = codeAt();
    expect((await bySession(code)).status).toBe(200);
    expect((await bySession(code)).status).toBe(401);
    expect((await bySession(codeAt(-30))).status).toBe(401);
  });

  test('asks on a page of its own, which the password alone does not pass', async () => {
    const first = await enter(person);
    expect([first.to, first.session]).toEqual(['/sign-in/code?next=%2Faccount', '']);
    expect((await browse('/account', { cookie: first.half })).status).toBe(303);
    expect((await browse('/sign-in/code', { form: { code: codes[0]! } })).to).toBe('/sign-in?next=%2F');
    expect((await browse('/sign-in/code', { cookie: first.half, form: { code: '123456' } })).status).toBe(401);
    const second = await browse('/sign-in/code', { cookie: first.half, form: { code: codes[0]!.toLowerCase(), next: '/account' } });
    expect([second.status, second.to]).toEqual([303, '/account']);
    expect((await browse('/account', { cookie: second.session })).status).toBe(200);
    expect((await browse('/sign-in/code', { cookie: first.half, form: { code: codes[0]! } })).status).toBe(401);
  });

  test('is not passed by what somebody else made of the cookie', async () => {
    const { half } = await enter(person);
    const forged = await browse('/sign-in/code', { cookie: `${half.slice(0, -4)}AAAA`, form: { code: codes[1]! } });
    expect(forged.to).toMatch(/^\/sign-in\?next=/);
  });
});

describe('a forgotten password', () => {
  const tokenOf = (letter: { body: string }) => /token=([\w-]+)/.exec(letter.body)?.[1] ?? '';
  const letters = (person: string) =>
    served.parts.reader.letter.findMany({ where: { personId: person, thingId: 'account' }, orderBy: { createdAt: 'desc' } });
  const ask = (email: string) => browse('/forgotten', { form: { email } });
  const set = (token: string, secret: string, again = secret) => browse('/new-password', { form: { token, password: secret, again } });

  test('is asked for with the same answer whether or not somebody has the address', async () => {
    const known = await ask('clerk@mau.test');
    const unknown = await ask('khong-co-ai@mau.test');
    const same = (text: string) => text.replace(/Giờ của Chương trình: [^.]*/, '').replace(/[\da-f-]{36}/g, '');
    expect([known.status, same(known.text)]).toEqual([unknown.status, same(unknown.text)]);
  });

  test('is set anew by the link once; then all sessions have ended, and the old password is none', async () => {
    const before = await enter('council-2');
    await ask('Council-2@mau.test');
    await vi.waitFor(async () => expect(await letters('council-2')).toHaveLength(1));
    const token = tokenOf((await letters('council-2'))[0]!);
    const kept = await served.parts.reader.passwordReset.findMany({ where: { personId: 'council-2' } });
    expect(JSON.stringify(kept)).not.toContain(token);
    expect((await browse(`/new-password?token=${token}`)).status).toBe(200);
    expect((await set(token, 'quá ngắn')).status).toBe(422);
    expect((await set(token, 'một câu đủ dài để nhớ', 'một câu khác hẳn để nhớ')).status).toBe(422);
    const both = await Promise.all([set(token, 'một câu đủ dài để nhớ'), set(token, 'một câu khác hẳn để nhớ')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 410]);
    expect((await browse(`/new-password?token=${token}`)).status).toBe(410);
    expect((await browse('/account', { cookie: before.session })).status).toBe(303);
    expect((await enter('council-2')).status).toBe(401);
  });

  test('is not set anew by a link that is too old', async () => {
    await ask('council-3@mau.test');
    await vi.waitFor(async () => expect(await letters('council-3')).toHaveLength(1));
    await served.parts.reader.passwordReset.updateMany({ where: { personId: 'council-3' }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect((await set(tokenOf((await letters('council-3'))[0]!), 'một câu đủ dài để nhớ')).status).toBe(410);
    expect((await enter('council-3')).status).toBe(303);
  });

  test('does not fill a mailbox: so many letters an hour and no more', async () => {
    for (let i = 0; i < 7; i += 1) {
      await ask('council-4@mau.test');
      await vi.waitFor(async () => expect((await letters('council-4')).length).toBe(Math.min(i + 1, 5)));
    }
    expect(await letters('council-4')).toHaveLength(5);
  });
});

test('with a mail server the way to a new password goes by mail, and is kept nowhere else', async () => {
  const sink = await mailSink();
  const posting = await serve({ SMTP_URL: sink.url });
  try {
    await browse('/forgotten', { form: { email: 'auditor@mau.test' } }, posting);
    await vi.waitFor(() => expect(sink.received).toHaveLength(1), 5_000);
    expect(sink.received[0]?.to).toEqual(['auditor@mau.test']);
    expect(await posting.parts.reader.letter.count()).toBe(0);
  } finally {
    await posting.close();
    await sink.close();
  }
});

describe('a changed password', () => {
  test('needs the old one, ends the sessions elsewhere, and is told by letter', async () => {
    const [here, elsewhere] = [await enter('council-5'), await enter('council-5')];
    const change = (former: string) =>
      browse('/account/password', {
        cookie: here.session,
        form: { former, password: 'một câu đủ dài để nhớ', again: 'một câu đủ dài để nhớ' },
      });
    expect((await change('sai')).status).toBe(422);
    expect((await change(password)).status).toBe(303);
    expect((await browse('/account', { cookie: here.session })).status).toBe(200);
    expect((await browse('/account', { cookie: elsewhere.session })).status).toBe(303);
    expect((await enter('council-5', { secret: 'một câu đủ dài để nhớ' })).status).toBe(303);
    expect(
      await served.parts.reader.letter.count({ where: { personId: 'council-5', subject: { contains: 'Mật khẩu đã được đổi' } } }),
    ).toBe(1);
  });
});

test('a session is ended by its owner alone', async () => {
  const [mine, other] = [await enter('council-6'), await enter('council-7')];
  const id =
    /name="session" value="([\da-f]+)"/.exec((await browse('/account', { cookie: (await enter('council-7')).session })).text)?.[1] ?? '';
  expect(id).toHaveLength(24);
  expect((await browse('/account/sessions/end', { cookie: mine.session, form: { session: id } })).status).toBe(404);
  expect((await browse('/account', { cookie: other.session })).status).toBe(200);
});
