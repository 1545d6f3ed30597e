import type { Needs, OrganisationView, PersonView, RegisterKey, Situation, ThingView } from '../domain/command.ts';
import type { Delegation } from '../domain/document/authority/delegation.ts';
import type { Client } from './database.ts';
import { fundColumns } from './funds.ts';

export const nothing: Situation = { things: {}, organisations: {}, persons: {}, funds: {}, registerLast: 0, usedSlips: [] };

const thingText = `SELECT id, kind, pack, route, state, seq, data, readers,
  (SELECT coalesce(jsonb_object_agg(key, p.data), '{}') FROM thing_part p WHERE p.thing_id = thing.id) AS parts FROM thing WHERE id = ANY($1)`;
const organisationText = `SELECT id, name, short_name AS "shortName", kind, province_id AS "provinceId", parent_id AS "parentId", heading, place, code,
  to_date::text AS "toDate", successor_id AS "successorId" FROM organisation WHERE from_date <= $1`;
const inForceText = `${organisationText} AND (to_date IS NULL OR to_date >= $1)`;
/** Every organisation with those that were merged into it before the day. */
export const linesText = `WITH RECURSIVE line(standing, id, province_id) AS (SELECT id, id, province_id FROM organisation
  UNION SELECT line.standing, before.id, before.province_id FROM line JOIN organisation before ON before.successor_id = line.id AND before.to_date < $1::date)`;
const formerlyText = `(SELECT jsonb_build_object('formerly', jsonb_agg(jsonb_build_object('organisationId', line.id, 'provinceId', line.province_id) ORDER BY line.id))
  FROM line WHERE line.standing = h.organisation_id AND line.id <> h.organisation_id HAVING count(*) > 0)`;
const personText = `${linesText} SELECT p.id, p.name, coalesce(jsonb_agg(jsonb_build_object('role', h.role, 'title', h.title, 'organisationId', h.organisation_id,
  'provinceId', o.province_id) || coalesce(${formerlyText}, '{}')) FILTER (WHERE h.id IS NOT NULL), '[]') AS positions
  FROM person p LEFT JOIN position h ON h.person_id = p.id AND h.from_date <= $1 AND (h.to_date IS NULL OR h.to_date >= $1)
  LEFT JOIN organisation o ON o.id = h.organisation_id`;

/** Authorities with what the giver was in the organisation on the instrument's day: its head, or somebody who signed by an authority themselves. */
export const delegationText = `SELECT d.id, d.kind, d.organisation_id AS "organisationId", d.given_by AS "givenBy", d.to_person_id AS "toPerson",
  CASE WHEN d.to_role IS NOT NULL THEN jsonb_build_object('organisationId', d.to_organisation_id, 'role', d.to_role) END AS "toOffice",
  d.symbol, d.date::text, d.types, d.from_date::text AS "from", d.to_date::text AS "to", d.ended_on::text AS "endedOn",
  ARRAY(SELECT h.title FROM position h WHERE h.person_id = d.given_by AND h.organisation_id = d.organisation_id
    AND h.from_date <= d.date AND (h.to_date IS NULL OR h.to_date >= d.date) ORDER BY h.id) AS "giverTitles",
  (SELECT e.kind FROM delegation e LEFT JOIN position h ON h.organisation_id = e.to_organisation_id AND h.role = e.to_role
      AND h.from_date <= d.date AND (h.to_date IS NULL OR h.to_date >= d.date)
    WHERE e.id <> d.id AND e.organisation_id = d.organisation_id AND d.given_by IN (e.to_person_id, h.person_id)
      AND e.from_date <= d.date AND (e.to_date IS NULL OR e.to_date >= d.date) AND (e.ended_on IS NULL OR e.ended_on > d.date) ORDER BY e.id LIMIT 1) AS "giverActsBy"
  FROM delegation d`;

const byId = <T extends { id: string }>(rows: T[]): Record<string, T> => Object.fromEntries(rows.map((row) => [row.id, row]));

