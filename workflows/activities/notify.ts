import type { Committing } from '../../commit/commit.ts';
import { fulfil } from '../../commit/fulfil.ts';
import { linesText } from '../../commit/load.ts';
import { dateOf } from '../../domain/time/programme-day.ts';
import { type LetterWriter, writeToAll } from '../letters.ts';
import type { Person } from '../mail.ts';
import { owedRow } from './owed.ts';

/**
 * Who holds a role for an organisation or a province today, or for what was merged into it, who may sign for it by a written authority, or is
 * named: `role@org:ID`, `role@province:ID`, `role@any`, `delegate@delegate:ID/TYPE`, `person:ID`.
 */
const holdersText = `${linesText}, held AS (SELECT h.person_id, h.role, line.id, line.province_id FROM position h JOIN line ON line.standing = h.organisation_id
    WHERE h.from_date <= $1 AND (h.to_date IS NULL OR h.to_date >= $1)),
  authority AS (SELECT d.*, unnest(d.types) AS type FROM delegation d
    WHERE d.from_date <= $1 AND (d.to_date IS NULL OR d.to_date >= $1) AND (d.ended_on IS NULL OR d.ended_on > $1))
  SELECT DISTINCT p.id, p.email, p.name FROM person p LEFT JOIN held h ON h.person_id = p.id
  WHERE 'person:' || p.id = ANY($2) OR h.role || '@org:' || h.id = ANY($2) OR h.role || '@province:' || h.province_id = ANY($2) OR h.role || '@any' = ANY($2)
    OR EXISTS (SELECT FROM authority d WHERE 'delegate@delegate:' || d.organisation_id || '/' || d.type = ANY($2)
      AND (d.to_person_id = p.id OR (d.to_role = h.role AND d.to_organisation_id = h.id)))
  ORDER BY p.id`;

/** Writes a letter to everybody that the obligation names: one a person and obligation, however often it is carried out. */
export const notify =
  (at: Committing, letters: LetterWriter) =>
  async (key: string): Promise<void> => {
    const owed = await owedRow(at, key);
    if (!owed || owed.done) return;
    const to = Array.isArray(owed.params.to) ? owed.params.to.map(String) : [];
    const { rows: persons } = await at.database.query<Person>({
      name: 'holders',
      text: holdersText,
      values: [dateOf(owed.at), to],
    });
    await writeToAll(letters, owed, persons);
    await fulfil(at, key, { letters: persons.length });
  };
