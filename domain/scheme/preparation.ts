import type { CommandDefinition } from '../command.ts';
import { acceptFile } from './commands/accept-file.ts';
import { acceptReduction } from './commands/accept-reduction.ts';
import { allocate } from './commands/allocate.ts';
import { appraiseEstimate } from './commands/appraise-estimate.ts';
import { approve } from './commands/approve.ts';
import { beginImplementation } from './commands/begin-implementation.ts';
import { beginIntake } from './commands/begin-intake.ts';
import { concludeAppraisal } from './commands/conclude-appraisal.ts';
import { concludeContract } from './commands/conclude-contract.ts';
import { confirmRevision } from './commands/confirm-revision.ts';
import { declareIneligible } from './commands/declare-ineligible.ts';
import { declineReduction } from './commands/decline-reduction.ts';
import { discardScheme } from './commands/discard-scheme.ts';
import { draftScheme } from './commands/draft-scheme.ts';
import { editProposal } from './commands/edit-proposal.ts';
import { enterCouncil } from './commands/enter-council.ts';
import { giveOpinion } from './commands/give-opinion.ts';
import { lapse } from './commands/lapse.ts';
import { noteDeadline } from './commands/note-deadline.ts';
import { noteDocument } from './commands/note-document.ts';
import { putToDecision } from './commands/put-to-decision.ts';
import { rank } from './commands/rank.ts';
import { refuseScheme } from './commands/refuse.ts';
import { requestSupplement } from './commands/request-supplement.ts';
import { returnRevision } from './commands/return-revision.ts';
import { returnToRanking } from './commands/return-to-ranking.ts';
import { submit } from './commands/submit.ts';
import { submitRevision } from './commands/submit-revision.ts';
import { submitToProvince } from './commands/submit-to-province.ts';
import { supplement } from './commands/supplement.ts';
import { withdraw } from './commands/withdraw.ts';
import type { SchemeFact } from './fact.ts';
import type { Scheme } from './state.ts';

// biome-ignore lint/suspicious/noExplicitAny: each command has an input of its own; the registry holds them all
type Command = CommandDefinition<Scheme, SchemeFact, any>;

/** Commands from the draft to the contract. */
export const preparationCommands: Command[] = [
  draftScheme,
  editProposal,
  discardScheme,
  submitToProvince,
  submit,
  giveOpinion,
  beginIntake,
  acceptFile,
  requestSupplement,
  declareIneligible,
  supplement,
  withdraw,
  noteDeadline,
  noteDocument,
  enterCouncil,
  concludeAppraisal,
  appraiseEstimate,
  submitRevision,
  confirmRevision,
  returnRevision,
  rank,
  putToDecision,
  approve,
  refuseScheme,
  returnToRanking,
  allocate,
  acceptReduction,
  declineReduction,
  concludeContract,
  lapse,
  beginImplementation,
];
