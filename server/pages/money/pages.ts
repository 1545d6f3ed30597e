import type { Page } from '../page.ts';
import { acceptancePages } from './carrying-out/acceptance-form.ts';
import { adjustmentPages } from './carrying-out/adjustment-form.ts';
import { contractPages } from './carrying-out/contract-form.ts';
import { decidePages } from './carrying-out/decide-form.ts';
import { examinePages } from './carrying-out/examine-forms.ts';
import { plainPages } from './carrying-out/plain-forms.ts';
import { reportPages } from './carrying-out/report-form.ts';
import { requestPages } from './carrying-out/request-forms.ts';
import { resultsPages } from './carrying-out/results-form.ts';
import { showCarryingOut } from './carrying-out/show.ts';
import { slipPages } from './carrying-out/slip-forms.ts';
import { showFund } from './funds/fund.ts';
import { showMovements } from './funds/movements.ts';
import { showMoney, showYear } from './funds/overview.ts';
import { showSlip } from './funds/slip.ts';
import { statementPages } from './funds/statement-page.ts';
import { settlementPages } from './settlement/show.ts';

/** Money and carrying out: the contract and all that follows it on a scheme, its settlement, and the funds it is paid from. */
export const moneyPages: Page[] = [
  showCarryingOut,
  ...contractPages,
  ...requestPages,
  ...examinePages,
  ...slipPages,
  ...reportPages,
  ...plainPages,
  ...adjustmentPages,
  ...decidePages,
  ...resultsPages,
  ...acceptancePages,
  ...settlementPages,
  showMoney,
  showSlip,
  ...statementPages,
  showYear,
  showFund,
  showMovements,
];
