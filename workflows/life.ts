import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  patched,
  proxyActivities,
  proxyLocalActivities,
  type SearchAttributes,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from './activities/catalogue.ts';
import { type Carried, type Owing, type Turn, wakeSignal } from './things.ts';

/** Something was owed or a clock changed at this sequence. Many wakes may be followed in one turn. */
export const wake = defineSignal<[number]>(wakeSignal);
/** Where the thing stands, for whoever looks into Temporal; pages read PostgreSQL. */
export const position = defineQuery<Turn | null>('position');

const { next, strikeClock } = proxyLocalActivities<Pick<Activities, 'next' | 'strikeClock'>>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', maximumInterval: '10s' },
});

/** How the outside world is reached for something owed: short, retried until done, with what it is about in Temporal's own page. */
export const doing = (label: string) =>
  proxyActivities<Activities>({
    startToCloseTimeout: '30s',
    heartbeatTimeout: '8s',
    retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '1m' },
    summary: label.slice(0, 200),
  });
/** The same for pages and signatures, which are made by the render worker. */
export const rendering = (label: string) =>
  proxyActivities<Activities>({
    taskQueue: `${workflowInfo().taskQueue}-render`,
    startToCloseTimeout: '60s',
    heartbeatTimeout: '10s',
    retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '1m' },
    summary: label.slice(0, 200),
  });

/** What every thing may owe to the world around it: a paper drawn up from its facts, a word to another thing, letters to people. */
export const drawUp = (owing: Owing): Promise<void> => doing(owing.label).draftDocument(owing.key);
export const tell = (owing: Owing): Promise<void> => doing(owing.label).tell(owing.key);
export const notify = (owing: Owing): Promise<void> => doing(owing.label).notify(owing.key);

type Doers = Record<string, (owing: Owing) => Promise<void>>;
/** So many of the last facts are shown in Temporal's own page. */
const shown = 20;
const longest = 30 * 24 * 3_600_000;

/**
 * The life of one thing as its workflow follows it. Register first, then loop: catch up, carry out, sleep or wake.
 * What it holds is small and plain; PostgreSQL says the rest.
 */
export function follow(carried: Carried) {
  let { seq, state } = carried;
  let woken = 0;
  let turn: Turn | null = null;
  const underWay = new Map<string, Owing>();
  let lastTold: Promise<void> = Promise.resolve();
  let failure: unknown;
  // A run that was begun before this was shown goes on without it.
  const showsNextDue = patched('next-due');
  /** As the search attribute has it; a run that goes on from another does not know. */
  let nextDue: string | null | undefined = seq === 0 ? null : undefined;
  setHandler(wake, (to) => {
    woken = Math.max(woken, to, 1);
  });
  setHandler(position, () => turn);

  /** Temporal's own page tells the thing's life: where it stands, for whom and what it waits, what is owed, and what was done. */
  const showWhereItStands = (now: Turn) => {
    const lines = [
      `## ${now.title}`,
      ...(now.waitsFor.length > 0 ? [`**Chờ · waits for:** ${now.waitsFor.join(', ')}`] : []),
      ...(now.clock ? [`**Đồng hồ · next clock:** ${now.clock.name}, ${now.clock.at}`] : []),
      ...(now.owed.length > 0 ? [`**Còn phải làm · owes:** ${now.owed.map((o) => o.label).join(', ')}`] : []),
      '**Đã qua · so far:**',
      ...now.facts.map((fact) => `${fact.seq}. ${fact.type} → ${fact.state} (${fact.at.slice(0, 10)})`),
    ];
    setCurrentDetails(lines.join('\n\n'));
    const due = now.clock?.at ?? null;
    const changed: SearchAttributes = {
      ...(now.state !== state && { Stage: [now.state] }),
      ...(showsNextDue && due !== nextDue && { NextDue: due === null ? [] : [new Date(due)] }),
    };
    if (Object.keys(changed).length > 0) upsertSearchAttributes(changed);
    nextDue = due;
  };

  return {
    /** Nothing more will ever happen to the thing. */
    get closed(): boolean {
      return turn?.final === true && turn.owed.length === 0 && turn.clock === null && underWay.size === 0 && woken === 0;
    },
    get isLong(): boolean {
      const { continueAsNewSuggested, historyLength } = workflowInfo();
      return continueAsNewSuggested || historyLength > 2_000;
    },
    /** Reads what has happened since: new facts' types, position, clocks, what is owed. */
    async catchUp(): Promise<void> {
      woken = 0;
      turn = await next(carried.id, Math.max(0, seq - shown));
      showWhereItStands(turn);
      ({ seq, state } = turn);
    },
    /**
     * Sees to everything owed, and does not wait for it: whatever cannot be done yet is tried again while clocks run and people go on.
     * What tells another thing goes in its order, one after the other.
     */
    carryOut(doers: Doers): void {
      for (const owing of turn?.owed ?? []) {
        if (underWay.has(owing.key)) continue;
        const doer = doers[owing.what];
        if (!doer) throw new Error(`Nobody knows how to carry out "${owing.what}".`);
        const before = owing.what === 'tell' ? lastTold : Promise.resolve();
        const work = before.then(() => doer(owing));
        underWay.set(owing.key, owing);
        const after = work.then(
          () => undefined,
          (error) => {
            failure = error;
          },
        );
        if (owing.what === 'tell') lastTold = after;
        void after.then(() => {
          underWay.delete(owing.key);
          woken = Math.max(woken, 1);
        });
      }
    },
    /** Sleeps to the earliest clock, or until somebody wakes it. A clock that has run out becomes a command of the process itself. */
    async sleepOrWake(): Promise<void> {
      const clock = turn?.clock;
      if (failure) throw failure;
      if (woken > 0) return;
      if (clock?.inMs === null || !clock) {
        await condition(() => woken > 0);
        return;
      }
      const wokenFirst = clock.inMs > 0 && (await condition(() => woken > 0, Math.min(clock.inMs, longest)));
      if (wokenFirst || clock.inMs > longest) return;
      await strikeClock(carried.id, clock.name, clock.at);
      woken = Math.max(woken, 1);
    },
    /**
     * Goes on in a fresh run, with nothing but where it stood: clocks are armed again and obligations taken up again from what
     * PostgreSQL says; what was under way is safe to repeat.
     */
    async again<W extends (carried: Carried) => Promise<void>>(): Promise<void> {
      await condition(allHandlersFinished);
      await continueAsNew<W>(...([{ v: 1, id: carried.id, seq, state }] as Parameters<W>));
    },
  };
}
