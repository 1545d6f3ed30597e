import { z } from 'zod';
import { isRefusal, type Refusal, refuse } from '../../domain/command.ts';
import type { RegulationPack } from '../../domain/regulation/pack.ts';
import { words } from '../../domain/text.ts';
import { addDays } from '../../domain/time/dates.ts';
import type { Committing } from '../commit.ts';
import type { Client } from '../database.ts';
import { type Changed, change } from './change.ts';
import { freeId } from './free-id.ts';

const kinds = ['ministry', 'agency', 'finance', 'province', 'host', 'local-finance', 'association', 'other'] as const;

/** An organisation as it is set up. `heading`: lines of the issuer's heading on documents; left out, its own name under that of the body above. */
export const NewOrganisation = z.strictObject({
  name: words(200),
  shortName: words(60),
  kind: z.enum(kinds),
  parentId: z.string().max(100).optional(),
  provinceId: z.string().max(100).optional(),
  code: z.string().trim().min(1).max(30).normalize('NFC').optional(),
  place: words(100),
  fromDate: z.iso.date(),
  predecessorId: z.string().max(100).optional(),
  reason: words(500),
});
export type NewOrganisation = z.infer<typeof NewOrganisation>;
export const EndOrganisation = z.strictObject({ on: z.iso.date(), reason: words(500) });
export const MergeOrganisation = z.strictObject({
  into: z.string().min(1).max(100),
  on: z.iso.date(),
  move: z.boolean(),
  reason: words(500),
});

type By = { id: string; by: string };
type Row = {
  id: string;
  name: string;
  fromDate: string;
  toDate: string | null;
  successorId: string | null;
  heading: string[];
  provinceId: string | null;
};
const rowText = `SELECT id, name, from_date::text AS "fromDate", to_date::text AS "toDate", successor_id AS "successorId", heading, province_id AS "provinceId" FROM organisation`;

const organisationOf = async (client: Client, id: string): Promise<Row | null> =>
  (await client.query<Row>(`${rowText} WHERE id = $1 FOR UPDATE`, [id])).rows[0] ?? null;
const standsOn = ({ fromDate, toDate }: Row, day: string): boolean => fromDate <= day && (toDate === null || toDate >= day);
const unknown = (organisation: string, on: string) => refuse('organisation.not-there', { organisation, on });

