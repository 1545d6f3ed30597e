import { ApplicationFailure } from '@temporalio/activity';
import { fulfil } from '../../commit/fulfil.ts';
import { noteWaits } from '../../commit/note-waits.ts';
import type { Json } from '../../domain/command.ts';
import { isForSigner } from '../../domain/document/signature-rules.ts';
import type { DocumentRecord, PendingFile } from '../../domain/document/state.ts';
import { SigningProblem } from '../../signatures/problem.ts';
import type { Signers } from '../../signatures/signers.ts';
import type { Trust } from '../../signatures/trust.ts';
import type { OwedRow } from './owed.ts';
import type { TimeStamper } from './pdf/time-stamp.ts';
import { alive, documentOf, type Rendering, takeDown } from './render.ts';

/** What signing needs besides pages and files: keys, whom to trust, and who says what time it is. */
export type Signing = Rendering & { signers: Signers; trust: Trust; timeStamper: TimeStamper };

/** A step of signing that was taken: the command that takes it down. Null where an earlier turn has taken it. */
export type Taken = { name: string; input: Json };

/**
 * Takes one step of signing and takes it down, once. What its signer has to mend ends the attempt, with the rule; what holds the step up (an
 * authority that is away, a clock, a token) is noted with what is owed, and the step is tried again until it can be taken. `left`: where a person
 * signs, the file as it waits for them after a refusal.
 */
export async function signingStep(
  at: Signing,
  key: string,
  work: (document: DocumentRecord, owed: OwedRow) => Promise<Taken | null>,
  left?: (document: DocumentRecord, owed: OwedRow) => Promise<PendingFile | undefined>,
): Promise<void> {
  const found = await documentOf(at.committing, key);
  if (!found) return;
  try {
    const taken = await alive(work(found.document, found.owed));
    if (!taken) return fulfil(at.committing, key, {});
    await takeDown(at.committing, found.owed, taken.name, taken.input);
  } catch (error) {
    if (!(error instanceof SigningProblem)) throw error;
    const { rule, values } = error.refusal;
    if (left && isForSigner(rule)) {
      const pending = await alive(left(found.document, found.owed));
      return takeDown(at.committing, found.owed, 'refuse-signature', { rule, values, ...(pending && { pending }) });
    }
    await noteWaits(at.committing, key, error.refusal);
    throw ApplicationFailure.create({ message: error.message, type: rule, nonRetryable: false });
  }
}
