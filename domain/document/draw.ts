import { drawAcceptanceMinutes } from './draw/acceptance-minutes.ts';
import { drawAdjustmentDecision } from './draw/adjustment-decision.ts';
import { drawCopy, drawCorrection, drawRecallNotice, drawReplacement } from './draw/after-issue.ts';
import { drawAllocationDecision } from './draw/allocation-decision.ts';
import { drawApprovalDecision, drawLocalPlanDecision } from './draw/approval-decision.ts';
import { drawCallLetter } from './draw/call-letter.ts';
import { drawContract } from './draw/contract.ts';
import { drawCouncilAppointment } from './draw/council-appointment.ts';
import { drawCountRecord } from './draw/count-record.ts';
import type { Draw, DrawContext, Drawn } from './draw/drawn.ts';
import { drawInvitation } from './draw/invitation.ts';
import { drawMinutes } from './draw/minutes.ts';
import { drawOpinion } from './draw/opinion.ts';
import { drawPaymentRequest } from './draw/payment-request.ts';
import { drawReceipt } from './draw/receipt.ts';
import { drawRefusal } from './draw/refusal.ts';
import { drawRecoveryNotice, drawSettlementNotice } from './draw/settlement-notice.ts';
import { drawSettlementTable } from './draw/settlement-table.ts';
import { drawSubmission } from './draw/submission.ts';
import { drawSupplementRequest } from './draw/supplement-request.ts';
import { drawTerminationDecision } from './draw/termination-decision.ts';

/** How the document of each type that a chart may owe is drawn up from facts. */
const draws: Record<string, Draw> = {
  receipt: drawReceipt,
  contract: drawContract,
  'payment-request': drawPaymentRequest,
  'settlement-notice': drawSettlementNotice,
  'recovery-notice': drawRecoveryNotice,
  'approval-decision': drawApprovalDecision,
  'local-plan-decision': drawLocalPlanDecision,
  refusal: drawRefusal,
  'allocation-decision': drawAllocationDecision,
  'acceptance-minutes': drawAcceptanceMinutes,
  'adjustment-decision': drawAdjustmentDecision,
  opinion: drawOpinion,
  'supplement-request': drawSupplementRequest,
  'settlement-table': drawSettlementTable,
  'termination-decision': drawTerminationDecision,
  'call-letter': drawCallLetter,
  submission: drawSubmission,
  'council-appointment': drawCouncilAppointment,
  invitation: drawInvitation,
  'count-record': drawCountRecord,
  minutes: drawMinutes,
  correction: drawCorrection,
  'recall-notice': drawRecallNotice,
  replacement: drawReplacement,
  'certified-copy': drawCopy,
  'copy-of-copy': drawCopy,
  extract: drawCopy,
};

/**
 * Draws up what a fact owes: the documents of the type, each with what it tells other things once it is issued or returned. Pure: the same
 * context gives the same documents. Throws for a type that is not drawn from facts, and where the facts lack what it needs.
 */
export function draw(type: string, context: DrawContext): Drawn[] {
  const drawing = draws[type];
  if (!drawing) throw new Error(`Documents of type "${type}" are not drawn up from facts.`);
  return drawing(context);
}

/** Every type that is drawn up from facts. */
export const drawnTypes: readonly string[] = Object.keys(draws);
