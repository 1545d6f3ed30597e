import { z } from 'zod';
import { isRefusal, type Refusal, refuse } from '../../domain/command.ts';
import { words } from '../../domain/text.ts';
import { addDays } from '../../domain/time/dates.ts';
import type { Committing } from '../commit.ts';
import type { Client } from '../database.ts';
import { type Changed, change, type ReferenceChangeName } from './change.ts';
import { freeId } from './free-id.ts';
import { holdPosition, leavesNoAdministrator, NewPosition } from './positions.ts';

const Email = z
  .email()
  .max(200)
  .transform((email) => email.toLowerCase());
/** Somebody new, with the first position they hold. */
export const NewPerson = z.strictObject({ name: words(120), email: Email, ...NewPosition.shape });
export type NewPerson = z.infer<typeof NewPerson>;
export const PersonChange = z.strictObject({ name: words(120), email: Email, reason: words(500) });
export const EndPerson = z.strictObject({ on: z.iso.date(), reason: words(500) });

type By = { id: string; by: string };
/**
 * A hash that no password has: whoever is new sets a password by the letter that comes. It is verified as long as any other, so that no answer's
 * time tells who has none yet, or that there is nobody.
 */
export const noPassword = 'scrypt$16384$8$1$bm9ib2R5bm9ib2R5bm9ibw==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';

/** Takes somebody in. Their id is made of their address and never changes. */
export async function addPerson(at: Committing, { id, by }: By, input: NewPerson): Promise<Changed | Refusal> {
  const { reason, ...given } = input;
  const { name, email, ...position } = input;
  return change(at, { id, by, what: 'add-person', subject: null, given, reason }, async (client) => {
    if (await emailTaken(client, email, null)) return refuse('person.email-taken', { email }, undefined, 409);
    const [local = email] = email.split('@');
    const made = await freeId(client, 'person', local);
    await client.query('INSERT INTO person (id, email, name, password_hash) VALUES ($1, $2, $3, $4)', [made, email, name, noPassword]);
    const held = await holdPosition(client, made, position);
    return isRefusal(held) ? held : { subject: made, also: held };
  });
}

export async function changePerson(
  at: Committing,
  { id, by }: By,
  person: string,
  { name, email, reason }: z.infer<typeof PersonChange>,
): Promise<Changed | Refusal | null> {
  return known(at, person, () =>
    change(at, { id, by, what: 'change-person', subject: person, given: { name, email }, reason }, async (client) => {
      if (await emailTaken(client, email, person)) return refuse('person.email-taken', { email }, undefined, 409);
      const { rows } = await client.query<{ name: string; email: string }>('SELECT name, email FROM person WHERE id = $1 FOR UPDATE', [
        person,
      ]);
      await client.query('UPDATE person SET name = $2, email = $3 WHERE id = $1', [person, name, email]);
      return { subject: person, also: { formerName: rows[0]?.name ?? '', formerEmail: rows[0]?.email ?? '' } };
    }),
  );
}

/** Somebody leaves: `on` is their last day. Positions end with it, and they come in no more. */
export async function endPerson(
  at: Committing,
  { id, by }: By,
  person: string,
  { on, reason }: z.infer<typeof EndPerson>,
): Promise<Changed | Refusal | null> {
  return known(at, person, () =>
    change(at, { id, by, what: 'end-person', subject: person, given: { on }, reason }, async (client) => {
      const { rows } = await client.query<{ name: string; endedOn: string | null }>(
        'SELECT name, ended_on::text AS "endedOn" FROM person WHERE id = $1 FOR UPDATE',
        [person],
      );
      const [found] = rows;
      if (!found || found.endedOn) return refuse('person.ended-already', { name: found?.name ?? person }, undefined, 409);
      if (await leavesNoAdministrator(client, addDays(on, 1), { person })) return refuse('position.last-administrator', {}, undefined, 409);
      await client.query('UPDATE person SET ended_on = $2 WHERE id = $1', [person, addDays(on, 1)]);
      const ended = await client.query(
        'UPDATE position SET to_date = greatest($2, from_date) WHERE person_id = $1 AND (to_date IS NULL OR to_date > $2)',
        [person, on],
      );
      return { subject: person, also: { positionsEnded: ended.rowCount ?? 0 } };
    }),
  );
}

/** Takes down that an administrator helped somebody back into their account; what is done is not told here. */
export const noteHelp = (
  at: Committing,
  { id, by }: By,
  person: string,
  what: Extract<ReferenceChangeName, 'send-password-letter' | 'take-second-factor'>,
): Promise<Changed | Refusal> => change(at, { id, by, what, subject: person, given: {}, reason: null }, async () => ({ subject: person }));

async function known<T>({ database }: Committing, person: string, then: () => Promise<T>): Promise<T | null> {
  const { rowCount } = await database.query('SELECT FROM person WHERE id = $1', [person]);
  return rowCount ? then() : null;
}

const emailTaken = async (client: Client, email: string, but: string | null): Promise<boolean> =>
  Boolean((await client.query('SELECT FROM person WHERE email = $1 AND id IS DISTINCT FROM $2', [email, but])).rowCount);
