import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readEnvironment } from '../../config/environment.ts';
import { notify } from '../../workflows/activities/notify.ts';
import { openLetters } from '../../workflows/letters.ts';
import { mailSink } from '../support/mail-sink.ts';
import { openCentralRound, submitByVecom } from '../support/steps.ts';
import { freshSystem, type System } from '../support/system.ts';

describe('a letter', () => {
  let on: System;
  beforeAll(async () => {
    on = await freshSystem();
    await openCentralRound(on);
  });
  afterAll(() => on.close());

  let owed: { key: string; thing: string };
  beforeEach(async () => {
    const id = await submitByVecom(on);
    const { rows } = await on.database.query("SELECT key FROM owed WHERE thing_id = $1 AND what = 'notify' ORDER BY seq DESC LIMIT 1", [
      id,
    ]);
    owed = { key: rows[0].key, thing: id };
  });

  const writer = (smtpUrl?: string) => notify(on.at, openLetters(on.at, readEnvironment(smtpUrl ? { SMTP_URL: smtpUrl } : {})));
  const kept = async () =>
    (
      await on.database.query<{ person: string; email: string; sent: boolean }>(
        'SELECT p.id AS person, p.email, l.sent_at IS NOT NULL AS sent FROM letter l JOIN person p ON p.id = l.person_id WHERE l.thing_id = $1 ORDER BY p.id',
        [owed.thing],
      )
    ).rows;
  const done = async () =>
    (await on.database.query<{ done: boolean }>('SELECT done_at IS NOT NULL AS done FROM owed WHERE key = $1', [owed.key])).rows[0]?.done;
  const asIfNeverDone = () => on.database.query('UPDATE owed SET done_at = NULL, done_by = NULL WHERE key = $1', [owed.key]);

  test('is written once to each person, however often its obligation is carried out', async () => {
    const write = writer();
    await Promise.all([write(owed.key), write(owed.key)]);
    await asIfNeverDone();
    await write(owed.key);
    const persons = (await kept()).map(({ person }) => person);
    expect(persons).toEqual(['agency-officer', 'agency-officer-2']);
    expect(await done()).toBe(true);
  });

  test('goes to the mail server once, also when two workers carry the same out at once', async () => {
    const sink = await mailSink();
    const write = writer(sink.url);
    await Promise.all([write(owed.key), write(owed.key), write(owed.key)]);
    await asIfNeverDone();
    await write(owed.key);
    expect(sink.received.flatMap(({ to }) => to).toSorted()).toEqual((await kept()).map(({ email }) => email).toSorted());
    expect(new Set(sink.received.map(({ messageId }) => messageId)).size).toBe(sink.received.length);
    await sink.close();
  });

  test('that its person’s mail server refuses holds up nobody else’s, and stays owed', async () => {
    const sink = await mailSink(['agency-officer@mau.test']);
    await expect(writer(sink.url)(owed.key)).rejects.toThrow(/no such person/);
    expect(await kept()).toMatchObject([
      { person: 'agency-officer', sent: false },
      { person: 'agency-officer-2', sent: true },
    ]);
    expect(await done()).toBe(false);
    await sink.close();
  });

  test('is kept, and stays owed, while the mail server is away; it goes once that is back', async () => {
    const away = await mailSink();
    await away.close();
    await expect(writer(away.url)(owed.key)).rejects.toThrow(/ECONNREFUSED/);
    expect((await kept()).map(({ sent }) => sent)).toEqual([false, false]);
    const sink = await mailSink();
    await writer(sink.url)(owed.key);
    expect((await kept()).map(({ sent }) => sent)).toEqual([true, true]);
    expect(await done()).toBe(true);
    await sink.close();
  });
});
