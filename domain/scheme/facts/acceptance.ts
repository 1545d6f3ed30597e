import type { Scheme } from '../state.ts';
import type { Evolutions } from './evolve.ts';

/** One output concluded by the committee; `redo` leaves it open. `output` counts from 1, `volume` is all that is accepted of it. */
export type AcceptedOutput = { output: number; volume: number; outcome: 'accepted' | 'partial' | 'failed' | 'redo' };

export type AcceptanceFact =
  /** `done`: all that was done of an output so far. `dueOn`: the last day by the law, null where no end of the work is known. */
  | {
      type: 'results-reported';
      outputs: { output: number; done: number; evidence: string[] }[];
      text: string;
      dueOn: string | null;
      late: boolean;
    }
  /** `outcome`: `redo` if any output is to be redone, else what the outputs have in common, else partial. */
  | {
      type: 'acceptance-recorded';
      outcome: 'accepted' | 'partial' | 'failed' | 'redo';
      outputs: AcceptedOutput[];
      committee: string[];
      text: string;
      redoBy: string | null;
    };

type Acceptance = Scheme['acceptance'];

const withOutputs = <T extends { output: number }>(before: readonly T[], changed: readonly T[]): T[] =>
  [...before.filter((one) => !changed.some(({ output }) => output === one.output)), ...changed].toSorted((a, b) => a.output - b.output);

/** Every planned output is concluded, one way or the other. */
const isComplete = (scheme: Scheme, accepted: Acceptance['accepted']): boolean =>
  scheme.proposal.outputs.every((_, index) => accepted.some(({ output }) => output === index + 1));

export const acceptance = {
  'results-reported': (scheme, { outputs }, at) => ({
    ...scheme,
    acceptance: { ...scheme.acceptance, reported: withOutputs(scheme.acceptance.reported, outputs), reportedBy: at.actor },
  }),
  'acceptance-recorded': (scheme, { outcome, outputs, committee, text }, at) => {
    const concluded = outputs.flatMap(({ output, volume, outcome: of }) => (of === 'redo' ? [] : [{ output, volume, outcome: of }]));
    const redone = outputs.filter((one) => one.outcome === 'redo').map(({ output }) => output);
    const accepted = withOutputs(scheme.acceptance.accepted, concluded);
    return {
      ...scheme,
      acceptance: {
        complete: isComplete(scheme, accepted),
        lastOn: at.today,
        reported: scheme.acceptance.reported.filter(({ output }) => !redone.includes(output)),
        accepted,
        records: [...scheme.acceptance.records, { on: at.today, outcome, text, committee }],
      },
    };
  },
} satisfies Evolutions<AcceptanceFact>;
