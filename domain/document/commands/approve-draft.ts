import { z } from 'zod';
import { type ActingActor, type Refusal, refuse } from '../../command.ts';
import type { RegulationPack } from '../../regulation/pack.ts';
import { roleTitle } from '../../regulation/role-title.ts';
import { edited } from '../apart.ts';
import { openApprovers } from '../approvals.ts';
import { type DocumentFact, documentCommand } from '../facts.ts';
import type { DocumentRecord } from '../state.ts';

/**
 * The content is approved as it was read: the digests say what that was, of the data and of the pages. Where the law asks for several
 * approvals each is given by another person, in their order if it names one; the last one lets the draft go on.
 */
export const approveDraft = documentCommand('approve-draft', {
  input: z.strictObject({ digest: z.hash('sha256'), previewDigest: z.hash('sha256').exactOptional() }),

  decide({ input, state, actor, pack }) {
    const own = edited('approve-draft', state, actor, pack) ?? outOfTurn(state, actor, pack);
    if (own) return own;
    const { digest, previewDigest } = input;
    if (digest !== state.digest) return refuse('document.read-another', { version: state.version }, undefined, 409);
    if (previewDigest === undefined && state.approvalRule?.preview) return refuse('document.preview-needed');
    const { preview } = state;
    if (previewDigest !== undefined && (preview?.of !== digest || preview.file !== previewDigest)) {
      return refuse('document.stale-preview', { version: state.version }, undefined, 409);
    }
    const fact: DocumentFact = { type: 'draft-approved', ...input };
    if (!state.approvalRule) return [fact];
    const { need } = state.approvalRule;
    const given = state.approvals.filter((one) => one.digest === digest).length + 1;
    return { facts: [{ ...fact, role: actor.role, complete: given >= need }], result: { given, need } };
  },
});

/** Why it is not this person's to approve, or not yet. Whom the chart lets approve only where the law names them (`as` named) has no say elsewhere. */
function outOfTurn(state: DocumentRecord, actor: ActingActor, pack: RegulationPack): Refusal | null {
  const title = roleTitle(pack, actor.role);
  const { approvalRule: rule } = state;
  const named = rule ? rule.by.some(({ role }) => role === actor.role) : actor.as !== 'named';
  if (!named) return refuse('approval.not-named', { role: title }, undefined, 403);
  const open = openApprovers(state);
  if (open === null) return null;
  if (state.approvals.some((one) => one.digest === state.digest && (one.by === actor.id || one.role === actor.role))) {
    return refuse('approval.given-already', { role: title }, undefined, 409);
  }
  return open.includes(actor.role)
    ? null
    : refuse('approval.out-of-turn', { next: open.map((role) => roleTitle(pack, role)) }, undefined, 409);
}
