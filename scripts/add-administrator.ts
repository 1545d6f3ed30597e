import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { z } from 'zod';
import { needed, readEnvironment } from '../config/environment.ts';
import { hashPassword } from '../server/identity/password.ts';
import { explain, SetupError } from './setup/progress.ts';

const Given = z.object({
  email: z.email().transform((email) => email.toLowerCase()),
  name: z.string().trim().min(1),
  organisation: z.string().default('bo-cong-thuong'),
});

/** `npm run add-administrator EMAIL "FULL NAME" [ORGANISATION]`: the first person of a system in real time, who then lets in all others. Prints a password once. */
async function addAdministrator(): Promise<string> {
  const [email, name, organisation] = process.argv.slice(2);
  const given = Given.safeParse({ email, name, organisation });
  if (!given.success) {
    throw new SetupError(
      'An e-mail address and a full name are needed.',
      'npm run add-administrator nguyen.van.a@example.gov.vn "Nguyễn Văn A" [organisation]',
    );
  }
  const person = given.data;
  const password = randomBytes(15).toString('base64url');
  const client = new pg.Client({ connectionString: needed(readEnvironment(), 'databaseUrl') });
  await client.connect();
  try {
    await client.query('BEGIN');
    const [id = person.email] = person.email.split('@');
    const added = await client.query('INSERT INTO person (id, email, name, password_hash) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
      id,
      person.email,
      person.name.normalize('NFC'),
      await hashPassword(password),
    ]);
    if (added.rowCount === 0)
      throw new SetupError(`${person.email} is there already.`, 'Let an administrator change that person, or give another address.');
    const placed = await client.query(
      `INSERT INTO position (id, person_id, organisation_id, role, title, from_date)
       SELECT $1 || '/administrator', $1, id, 'administrator', 'Quản trị hệ thống', current_date FROM organisation WHERE id = $2`,
      [id, person.organisation],
    );
    if (placed.rowCount === 0)
      throw new SetupError(`There is no organisation ${person.organisation}.`, 'Its id is in prisma/seed/organisations.json.');
    await client.query('COMMIT');
    return `${person.email} is an administrator. Password, shown this once: ${password}`;
  } finally {
    await client.end();
  }
}

try {
  console.log(await addAdministrator());
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
