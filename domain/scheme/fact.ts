import type { AppraisalFact } from './facts/appraisal.ts';
import type { CarryingOutFact } from './facts/carrying-out.ts';
import type { ContractFact } from './facts/contract.ts';
import type { DecisionFact } from './facts/decision.ts';
import type { DraftingFact } from './facts/drafting.ts';
import type { IntakeFact } from './facts/intake.ts';
import type { MoneyFact } from './facts/money.ts';
import type { SettlementFact } from './facts/settlement.ts';

/** Everything that can happen to a scheme. */
export type SchemeFact =
  | DraftingFact
  | IntakeFact
  | AppraisalFact
  | DecisionFact
  | ContractFact
  | CarryingOutFact
  | MoneyFact
  | SettlementFact;
export type SchemeFactOf<T extends SchemeFact['type']> = Extract<SchemeFact, { type: T }>;
