import type { Kind } from '../command.ts';
import { post } from '../money/ledger.ts';
import { executionCommands } from './execution.ts';
import type { SchemeFact } from './fact.ts';
import { appraisal } from './facts/appraisal.ts';
import { carryingOut } from './facts/carrying-out.ts';
import { contract } from './facts/contract.ts';
import { decision } from './facts/decision.ts';
import { drafting } from './facts/drafting.ts';
import type { Evolutions, Moment } from './facts/evolve.ts';
import { intake } from './facts/intake.ts';
import { money } from './facts/money.ts';
import { settlement } from './facts/settlement.ts';
import { initialScheme } from './initial.ts';
import { movementsOf, postingsOf, slipsOf } from './movements.ts';
import { owes } from './owes.ts';
import { readersOf, relationsOf } from './people.ts';
import { preparationCommands } from './preparation.ts';
import { moneyWaitsOf } from './requests.ts';
import type { Scheme } from './state.ts';

const evolutions: Evolutions<SchemeFact> = {
  ...drafting,
  ...intake,
  ...appraisal,
  ...decision,
  ...contract,
  ...carryingOut,
  ...money,
  ...settlement,
};

/** The scheme after a fact. Throws for a type that no scheme knows: the facts are not a scheme's then. */
export function evolveScheme(scheme: Scheme, fact: SchemeFact, at: Moment): Scheme {
  const evolve = evolutions[fact.type] as ((scheme: Scheme, fact: SchemeFact, at: Moment) => Scheme) | undefined;
  if (!evolve) throw new Error(`A scheme knows no fact "${fact.type}".`);
  const after = evolve(scheme, fact, at);
  return { ...after, moneyWaits: moneyWaitsOf(after), accounts: post(scheme.accounts, postingsOf(fact, scheme)) };
}

/** The scheme (đề án) as one kind of thing for the kernel. */
export const schemeKind: Kind<Scheme, SchemeFact> = {
  kind: 'scheme',
  initial: initialScheme,
  evolve: evolveScheme,
  commands: Object.fromEntries([...preparationCommands, ...executionCommands].map((command) => [command.name, command])),
  relations: relationsOf,
  roster: (scheme) => scheme.council?.roster ?? {},
  readers: readersOf,
  effects: owes,
  movements: movementsOf,
  slips: slipsOf,
};
