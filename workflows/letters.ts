import { readFileSync } from 'node:fs';
import type { Committing } from '../commit/commit.ts';
import { derivedId } from '../commit/home.ts';
import type { Environment } from '../config/environment.ts';
import type { Json } from '../domain/command.ts';
import { dateOf } from '../domain/time/programme-day.ts';
import type { OwedRow } from './activities/owed.ts';
import { openMail, type Person, sendOnce } from './mail.ts';

type Text = { vi: string; en: string };
type Messages = Record<string, { subject: Text; body: Text }>;
export type LetterWriter = { write(letter: { id: string; person: Person; owed: OwedRow }): Promise<void> };

const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
const vietnamese = (instant: Json | undefined): string =>
  typeof instant === 'string' ? dateOf(instant).split('-').reverse().join('/') : '';

/**
 * Letters to people: kept in PostgreSQL (the mailbox on screen), and sent by SMTP where there is one. A letter kept is sent once; of those who
 * want to be told once a morning it is held for their digest.
 */
export function openLetters(at: Committing, environment: Environment): LetterWriter {
  const messages = JSON.parse(readFileSync('templates/locales/letters.json', 'utf8')) as Messages;
  const mail = openMail(environment);
  return {
    async write({ id, person, owed }) {
      const name = String(owed.params.message ?? '');
      const message = messages[name] ?? messages['waits-for-you'];
      if (!message) throw new Error(`templates/locales/letters.json has no letter "${name}".`);
      const { title, state } = await about(at, owed);
      const clock = owed.params.clockTitle as Text | undefined;
      const values = {
        name: person.name,
        title,
        state: state.vi,
        stateEn: state.en,
        clock: clock?.vi ?? '',
        clockEn: clock?.en ?? '',
        due: vietnamese(owed.params.due),
        link: `${environment.publicUrl}${addressOf(owed)}`,
      };
      const subject = fill(`${message.subject.vi} · ${message.subject.en}`, values);
      const body = `${fill(message.body.vi, values)}\n\n${fill(message.body.en, values)}\n\n${values.link}`;
      await at.database.query({
        name: 'letter',
        text: `INSERT INTO letter (id, person_id, thing_id, subject, body, at, held)
          SELECT $1, $2, $3, $4, $5, $6::timestamptz, EXISTS (SELECT FROM telling WHERE person_id = $2 AND way = 'digest') ON CONFLICT DO NOTHING`,
        values: [id, person.id, owed.thing, subject, body, owed.at],
      });
      if (!mail) return;
      await sendOnce(at, 'letter', id, () => mail(person, { id, subject, text: body }));
    },
  };
}

/** Writes to each of them, one letter a person and obligation. Who cannot be reached holds up nobody else; in the end the first failure is thrown, so that it is tried again. */
export async function writeToAll(letters: LetterWriter, owed: OwedRow, persons: Person[]): Promise<void> {
  const failures: unknown[] = [];
  for (const person of persons) {
    try {
      await letters.write({ id: derivedId(`${owed.key}/${person.id}`), person, owed });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

async function about(at: Committing, owed: OwedRow): Promise<{ title: string; state: Text }> {
  const { rows } = await at.database.query<{ pack: string; route: string; state: string; title: string | null }>({
    name: 'about',
    text: `SELECT pack, route, state, coalesce(data->'proposal'->>'title', data->>'title', data->>'name', data->>'subject') AS title FROM thing WHERE id = $1`,
    values: [owed.thing],
  });
  const row = rows[0];
  const state = row && at.packs.get(row.pack)?.processes[row.route]?.[owed.kind].states[row.state]?.title;
  return { title: row?.title ?? owed.thing, state: state ?? { vi: row?.state ?? '', en: row?.state ?? '' } };
}

/** Where a thing is on the pages. */
const addressOf = ({ kind, thing }: OwedRow): string => `/${kind === 'incoming' ? kind : `${kind}s`}/${thing}`;
