import type { Refusal } from '../../domain/command.ts';
import { awaitedSignatory, signatoriesOf } from '../../domain/document/signatories.ts';
import type { DocumentRecord, GivenSignature } from '../../domain/document/state.ts';
import { cmsOf } from '../../signatures/given.ts';
import { judgeMessage } from '../../signatures/judge.ts';
import { SigningProblem } from '../../signatures/problem.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';

type Given = { kind: string; name: string; thing: string; input: unknown };

/**
 * What speaks against a command besides its rules: a signature that was made elsewhere is judged by its bytes, its certificate and the word of
 * the authorities behind it, before it is taken. Nothing where the rules themselves will say no.
 */
export async function objectionTo({ kind, name, thing, input }: Given, caller: Caller, parts: Parts): Promise<Refusal | undefined> {
  const { digest, signature } = input as { digest?: string; signature?: GivenSignature };
  if (kind !== 'document' || name !== 'embed-signature' || !signature) return undefined;
  const found = await parts.reader.thing.findUnique({ where: { id: thing }, select: { kind: true, data: true } });
  const document = found?.kind === 'document' ? (found.data as unknown as DocumentRecord) : null;
  const pending = document?.prepared?.pending;
  const signatory = document && (document.signer ? signatoriesOf(document)[0] : awaitedSignatory(document));
  if (!signatory || !pending || document.prepared?.digest !== digest || signatory.id !== caller.id) return undefined;
  const { id, name: person, organisation } = signatory;
  const holder = parts.signers.pinned({ kind: 'person', id, name: person, organisation });
  try {
    const asked = Buffer.from(pending.digest, 'hex');
    await judgeMessage(cmsOf(signature, asked), asked, holder, parts.trust, new Date());
    return undefined;
  } catch (error) {
    if (error instanceof SigningProblem) return error.refusal;
    throw error;
  }
}
