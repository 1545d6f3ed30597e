import { type Refusal, refuse } from '../domain/command.ts';
import type { Delegation } from '../domain/document/authority/delegation.ts';
import { type NewDelegation, unrecordable } from '../domain/document/authority/recording.ts';
import type { RegulationPack } from '../domain/regulation/pack.ts';
import type { Committing } from './commit.ts';
import type { Client } from './database.ts';
import { delegationText, load } from './load.ts';
import { noteChange, programmeNow } from './reference/change.ts';

/** A person who takes an authority down or ends it. */
type By = { id: string };

/**
 * Takes a written authority down, with who did so and when: reference data as positions are, which facts name by the instrument's number. The
 * same id again changes nothing. Refused where the law lets nobody give it so.
 */
export async function recordDelegation(
  at: Committing,
  id: string,
  given: NewDelegation,
  by: By,
  pack: RegulationPack,
): Promise<Delegation | Refusal> {
  return within(at, async (client) => {
    const known = await delegationOf(client, id);
    if (known) return known;
    const { organisations, persons } = await load(
      client,
      { allOrganisations: 'ended-too', ...(given.toPerson !== null && { persons: [given.toPerson] }) },
      given.from,
    );
    const giver = await client.query('SELECT id FROM person WHERE id = $1', [given.givenBy]);
    if (giver.rows.length === 0) return refuse('authority.unknown-person', { person: given.givenBy });
    if (!organisations[given.organisationId]) {
      return refuse('authority.unknown-organisation', { organisation: given.organisationId, from: given.from });
    }
    await client.query(
      `INSERT INTO delegation (id, kind, organisation_id, given_by, to_person_id, to_organisation_id, to_role, symbol, date, types, from_date, to_date, recorded_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        id,
        given.kind,
        given.organisationId,
        given.givenBy,
        given.toPerson,
        given.toOffice?.organisationId ?? null,
        given.toOffice?.role ?? null,
        given.symbol,
        given.date,
        given.types,
        given.from,
        given.to,
        by.id,
      ],
    );
    const taken = await delegationOf(client, id);
    if (!taken) throw new Error(`The authority ${id} was not taken down.`);
    const change = { id: `delegation/${id}`, what: 'record-delegation' as const, given: { ...given }, reason: null, by: by.id };
    await noteChange(client, change, { subject: id }, await programmeNow(client, at.rehearsal));
    const receiver = given.toPerson === null ? null : (persons[given.toPerson] ?? null);
    return unrecordable(given, { pack, organisations, giver: taken, receiver }) ?? taken;
  });
}

/** Ends an authority from a day on, once, with the reason. Null where there is none. */
export async function endDelegation(
  at: Committing,
  id: string,
  { on, reason }: { on: string; reason: string },
  by: By,
): Promise<Delegation | Refusal | null> {
  return within(at, async (client) => {
    const locked = await client.query<{ ended: boolean }>('SELECT ended_on IS NOT NULL AS ended FROM delegation WHERE id = $1 FOR UPDATE', [
      id,
    ]);
    const found = await delegationOf(client, id);
    if (!found) return null;
    if (locked.rows[0]?.ended) return refuse('authority.ended-already', { symbol: found.symbol, on: found.endedOn }, undefined, 409);
    if (on < found.from) return refuse('authority.ends-too-early', { symbol: found.symbol, from: found.from });
    await client.query('UPDATE delegation SET ended_on = $2, ended_why = $3, ended_by = $4, ended_at = now() WHERE id = $1', [
      id,
      on,
      reason,
      by.id,
    ]);
    const change = { id: `delegation/${id}/end`, what: 'end-delegation' as const, given: { symbol: found.symbol, on }, reason, by: by.id };
    await noteChange(client, change, { subject: id }, await programmeNow(client, at.rehearsal));
    return { ...found, endedOn: on };
  });
}

async function delegationOf(client: Client, id: string): Promise<Delegation | null> {
  const { rows } = await client.query<Delegation>(`${delegationText} WHERE d.id = $1`, [id]);
  return rows[0] ?? null;
}

/** One transaction; what is refused leaves nothing behind. */
async function within<T extends object | null>(
  { database }: Committing,
  work: (client: Client) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const client = await database.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query(result !== null && 'refused' in result ? 'ROLLBACK' : 'COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
