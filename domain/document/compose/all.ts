import type { DocumentType, OfficialDocument } from '../model.ts';
import { acceptanceMinutes } from './acceptance-minutes.ts';
import { adjustmentDecision } from './adjustment-decision.ts';
import { allocationDecision } from './allocation-decision.ts';
import { approvalDecision } from './approval-decision.ts';
import { callLetter } from './call-letter.ts';
import type { Composer } from './composer.ts';
import { contract } from './contract.ts';
import { certifiedCopy, copyOfCopy, extract } from './copies.ts';
import { correction } from './correction.ts';
import { councilAppointment } from './council-appointment.ts';
import { countRecord } from './count-record.ts';
import { invitation } from './invitation.ts';
import { localPlanDecision } from './local-plan-decision.ts';
import { minutes } from './minutes.ts';
import { opinion } from './opinion.ts';
import { paymentRequest } from './payment-request.ts';
import { recallNotice } from './recall-notice.ts';
import { receipt } from './receipt.ts';
import { recoveryNotice } from './recovery-notice.ts';
import { refusal } from './refusal.ts';
import { reminder } from './reminder.ts';
import { scoreSheet } from './score-sheet.ts';
import { settlementNotice } from './settlement-notice.ts';
import { settlementTable } from './settlement-table.ts';
import { submission } from './submission.ts';
import { supplementRequest } from './supplement-request.ts';
import { terminationDecision } from './termination-decision.ts';

/** How a document of each type is drawn up. */
export const composers: Record<DocumentType, Composer> = {
  'call-letter': callLetter,
  receipt,
  'supplement-request': supplementRequest,
  opinion,
  'council-appointment': councilAppointment,
  invitation,
  'score-sheet': scoreSheet,
  'count-record': countRecord,
  minutes,
  submission,
  'approval-decision': approvalDecision,
  refusal,
  'allocation-decision': allocationDecision,
  'local-plan-decision': localPlanDecision,
  contract,
  'payment-request': paymentRequest,
  'acceptance-minutes': acceptanceMinutes,
  'settlement-table': settlementTable,
  'settlement-notice': settlementNotice,
  'recovery-notice': recoveryNotice,
  'adjustment-decision': adjustmentDecision,
  'termination-decision': terminationDecision,
  reminder,
  correction,
  'recall-notice': recallNotice,
  'certified-copy': certifiedCopy,
  'copy-of-copy': copyOfCopy,
  extract,
};

/** Draws a document up from plain data. Throws a ZodError naming each field that is missing or wrong. */
export function composeDocument(type: DocumentType, input: unknown): OfficialDocument {
  const { input: schema, compose } = composers[type];
  return compose(schema.parse(input));
}
