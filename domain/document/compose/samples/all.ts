import type { DocumentType } from '../../model.ts';
import { certifiedCopySamples, copyOfCopySamples, correctionSamples, extractSamples, recallNoticeSamples } from './after-issue.ts';
import { councilAppointmentSamples, countRecordSamples, invitationSamples, minutesSamples, scoreSheetSamples } from './council.ts';
import {
  adjustmentDecisionSamples,
  allocationDecisionSamples,
  approvalDecisionSamples,
  localPlanDecisionSamples,
  refusalSamples,
  submissionSamples,
  terminationDecisionSamples,
} from './decisions.ts';
import {
  acceptanceMinutesSamples,
  contractSamples,
  paymentRequestSamples,
  recoveryNoticeSamples,
  settlementNoticeSamples,
  settlementTableSamples,
} from './money.ts';
import { callLetterSamples, opinionSamples, receiptSamples, reminderSamples, supplementRequestSamples } from './round.ts';

export const sampleSizes = ['normal', 'short', 'extreme'] as const;
export type SampleSize = (typeof sampleSizes)[number];

/** Invented input of every document type, in three sizes: for the gallery and for tests. */
export const sampleInputs: Record<DocumentType, Record<SampleSize, object>> = {
  'call-letter': callLetterSamples,
  receipt: receiptSamples,
  'supplement-request': supplementRequestSamples,
  opinion: opinionSamples,
  'council-appointment': councilAppointmentSamples,
  invitation: invitationSamples,
  'score-sheet': scoreSheetSamples,
  'count-record': countRecordSamples,
  minutes: minutesSamples,
  submission: submissionSamples,
  'approval-decision': approvalDecisionSamples,
  refusal: refusalSamples,
  'allocation-decision': allocationDecisionSamples,
  'local-plan-decision': localPlanDecisionSamples,
  contract: contractSamples,
  'payment-request': paymentRequestSamples,
  'acceptance-minutes': acceptanceMinutesSamples,
  'settlement-table': settlementTableSamples,
  'settlement-notice': settlementNoticeSamples,
  'recovery-notice': recoveryNoticeSamples,
  'adjustment-decision': adjustmentDecisionSamples,
  'termination-decision': terminationDecisionSamples,
  reminder: reminderSamples,
  correction: correctionSamples,
  'recall-notice': recallNoticeSamples,
  'certified-copy': certifiedCopySamples,
  'copy-of-copy': copyOfCopySamples,
  extract: extractSamples,
};
