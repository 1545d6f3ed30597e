import { z } from 'zod';

/** A title in both languages. */
export const Title = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
export type Title = z.infer<typeof Title>;

/**
 * Who may act: a role, and to whom of the thing's people it must belong. `of` names a relation of the thing
 * (host, province, agency, ministry, finance, local-finance, council, issuer, any, process), `named` whom a document names; `as` tells decide in which
 * capacity, where one command is given by two roles in turn (prepare, then approve).
 */
export const Holder = z.strictObject({ role: z.string(), of: z.string(), as: z.string().optional() });
export type Holder = z.infer<typeof Holder>;

/** One command of the chart: in which states it may come, from whom, and whose earlier act bars the same person (duties apart). */
export const ChartCommand = z.strictObject({
  title: Title,
  in: z.array(z.string()),
  by: z.array(Holder).min(1),
  /** Types of facts: who last brought one about may not give this command. */
  apartFrom: z.array(z.string()).optional(),
  /** The same, for one capacity only: { "approve": ["advance-prepared"] }. */
  apartAs: z.record(z.string(), z.array(z.string())).optional(),
});
export type ChartCommand = z.infer<typeof ChartCommand>;

/** An effect or guard named from the closed catalogue, with its parameters. */
export const Named = z.union([z.string(), z.strictObject({ type: z.string(), params: z.record(z.string(), z.unknown()).optional() })]);
export type Named = z.infer<typeof Named>;

/** Who is expected to act, always or only while a guard holds of the thing's data. */
export const Waiting = Holder.extend({ when: Named.optional() });
export type Waiting = z.infer<typeof Waiting>;

/**
 * How long a clock runs. Limits are keys of the pack's limits; `at`, `after` and `done` are paths into the thing's data: a date or an instant,
 * the day from which days are counted, the last month (2022-05) for which there is nothing left to do.
 */
export const ClockRun = z.union([
  z.strictObject({ workingDays: z.string() }),
  z.strictObject({ calendarDays: z.string(), after: z.string().optional() }),
  z.strictObject({ monthlyOn: z.string(), done: z.string().optional() }),
  z.strictObject({ yearlyOn: z.string() }),
  z.strictObject({ at: z.string(), limit: z.string().optional() }),
]);
export type ClockRun = z.infer<typeof ClockRun>;

export const ChartClock = z.strictObject({
  title: Title,
  /** States in which it runs; it stops and is forgotten in every other state but those of pausedIn. */
  in: z.array(z.string()).min(1),
  pausedIn: z.array(z.string()).optional(),
  /** In those states it runs only as long as this holds of the thing's data. */
  while: Named.optional(),
  runs: ClockRun,
  /** Facts that set it anew. */
  restartOn: z.array(z.string()).optional(),
  /** Reminders to those the state waits for: in working days before the end, or a limit of the pack in days. */
  remind: z.array(z.union([z.number().int().positive(), z.string()])).optional(),
  /** Told when it runs out and nothing happened. */
  escalate: z.array(Holder).optional(),
  /** The fact that its running out brings about; without one it only escalates. */
  atEnd: z.strictObject({ fact: z.string() }).optional(),
  /** Begins again after it ran out. */
  repeats: z.boolean().optional(),
});
export type ChartClock = z.infer<typeof ChartClock>;

const Target = z.strictObject({ target: z.string().optional(), guard: Named.optional(), actions: z.array(Named).optional() });
/** A transition by a fact: a state's name, a target with guard and effects, or several of them, the first that fits. */
export const Transition = z.union([z.string(), Target, z.array(Target).min(1)]);

export const ChartState = z.strictObject({
  title: Title,
  /** Who is expected to act next, shown in their inbox. */
  waitsFor: z.array(Waiting).optional(),
  /** What entering the state owes. */
  entry: z.array(Named).optional(),
  on: z.record(z.string(), Transition).optional(),
  final: z.boolean().optional(),
});
export type ChartState = z.infer<typeof ChartState>;

/** The chart of one kind of thing. */
export const Chart = z.strictObject({
  initial: z.string(),
  /** The states on the way that a thing goes when nothing comes in between, in order, as it is drawn. */
  way: z.array(z.string()).optional(),
  /** Facts that are taken down in any state without leading anywhere. */
  always: z.array(z.string()).optional(),
  states: z.record(z.string(), ChartState),
  commands: z.record(z.string(), ChartCommand),
  clocks: z.record(z.string(), ChartClock).optional(),
});
export type Chart = z.infer<typeof Chart>;

/** One route's process: the charts of all things that live. */
export const ProcessFile = z.strictObject({
  round: Chart,
  scheme: Chart,
  council: Chart,
  document: Chart,
  incoming: Chart,
  plan: Chart,
  clock: Chart,
});
export type ProcessFile = z.infer<typeof ProcessFile>;
export type ThingKind = keyof ProcessFile;
export const thingKinds = ['round', 'scheme', 'council', 'document', 'incoming', 'plan', 'clock'] as const satisfies readonly ThingKind[];
