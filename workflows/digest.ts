import { readFileSync } from 'node:fs';
import type { Committing } from '../commit/commit.ts';
import { derivedId } from '../commit/home.ts';
import type { Environment } from '../config/environment.ts';
import type { RegulationPack } from '../domain/regulation/pack.ts';
import { dateOf } from '../domain/time/programme-day.ts';
import { isWorkingDay } from '../domain/time/working-days.ts';
import { type Mail, openMail, type Person, sendOnce } from './mail.ts';

type Text = { vi: string; en: string };
type Words = { subject: Text; greeting: Text; list: Text; end: Text };
type Held = { id: string; subject: string; body: string };

/** From this time of a working day on, Hà Nội time, what was held is sent. */
const morning = '07:30';
const lookEveryMs = 60_000;
const personsAtOnce = 500;
/** What could not be sent for longer is read on screen alone. */
const tryForDays = 7;

const words = JSON.parse(readFileSync('templates/locales/digest.json', 'utf8')) as Words;
const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');

/** The morning for which digests are due at a moment of the programme: null before it, and on days on which nobody works. In a rehearsal a day is there at once. */
export function digestDay(now: string, packs: Iterable<RegulationPack>, rehearsal: boolean): string | null {
  const day = dateOf(now);
  const time = new Date(Date.parse(now) + 7 * 3_600_000).toISOString().slice(11, 16);
  const [first, ...others] = [...packs];
  const calendar = [...others, first].find((pack) => pack && pack.valid.from <= day && day <= pack.valid.to)?.calendar ?? first?.calendar;
  if (!calendar || !isWorkingDay(calendar, day)) return null;
  return rehearsal || time >= morning ? day : null;
}

/** One letter that tells all that was held: what each says by its first line, and where it is done. */
export function composeDigest(person: Pick<Person, 'name'>, day: string, held: Held[]): { subject: string; body: string } {
  const values = { name: person.name, day: day.split('-').reverse().join('/'), count: String(held.length) };
  const both = (text: Text, between: string) => `${fill(text.vi, values)}${between}${fill(text.en, values)}`;
  const lines = held.map(({ subject, body }, index) => `${index + 1}. ${subject}\n   ${body.trimEnd().split('\n').at(-1)}`);
  return {
    subject: both(words.subject, ' · '),
    body: `${fill(words.greeting.vi, values)}\n${both(words.list, '\n')}\n\n${lines.join('\n\n')}\n\n${both(words.end, '\n')}`,
  };
}

/**
 * Makes the digests of a morning: for each person who wants one, of all letters that were held, once a day; and sends those that were not
 * sent yet. Asked again it makes and sends nothing twice. Gives how many were made.
 */
export async function sendDigests(at: Pick<Committing, 'database'>, day: string, mail: Mail): Promise<number> {
  const { rows: persons } = await at.database.query<Person>(
    `SELECT p.id, p.email, p.name FROM person p WHERE EXISTS (SELECT FROM letter l WHERE l.person_id = p.id AND l.held AND l.digest_id IS NULL)
      AND NOT EXISTS (SELECT FROM digest d WHERE d.person_id = p.id AND d.day = $1) ORDER BY p.id LIMIT $2`,
    [day, personsAtOnce],
  );
  let made = 0;
  for (const person of persons) if (await makeDigest(at, day, person)) made += 1;
  if (!mail) return made;
  const { rows: unsent } = await at.database.query<Person & { digest: string; subject: string; body: string }>(
    `SELECT p.id, p.email, p.name, d.id AS digest, d.subject, d.body FROM digest d JOIN person p ON p.id = d.person_id
      WHERE d.sent_at IS NULL AND d.created_at > now() - make_interval(days => $1) ORDER BY d.created_at, d.id`,
    [tryForDays],
  );
  for (const { digest, subject, body, ...person } of unsent) {
    // Who cannot be reached holds up nobody else, and is tried again with the next look.
    await sendOnce(at, 'digest', digest, () => mail(person, { id: digest, subject, text: body })).catch((error: unknown) =>
      console.error(error),
    );
  }
  return made;
}

async function makeDigest({ database }: Pick<Committing, 'database'>, day: string, person: Person): Promise<boolean> {
  const client = await database.connect();
  try {
    await client.query('BEGIN');
    const { rows: held } = await client.query<Held>(
      'SELECT id, subject, body FROM letter WHERE person_id = $1 AND held AND digest_id IS NULL ORDER BY created_at, id FOR UPDATE',
      [person.id],
    );
    const id = derivedId(`digest/${person.id}/${day}`);
    const { subject, body } = composeDigest(person, day, held);
    const { rowCount } = await client.query(
      'INSERT INTO digest (id, person_id, day, subject, body) SELECT $1, $2, $3, $4, $5 WHERE $6 ON CONFLICT DO NOTHING',
      [id, person.id, day, subject, body, held.length > 0],
    );
    if (rowCount === 1) await client.query('UPDATE letter SET digest_id = $1 WHERE id = ANY($2)', [id, held.map((letter) => letter.id)]);
    await client.query('COMMIT');
    return rowCount === 1;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** Looks every minute whether the morning of a working day has come. Where that fails, PostgreSQL being away, the next look comes back to it. */
export function startDigests(at: Committing, environment: Environment): { stop(): void } {
  const mail = openMail(environment);
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const look = async (): Promise<void> => {
    try {
      const day = digestDay(await nowOf(at), at.packs.values(), at.rehearsal);
      if (day) await sendDigests(at, day, mail);
    } catch (error) {
      console.error(error);
    }
    if (!stopped) timer = setTimeout(look, lookEveryMs);
  };
  void look();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** The programme's time: the rehearsal's clock, or the real one. */
async function nowOf({ database, rehearsal }: Committing): Promise<string> {
  if (!rehearsal) return new Date().toISOString();
  const { rows } = await database.query<{ now: Date | string }>("SELECT now FROM programme_clock WHERE id = 'clock'");
  return new Date(rows[0]?.now ?? Date.now()).toISOString();
}