/** Loads what a rule says it needs, inside the transaction; `today` decides which organisations and positions are in force. */
export async function load(client: Client, needs: Needs, today: string): Promise<Situation> {
  const { register, slips } = needs;
  const [things, organisations, persons, holders, funds, delegations, last, used] = await Promise.all([
    needs.things?.length
      ? client.query<ThingView & { parts: Record<string, unknown> }>({ name: 'need-things', text: thingText, values: [needs.things] })
      : null,
    needs.allOrganisations
      ? client.query<OrganisationView>(
          needs.allOrganisations === 'ended-too'
            ? { name: 'need-ended-organisations', text: organisationText, values: [today] }
            : { name: 'need-organisations', text: inForceText, values: [today] },
        )
      : needs.organisations?.length
        ? client.query<OrganisationView>({
            name: 'need-these-organisations',
            text: `${inForceText} AND id = ANY($2)`,
            values: [today, needs.organisations],
          })
        : null,
    needs.persons?.length
      ? client.query<PersonView>({
          name: 'need-persons',
          text: `${personText} WHERE p.id = ANY($2) GROUP BY p.id`,
          values: [today, needs.persons],
        })
      : null,
    needs.holdersOf?.length
      ? client.query<PersonView>({
          name: 'need-holders',
          text: `${personText} WHERE p.id IN (SELECT person_id FROM position WHERE role = ANY($2) AND from_date <= $1 AND (to_date IS NULL OR to_date >= $1)) GROUP BY p.id`,
          values: [today, needs.holdersOf],
        })
      : null,
    needs.funds?.length
      ? client.query({
          name: 'need-funds',
          text: `SELECT id, ${fundColumns.join(', ')} FROM fund WHERE id = ANY($1)`,
          values: [needs.funds],
        })
      : null,
    needs.delegationsOf
      ? client.query<Delegation>({
          name: 'need-delegations',
          text: `WITH RECURSIVE line AS (SELECT * FROM organisation WHERE id = $1
            UNION SELECT after.* FROM line JOIN organisation after ON after.id = line.successor_id) ${delegationText}
            WHERE d.organisation_id IN (SELECT id FROM line) ORDER BY d.id`,
          values: [needs.delegationsOf],
        })
      : null,
    register ? lockRegister(client, register, today) : null,
    slips?.length
      ? client.query<{ number: string }>({
          name: 'need-slips',
          text: 'SELECT number FROM payment_slip WHERE (year, number) IN (SELECT * FROM unnest($1::int[], $2::text[]))',
          values: [slips.map((s) => s.year), slips.map((s) => s.number)],
        })
      : null,
  ]);
  return {
    things: byId((things?.rows ?? []).map(({ parts, ...thing }) => withParts(thing, parts))),
    organisations: byId(organisations?.rows ?? []),
    persons: byId([...(persons?.rows ?? []), ...(holders?.rows ?? [])]),
    funds: byId(funds?.rows ?? []),
    ...(delegations && { delegations: delegations.rows }),
    registerLast: last ?? 0,
    usedSlips: used?.rows.map((row) => row.number) ?? [],
  };
}

/** A thing that keeps parts is seen whole by the others. */
function withParts(thing: ThingView, parts: Record<string, unknown>): ThingView {
  return Object.keys(parts).length === 0 ? thing : { ...thing, data: { ...(thing.data as object), items: parts } };
}

/** Whoever stands in an issuer's place today (as `standingFor` has it). */
const standingText = `WITH RECURSIVE line AS (SELECT * FROM organisation WHERE id = $1
  UNION SELECT after.* FROM line JOIN organisation after ON after.id = line.successor_id WHERE line.to_date < $2::date)
  SELECT id FROM line WHERE to_date IS NULL OR to_date >= $2::date`;

/**
 * The last number of a register, which is this transaction's alone until its end: two signings at once get two numbers, and none is skipped.
 * The lock is on the register's name, so that a refused command leaves no register behind.
 */
async function lockRegister(client: Client, { issuerId, series, year }: RegisterKey, today: string): Promise<number> {
  const standing = await client.query<{ id: string }>({ name: 'register-issuer', text: standingText, values: [issuerId, today] });
  const values = [standing.rows[0]?.id ?? issuerId, series, year];
  const [, found] = await Promise.all([
    client.query({
      name: 'register-lock',
      text: "SELECT pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'register', $1::text, $2::text, $3::int), 0))",
      values,
    }),
    client.query<{ last: number }>({
      name: 'register-last',
      text: 'SELECT last FROM register WHERE issuer_id = $1 AND series = $2 AND year = $3',
      values,
    }),
  ]);
  return found.rows[0]?.last ?? 0;
}