/** Sets an organisation up; where it comes after another one, that one ends the day before. */
export async function addOrganisation(at: Committing, { id, by }: By, input: NewOrganisation): Promise<Changed | Refusal> {
  const { reason, ...given } = input;
  return change(at, { id, by, what: 'add-organisation', subject: null, given, reason }, async (client) => {
    const parent = given.parentId === undefined ? null : await organisationOf(client, given.parentId);
    if (given.parentId !== undefined && (!parent || !standsOn(parent, given.fromDate))) return unknown(given.parentId, given.fromDate);
    const made = await freeId(client, 'organisation', given.name);
    const province = given.kind === 'province' ? made : (given.provinceId ?? parent?.provinceId ?? null);
    const heading = [...(parent?.heading ?? []), given.name.toUpperCase()];
    await client.query(
      `INSERT INTO organisation (id, name, short_name, kind, parent_id, province_id, code, heading, place, from_date, predecessor_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        made,
        given.name,
        given.shortName,
        given.kind,
        given.parentId ?? null,
        province,
        given.code ?? null,
        heading,
        given.place,
        given.fromDate,
        given.predecessorId ?? null,
      ],
    );
    if (given.predecessorId === undefined) return { subject: made };
    const ended = await replace(client, given.predecessorId, made, addDays(given.fromDate, -1), false);
    return isRefusal(ended) ? ended : { subject: made, also: ended };
  });
}

/** Ends an organisation that nobody comes after, on its last day. Its positions end with it. */
export async function endOrganisation(
  at: Committing,
  { id, by }: By,
  organisation: string,
  { on, reason }: z.infer<typeof EndOrganisation>,
  packs: Iterable<RegulationPack>,
): Promise<Changed | Refusal | null> {
  const needed = [...packs].some((pack) => Object.values(pack.organisations).includes(organisation) && on < pack.valid.to);
  return known(at, organisation, () =>
    change(at, { id, by, what: 'end-organisation', subject: organisation, given: { on }, reason }, async (client) => {
      const found = await organisationOf(client, organisation);
      if (!found) return unknown(organisation, on);
      if (needed) return refuse('organisation.named-by-law', { name: found.name });
      const units = await client.query<{ count: number }>(
        'SELECT count(*)::int FROM organisation WHERE parent_id = $1 AND (to_date IS NULL OR to_date > $2)',
        [organisation, on],
      );
      if (units.rows[0]?.count) return refuse('organisation.has-units', { name: found.name, count: units.rows[0].count }, undefined, 409);
      const ended = await end(client, found, on, null);
      return isRefusal(ended) ? ended : { subject: organisation, also: ended };
    }),
  );
}

/** Merges an organisation into another one, which holds its files and numbers from the next day on. Its people may go there in the same roles. */
export async function mergeOrganisation(
  at: Committing,
  { id, by }: By,
  organisation: string,
  { into, on, move, reason }: z.infer<typeof MergeOrganisation>,
): Promise<Changed | Refusal | null> {
  return known(at, organisation, () =>
    change(at, { id, by, what: 'merge-organisation', subject: organisation, given: { into, on, move }, reason }, async (client) => {
      const merged = await replace(client, organisation, into, on, move);
      return isRefusal(merged) ? merged : { subject: organisation, also: merged };
    }),
  );
}

async function known<T>({ database }: Committing, organisation: string, then: () => Promise<T>): Promise<T | null> {
  const { rowCount } = await database.query('SELECT FROM organisation WHERE id = $1', [organisation]);
  return rowCount ? then() : null;
}

async function replace(client: Client, former: string, successor: string, on: string, move: boolean) {
  const [found, after] = [await organisationOf(client, former), await organisationOf(client, successor)];
  if (!found) return unknown(former, on);
  if (!after || after.id === found.id || !standsOn(after, addDays(on, 1))) return unknown(successor, addDays(on, 1));
  const ended = await end(client, found, on, successor);
  if (isRefusal(ended) || !move) return ended;
  const moved = await client.query(
    `INSERT INTO position (id, person_id, organisation_id, role, title, from_date)
     SELECT gen_random_uuid()::text, h.person_id, $2, h.role, h.title, $4 FROM position h JOIN person p ON p.id = h.person_id
     WHERE h.organisation_id = $1 AND h.to_date = $3 AND p.ended_on IS NULL
       AND NOT EXISTS (SELECT FROM position o WHERE o.person_id = h.person_id AND o.organisation_id = $2 AND o.role = h.role AND (o.to_date IS NULL OR o.to_date >= $4))`,
    [former, successor, on, addDays(on, 1)],
  );
  return { ...ended, moved: moved.rowCount ?? 0 };
}

/** Ends an organisation and the positions in it. */
async function end(client: Client, found: Row, on: string, successor: string | null) {
  if (found.toDate !== null && (found.toDate <= on || found.successorId !== null))
    return refuse('organisation.ended-already', { name: found.name, on: found.toDate }, undefined, 409);
  if (on < found.fromDate) return refuse('organisation.ends-too-early', { name: found.name, from: found.fromDate });
  await client.query('UPDATE organisation SET to_date = $2, successor_id = $3 WHERE id = $1', [found.id, on, successor]);
  const positions = await client.query(
    'UPDATE position SET to_date = greatest($2, from_date) WHERE organisation_id = $1 AND (to_date IS NULL OR to_date > $2)',
    [found.id, on],
  );
  return { positionsEnded: positions.rowCount ?? 0 };
}
