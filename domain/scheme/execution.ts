import type { CommandDefinition } from '../command.ts';
import { adoptAdjustment } from './commands/adopt-adjustment.ts';
import { approveAdvance } from './commands/approve-advance.ts';
import { approvePayment } from './commands/approve-payment.ts';
import { archiveScheme } from './commands/archive-scheme.ts';
import { beginSettlement } from './commands/begin-settlement.ts';
import { carryOver } from './commands/carry-over.ts';
import { closeScheme } from './commands/close-scheme.ts';
import { confirmSettlement } from './commands/confirm-settlement.ts';
import { decideAdjustment } from './commands/decide-adjustment.ts';
import { fileProgressReport } from './commands/file-progress-report.ts';
import { fileSettlement } from './commands/file-settlement.ts';
import { proposeTermination } from './commands/propose-termination.ts';
import { recordAcceptance } from './commands/record-acceptance.ts';
import { recordDeposit } from './commands/record-deposit.ts';
import { recordInspection } from './commands/record-inspection.ts';
import { recordPayment } from './commands/record-payment.ts';
import { recordRepayment } from './commands/record-repayment.ts';
import { refuseAdvance } from './commands/refuse-advance.ts';
import { refusePayment } from './commands/refuse-payment.ts';
import { reportResults } from './commands/report-results.ts';
import { requestAdjustment } from './commands/request-adjustment.ts';
import { requestAdvance } from './commands/request-advance.ts';
import { requestPayment } from './commands/request-payment.ts';
import { resume } from './commands/resume.ts';
import { returnSettlement } from './commands/return-settlement.ts';
import { returnTermination } from './commands/return-termination.ts';
import { reviewSettlement } from './commands/review-settlement.ts';
import { suspend } from './commands/suspend.ts';
import { terminate } from './commands/terminate.ts';
import type { SchemeFact } from './fact.ts';
import type { Scheme } from './state.ts';

// biome-ignore lint/suspicious/noExplicitAny: each command has an input of its own; the registry holds them all
type Command = CommandDefinition<Scheme, SchemeFact, any>;

/** Commands from the advance to the archive. */
export const executionCommands: Command[] = [
  requestAdvance,
  approveAdvance,
  refuseAdvance,
  requestPayment,
  approvePayment,
  refusePayment,
  recordPayment,
  fileProgressReport,
  recordInspection,
  suspend,
  resume,
  requestAdjustment,
  decideAdjustment,
  adoptAdjustment,
  proposeTermination,
  terminate,
  returnTermination,
  reportResults,
  recordAcceptance,
  beginSettlement,
  fileSettlement,
  returnSettlement,
  reviewSettlement,
  confirmSettlement,
  recordRepayment,
  carryOver,
  closeScheme,
  archiveScheme,
  recordDeposit,
];
