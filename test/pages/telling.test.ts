import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnvironment } from '../../config/environment.ts';
import { notify } from '../../workflows/activities/notify.ts';
import { sendDigests } from '../../workflows/digest.ts';
import { openLetters } from '../../workflows/letters.ts';
import { openMail } from '../../workflows/mail.ts';
import { mailSink } from '../support/mail-sink.ts';
import { openCentralRound, submitByVecom } from '../support/steps.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site } from './site.ts';

let world: Awaited<ReturnType<typeof freshWorld>>;
let site: Site;
let sink: Awaited<ReturnType<typeof mailSink>>;
beforeAll(async () => {
  world = await freshWorld();
  await openCentralRound(world);
  site = await openSite(world);
  sink = await mailSink();
});
afterAll(async () => {
  await sink.close();
  await site.close();
  await world.close();
});

/** A scheme is submitted, and everybody who has to hear of it is told. */
async function submitAndTell(): Promise<string> {
  const id = await submitByVecom(world);
  const tell = notify(world.at, openLetters(world.at, readEnvironment({ SMTP_URL: sink.url, PUBLIC_URL: 'https://de-an.example' })));
  const { rows } = await world.database.query<{ key: string }>(
    "SELECT key FROM owed WHERE thing_id = $1 AND what = 'notify' AND done_at IS NULL",
    [id],
  );
  for (const { key } of rows) await tell(key);
  return id;
}
const sentTo = (person: string) => sink.received.filter(({ to }) => to.includes(`${person}@mau.test`));
const mail = () => openMail(readEnvironment({ SMTP_URL: sink.url }));

describe('how people are told', () => {
  test('who chooses so has one letter a working morning, without scripts; everybody else one each, at once', async () => {
    const officer = await site.visitor('agency-officer', { scripts: false });
    await officer.open('/mail');
    await officer.page.click('input[value=digest]');
    await officer.press('Lưu lựa chọn');
    expect(await officer.text()).toContain('một thư tổng hợp mỗi sáng');

    const schemes = [await submitAndTell(), await submitAndTell()];
    expect(sentTo('agency-officer')).toEqual([]);
    expect(sentTo('agency-officer-2')).toHaveLength(2);
    await officer.open('/mail');
    expect(await officer.text()).toContain('chờ thư tổng hợp');

    await Promise.all([sendDigests(world.at, '2022-01-11', mail()), sendDigests(world.at, '2022-01-11', mail())]);
    await sendDigests(world.at, '2022-01-11', mail());
    expect(sentTo('agency-officer')).toHaveLength(1);
    const text = Buffer.from(
      sentTo('agency-officer')[0]?.text.split('\r\n\r\n').slice(1).join('').replaceAll('\r\n', '') ?? '',
      'base64',
    ).toString('utf8');
    const whole = sentTo('agency-officer')[0]?.text.includes('base64')
      ? text
      : (sentTo('agency-officer')[0]?.text.replaceAll('=\r\n', '') ?? '');
    for (const id of schemes) expect(whole).toContain(`/schemes/${id}`);

    await officer.open('/mail');
    expect(await officer.text()).toMatch(/Thư tổng hợp[\s\S]*2 thông báo/);
    await officer.leave();
  });

  test('a letter on screen leads to where it is done', async () => {
    const id = await submitAndTell();
    const officer = await site.visitor('agency-officer-2');
    await officer.open('/mail');
    await officer.press('Tiếp nhận hồ sơ hợp lệ');
    expect(officer.at()).toMatch(/^\/schemes\/.*\/do\/accept-file$/);
    expect(
      await (await fetch(`${site.url}/schemes/${id}`, { headers: { cookie: `session=${await site.served.token('agency-officer-2')}` } }))
        .status,
    ).toBe(200);
    await officer.leave();
  });
});
