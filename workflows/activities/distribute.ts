import type { Committing } from '../../commit/commit.ts';
import { fulfil } from '../../commit/fulfil.ts';
import { linesText } from '../../commit/load.ts';
import type { DocumentRecord } from '../../domain/document/state.ts';
import { dateOf } from '../../domain/time/programme-day.ts';
import { type LetterWriter, writeToAll } from '../letters.ts';
import type { Person } from '../mail.ts';
import { owedRow } from './owed.ts';

/** Those who take a document in for an organisation, or for what it was merged into: its clerk, its head, or whoever proposed from there. */
const receiversText = `${linesText} SELECT DISTINCT ON (line.id, p.id) p.id, p.email, p.name
  FROM position h JOIN line ON line.standing = h.organisation_id JOIN person p ON p.id = h.person_id
  WHERE line.id = ANY($2) AND h.role IN ('clerk', 'host-head', 'province-officer', 'agency-officer', 'finance-officer', 'local-finance')
    AND h.from_date <= $1 AND (h.to_date IS NULL OR h.to_date >= $1) ORDER BY line.id, p.id`;

/** Sends an issued (or recalled) document to its recipients, each once: Decision 28/2018/QĐ-TTg asks for the same day. */
export const distribute =
  (at: Committing, letters: LetterWriter) =>
  async (key: string): Promise<void> => {
    const owed = await owedRow(at, key);
    if (!owed || owed.done) return;
    const { rows } = await at.database.query<{ data: DocumentRecord }>({
      name: 'document-data',
      text: 'SELECT data FROM thing WHERE id = $1',
      values: [owed.thing],
    });
    const organisations = rows[0]?.data.recipients.map((r) => r.organisationId) ?? [];
    const { rows: persons } = await at.database.query<Person>({
      name: 'receivers',
      text: receiversText,
      values: [dateOf(owed.at), organisations],
    });
    const message = owed.params.why === 'recalled' ? 'document-recalled' : 'document-issued';
    await writeToAll(letters, { ...owed, params: { ...owed.params, message } }, persons);
    await fulfil(at, key, { letters: persons.length });
  };
