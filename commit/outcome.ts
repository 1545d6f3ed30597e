import type { Certainty, Json } from '../domain/command.ts';
import type { ThingKind } from '../domain/process/chart.ts';

/** A rule that said no, with its ground: what the caller is told and what is kept. */
export type Refused = { rule: string; legalBasis: string; certainty: Certainty; values: Record<string, Json> };

/** The final answer to a command: it is in PostgreSQL or it is not. */
export type Outcome = {
  status: 200 | 201 | 403 | 404 | 409 | 422;
  kind: ThingKind;
  id: string;
  seq: number;
  state: string;
  result: Record<string, Json>;
  refused: Refused | null;
  /** Something is owed or a clock changed: the thing's workflow wants to know. */
  wakes: boolean;
  /** The same key and body came before: this is that answer. */
  replayed: boolean;
};
