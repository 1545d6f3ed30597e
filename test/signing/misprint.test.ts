import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeDocument } from '../../domain/document/compose/all.ts';
import { sampleInputs } from '../../domain/document/compose/samples/all.ts';
import { unnumbered } from '../../domain/document/numbered.ts';
import { type RunningSystem, runningSystem } from '../support/running.ts';
import { centralRound, openCentralRound } from '../support/steps.ts';
import { reached, recordOf } from '../support/to-sign.ts';

let on: RunningSystem;
beforeAll(async () => {
  on = await runningSystem({ renders: true });
  await openCentralRound(on);
});
afterAll(() => on?.close());

async function must(...order: Parameters<RunningSystem['give']>): Promise<string> {
  const outcome = await on.give(...order);
  if (outcome.refused) throw new Error(`${order[2]}: ${outcome.refused.rule}`);
  return outcome.id;
}

test('pages that cannot be printed in form are signed by nobody: the draft comes back with what was found, its number kept with the reason', async () => {
  const decision = unnumbered(composeDocument('approval-decision', sampleInputs['approval-decision'].short));
  const [first, ...others] = decision.body;
  if (first?.kind !== 'article') throw new Error('no article');
  // No letter of Times New Roman: the browser prints it in another font.
  const content = { ...decision, body: [{ ...first, text: (first.text ?? '').replace('năm 2022', 'năm 2022 ①') }, ...others] };
  const drafting = {
    type: content.type,
    title: 'Quyết định (MẪU THỬ – KHÔNG CÓ GIÁ TRỊ)',
    subjects: [centralRound],
    roundId: centralRound,
    content,
    issuerId: 'bo-cong-thuong',
    recipients: [],
  };
  const id = await must('document', null, 'draft-document', drafting, { by: 'agency-officer' });
  await must('document', id, 'check-format', { accepted: true }, { by: 'format-checker' });
  await must('document', id, 'approve-draft', { digest: (await recordOf(on, id)).digest }, { by: 'agency-head' });
  await must('document', id, 'prepare-signature', {}, { by: 'signer' });
  await reached(on, id, 'draft');

  const { number, approvals, prepared, returns } = await recordOf(on, id);
  expect([number, approvals, prepared]).toEqual([null, [], null]);
  expect(returns).toMatchObject([{ by: 'process', findings: [{ rule: 'page.font', severity: 'error', where: { page: 1 } }] }]);
  const { rows } = await on.database.query(
    "SELECT type FROM fact WHERE thing_id = $1 AND type IN ('number-given-up', 'draft-returned') ORDER BY seq",
    [id],
  );
  expect(rows.map(({ type }) => type)).toEqual(['number-given-up', 'draft-returned']);
});
