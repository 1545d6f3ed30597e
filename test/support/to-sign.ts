import { composeDocument } from '../../domain/document/compose/all.ts';
import { sampleInputs } from '../../domain/document/compose/samples/all.ts';
import { unnumbered } from '../../domain/document/numbered.ts';
import type { DocumentRecord } from '../../domain/document/state.ts';
import type { RunningSystem } from './running.ts';
import { centralRound } from './steps.ts';

const decision = unnumbered(composeDocument('approval-decision', sampleInputs['approval-decision'].short));

/** A document's record as it stands. */
export async function recordOf(on: Pick<RunningSystem, 'database'>, id: string): Promise<DocumentRecord> {
  const { rows } = await on.database.query<{ data: DocumentRecord }>('SELECT data FROM thing WHERE id = $1', [id]);
  if (!rows[0]) throw new Error(`There is no document ${id}.`);
  return rows[0].data;
}

async function must(on: RunningSystem, ...order: Parameters<RunningSystem['give']>): Promise<string> {
  const outcome = await on.give(...order);
  if (outcome.refused) throw new Error(`${order[2]}: ${outcome.refused.rule} ${JSON.stringify(outcome.refused.values)}`);
  return outcome.id;
}

/** A decision of the ministry, drafted, checked, approved, and begun to be signed by the Minister; its file lies ready. The round must be open. */
export async function preparedDecision(on: RunningSystem): Promise<string> {
  const id = await must(
    on,
    'document',
    null,
    'draft-document',
    {
      type: decision.type,
      title: 'Quyết định (MẪU THỬ – KHÔNG CÓ GIÁ TRỊ)',
      subjects: [centralRound],
      roundId: centralRound,
      content: decision,
      issuerId: 'bo-cong-thuong',
      recipients: [],
    },
    { by: 'agency-officer' },
  );
  await must(on, 'document', id, 'check-format', { accepted: true }, { by: 'format-checker' });
  await must(on, 'document', id, 'approve-draft', { digest: (await recordOf(on, id)).digest }, { by: 'agency-head' });
  await must(on, 'document', id, 'prepare-signature', {}, { by: 'signer' });
  await reached(on, id, 'prepared');
  return id;
}

/** The Minister signs by the key that the settings name. */
export async function sign(on: RunningSystem, id: string): Promise<void> {
  const { prepared } = await recordOf(on, id);
  await must(on, 'document', id, 'embed-signature', { digest: prepared?.digest }, { by: 'signer' });
}

/** Waits until a document stands there. */
export async function reached(on: RunningSystem, id: string, state: string, withinMs = 120_000): Promise<void> {
  await on.until(`${id} is ${state}`, 'SELECT 1 FROM thing WHERE id = $1 AND state = $2', [id, state], withinMs);
}
