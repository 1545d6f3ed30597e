import { readFileSync } from 'node:fs';
import pg from 'pg';
import { z } from 'zod';
import { EnvironmentError } from '../../config/environment.ts';
import { hashPassword } from '../../server/identity/password.ts';

const samplePassword = 'mau-thu-2022';
const sampleDomain = 'mau.test';
/** Sample persons hold their positions from the programme's first day on. */
const inOffice = '2021-01-01';

const Organisation = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: z.enum(['ministry', 'agency', 'finance', 'province', 'host', 'local-finance', 'association', 'other']),
  parentId: z.string().nullable(),
  provinceId: z.string().nullable(),
  code: z.string().nullable(),
  heading: z.array(z.string()),
  place: z.string(),
  fromDate: z.iso.date(),
  toDate: z.iso.date().nullable(),
  predecessorId: z.string().nullable(),
  successorId: z.string().nullable(),
});
const SamplePerson = z.object({ id: z.string(), name: z.string(), organisationId: z.string(), role: z.string(), title: z.string() });

const SampleDelegation = z.object({
  id: z.string(),
  kind: z.enum(['tuq', 'kt', 'q']),
  organisationId: z.string(),
  givenBy: z.string(),
  toPerson: z.string(),
  symbol: z.string(),
  date: z.iso.date(),
  types: z.array(z.string()).min(1),
  from: z.iso.date(),
  to: z.iso.date(),
});

const read = <Schema extends z.ZodType>(name: string, schema: Schema) =>
  z.array(schema).parse(JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')));

async function addOrganisations(client: pg.Client): Promise<number> {
  const organisations = read('organisations.json', Organisation);
  const added = await client.query(
    `INSERT INTO organisation (id, name, short_name, kind, parent_id, province_id, code, heading, place, from_date, to_date, predecessor_id, successor_id)
     SELECT id, name, "shortName", kind, "parentId", "provinceId", code, heading, place, "fromDate", "toDate", "predecessorId", "successorId"
     FROM jsonb_to_recordset($1) AS given (id text, name text, "shortName" text, kind text, "parentId" text, "provinceId" text, code text, heading text[], place text,
       "fromDate" date, "toDate" date, "predecessorId" text, "successorId" text)
     ON CONFLICT (id) DO NOTHING`,
    [JSON.stringify(organisations)],
  );
  return added.rowCount ?? 0;
}

async function addSamplePersons(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM person');
  const known = new Set(rows.map((row) => row.id));
  const missing = read('persons.json', SamplePerson).filter((person) => !known.has(person.id));
  const given = await Promise.all(
    missing.map(async (person) => ({ ...person, email: `${person.id}@${sampleDomain}`, hash: await hashPassword(samplePassword) })),
  );
  const json = JSON.stringify(given);
  await client.query(
    `INSERT INTO person (id, email, name, password_hash)
     SELECT id, email, name, hash FROM jsonb_to_recordset($1) AS given (id text, email text, name text, hash text) ON CONFLICT DO NOTHING`,
    [json],
  );
  await client.query(
    `INSERT INTO position (id, person_id, organisation_id, role, title, from_date)
     SELECT id || '/' || role, id, "organisationId", role, title, $2::date FROM jsonb_to_recordset($1) AS given (id text, "organisationId" text, role text, title text)
     ON CONFLICT DO NOTHING`,
    [json, inOffice],
  );
  return missing.length;
}

/** Written authorities to sign that the sample persons have given one another. */
async function addSampleDelegations(client: pg.Client): Promise<void> {
  await client.query(
    `INSERT INTO delegation (id, kind, organisation_id, given_by, to_person_id, symbol, date, types, from_date, to_date, recorded_by)
     SELECT id, kind, "organisationId", "givenBy", "toPerson", symbol, date, types, "from", "to", 'administrator'
     FROM jsonb_to_recordset($1) AS given (id text, kind text, "organisationId" text, "givenBy" text, "toPerson" text, symbol text, date date, types text[], "from" date, "to" date)
     ON CONFLICT (id) DO NOTHING`,
    [JSON.stringify(read('delegations.json', SampleDelegation))],
  );
}

/** Sample persons have a public password: a system in real time must not have them. Throws an EnvironmentError where one is found. */
export async function refuseSamplePersons(client: Pick<pg.Client, 'query'>): Promise<void> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM person WHERE email LIKE $1 ORDER BY id LIMIT 3', [
    `%@${sampleDomain}`,
  ]);
  if (rows.length === 0) return;
  throw new EnvironmentError(
    `This database holds sample persons (${rows.map((row) => row.id).join(', ')} …), whose password is public: it cannot serve in real time. Use a fresh database, or start a rehearsal (REHEARSAL=2022-01-10).`,
  );
}

/** Nor may they come into a database that serves real persons. Throws an EnvironmentError where there are such alone. */
async function refuseRealPersons(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ real: boolean }>('SELECT coalesce(bool_and(email NOT LIKE $1), false) AS real FROM person', [
    `%@${sampleDomain}`,
  ]);
  if (rows[0]?.real !== true) return;
  throw new EnvironmentError(
    'This database serves real persons: sample persons, whose password is public, are not put into it. Start it in real time (REHEARSAL=off), or without them (SAMPLE_PERSONS=off).',
  );
}

/**
 * Puts in what is missing: organisations always, sample persons with the authorities they gave where they are wanted. What is there stays as it is.
 * @param ownerUrl the database, by the role that owns the tables
 * @param rehearsal whether the system's clock is a rehearsal's; in real time sample persons are refused
 * @returns how many of each were added
 * @throws EnvironmentError where sample persons are present but not wanted, or wanted beside real ones
 */
export async function seed(
  ownerUrl: string,
  samplePersons: boolean,
  rehearsal = samplePersons,
): Promise<{ organisations: number; persons: number }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => {}); // a database that is stopped meanwhile: the statement under way fails
  await client.connect();
  try {
    await client.query('BEGIN');
    if (samplePersons) await refuseRealPersons(client);
    if (!rehearsal) await refuseSamplePersons(client);
    const organisations = await addOrganisations(client);
    const persons = samplePersons ? await addSamplePersons(client) : 0;
    if (samplePersons) await addSampleDelegations(client);
    await client.query('COMMIT');
    return { organisations, persons };
  } finally {
    await client.end();
  }
}
