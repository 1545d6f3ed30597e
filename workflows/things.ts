/** The things that have a workflow of their own, and how it is called. Plain values: used inside the sandbox and outside. */
export const lifeKinds = ['round', 'scheme', 'council', 'document', 'clock'] as const;
export type LifeKind = (typeof lifeKinds)[number];

export const isLifeKind = (kind: string): kind is LifeKind => (lifeKinds as readonly string[]).includes(kind);

/** Workflow ids are determined by the thing, so that nothing starts twice: `scheme/ID`, `round/PROGRAMME/YEAR/ROUTE`. */
export const workflowId = (kind: LifeKind, id: string): string => `${kind}/${kind === 'round' ? id.replaceAll('.', '/') : id}`;

/** The thing behind a workflow id, or null if it is none of ours. */
export function thingOf(workflow: string): { kind: LifeKind; id: string } | null {
  const at = workflow.indexOf('/');
  const kind = workflow.slice(0, at);
  if (at < 0 || !isLifeKind(kind)) return null;
  const rest = workflow.slice(at + 1);
  return { kind, id: kind === 'round' ? rest.replaceAll('/', '.') : rest };
}

/** What a workflow begins with and carries on: plain JSON, with the version of its form. */
export type Carried = { v: 1; id: string; seq: number; state: string };
export const newborn = (id: string): Carried => ({ v: 1, id, seq: 0, state: '' });

/** One obligation, without its content: texts and names stay in PostgreSQL. */
export type Owing = { key: string; what: string; label: string };
/** What the follower of a thing learns in one turn. */
export type Turn = {
  seq: number;
  state: string;
  title: string;
  final: boolean;
  /** The last facts, to be shown. */
  facts: { seq: number; type: string; state: string; at: string }[];
  /** Roles it waits for. */
  waitsFor: string[];
  owed: Owing[];
  /** The next stage of its earliest clock; `inMs` is how long to sleep (0: now), null where only a moved rehearsal clock brings it. */
  clock: { name: string; at: string; inMs: number | null } | null;
};

export const wakeSignal = 'wake';
