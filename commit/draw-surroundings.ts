import type { OrganisationView, ThingView } from '../domain/command.ts';
import type { Delegation } from '../domain/document/authority/delegation.ts';
import type { DrawContext, Holder } from '../domain/document/draw/drawn.ts';
import type { Committing } from './commit.ts';
import { delegationText, load } from './load.ts';

/** Also those that have ended: a scheme's host may have been merged since. */
const organisationsText = `SELECT id, name, short_name AS "shortName", kind, province_id AS "provinceId", parent_id AS "parentId", heading, place, code, to_date::text AS "toDate", successor_id AS "successorId",
  from_date <= $1 AND (to_date IS NULL OR to_date >= $1) AS "inForce" FROM organisation ORDER BY id`;
const holdersText = `SELECT h.role, p.id, p.name, h.title, h.organisation_id AS "organisationId", o.province_id AS "provinceId"
  FROM position h JOIN person p ON p.id = h.person_id JOIN organisation o ON o.id = h.organisation_id
  WHERE h.from_date <= $1 AND (h.to_date IS NULL OR h.to_date >= $1) ORDER BY h.role, p.id, h.id`;
const delegationsText = `${delegationText} WHERE d.from_date <= $1 AND (d.to_date IS NULL OR d.to_date >= $1) AND (d.ended_on IS NULL OR d.ended_on > $1) ORDER BY d.id`;
const relatedText = 'SELECT id FROM scheme WHERE round_id = $1 UNION ALL SELECT id FROM council WHERE round_id = $1';

type Surroundings = Pick<DrawContext, 'things' | 'organisations' | 'inForce' | 'holders' | 'delegations'>;

/** What documents are drawn up from besides the thing that owes them: every organisation, who holds which office on the day, and of a round its schemes and councils. */
export async function drawSurroundings(at: Pick<Committing, 'database'>, roundId: string | null, today: string): Promise<Surroundings> {
  const { database } = at;
  const [organisations, holders, delegations, things] = await Promise.all([
    database.query<OrganisationView & { inForce: boolean }>({ name: 'draw-organisations', text: organisationsText, values: [today] }),
    database.query<Holder & { role: string }>({ name: 'draw-holders', text: holdersText, values: [today] }),
    database.query<Delegation>({ name: 'draw-delegations', text: delegationsText, values: [today] }),
    roundId === null ? {} : relatedOf(at, roundId, today),
  ]);
  return {
    things,
    organisations: Object.fromEntries(organisations.rows.map(({ inForce: _, ...one }) => [one.id, one])),
    inForce: organisations.rows.flatMap(({ id, inForce }) => (inForce ? [id] : [])),
    holders: Object.fromEntries([...Map.groupBy(holders.rows, ({ role }) => role)].map(([role, those]) => [role, those.map(holder)])),
    delegations: delegations.rows,
  };
}

const holder = ({ role: _, ...one }: Holder & { role: string }): Holder => one;

/** A round's schemes and councils as they stand. */
async function relatedOf({ database }: Pick<Committing, 'database'>, roundId: string, today: string): Promise<Record<string, ThingView>> {
  const client = await database.connect();
  try {
    const { rows } = await client.query<{ id: string }>({ name: 'draw-related', text: relatedText, values: [roundId] });
    return (await load(client, { things: rows.map(({ id }) => id) }, today)).things;
  } finally {
    client.release();
  }
}
