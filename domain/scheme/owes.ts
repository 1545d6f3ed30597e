import type { Effect, Json, Kind } from '../command.ts';
import type { SchemeFact } from './fact.ts';
import type { Scheme } from './state.ts';

/** The scheme's effects made concrete: what it tells itself, and the facts from which documents are drawn up. */
export const owes: NonNullable<Kind<Scheme, SchemeFact>['effects']> = {
  /** `thing: 'self'`: the workflow gives the command to the thing it follows. */
  tell: (params): Effect[] => [{ what: 'tell', params: { thing: params.to ?? 'self', command: params.command ?? null, input: {} } }],
  'draft-document': (params, fact): Effect[] => [{ what: 'draft-document', params: { type: params.type ?? null, fact: asJson(fact) } }],
};

/** A fact as it stands in the owed row; whole proposals are read from the scheme instead. */
function asJson(fact: SchemeFact): Json {
  return Object.fromEntries(Object.entries(fact).filter(([key]) => key !== 'proposal')) as { [key: string]: Json };
}
