import { z } from 'zod';
import { type Refusal, refuse } from '../../command.ts';
import { text, words } from '../../text.ts';
import { schemeCommand } from '../command.ts';
import type { AcceptedOutput } from '../facts/acceptance.ts';
import { acceptedOf, nameOf, outputsProblem, plannedOf } from '../outputs.ts';
import type { Scheme } from '../state.ts';

const outcomes = ['accepted', 'partial', 'failed', 'redo'] as const;
const Concluded = z.strictObject({
  output: z.int().positive(),
  volume: z.number().nonnegative().max(1_000_000_000),
  outcome: z.enum(outcomes),
});

/**
 * The minutes of the committee (biên bản nghiệm thu): of each reported output (numbered from 1) the volume accepted, all told, and the
 * outcome. Accepted: the whole planned volume; partial: some of it; failed or redo: none. Outputs not named stay open.
 */
export const recordAcceptance = schemeCommand('record-acceptance', {
  input: z.strictObject({
    outputs: z.array(Concluded).min(1).max(100),
    committee: z.array(words(200)).min(1).max(30),
    text: text(20_000).default(''),
    redoBy: z.iso.date().nullable().default(null),
  }),

  decide({ input, state: scheme, today }) {
    const { outputs, redoBy } = input;
    const wrong = outputsProblem(scheme, 'acceptance', outputs) ?? firstWrong(scheme, outputs);
    if (wrong) return wrong;
    if (redoBy !== null && redoBy <= today) return refuse('acceptance.redo-by-past', { redoBy, today });
    return [{ type: 'acceptance-recorded', ...input, outcome: outcomeOf(outputs) }];
  },
});

function firstWrong(scheme: Scheme, outputs: readonly AcceptedOutput[]): Refusal | null {
  for (const { output, volume, outcome } of outputs) {
    const name = nameOf(scheme, output);
    const planned = plannedOf(scheme, output)?.volume ?? 0;
    const done = scheme.acceptance.reported.find((one) => one.output === output)?.done;
    if (done === undefined) return refuse('acceptance.not-reported', { output, name });
    if (volume > done) return refuse('acceptance.more-than-done', { output, name, volume, done });
    if (volume > planned) return refuse('acceptance.more-than-planned', { output, name, volume, planned });
    const before = acceptedOf(scheme, output);
    if (outcome !== 'redo' && volume < before) return refuse('acceptance.less-than-before', { output, name, volume, before });
    const fits = { accepted: volume === planned, partial: volume > 0 && volume < planned, failed: volume === 0, redo: volume === 0 };
    if (!fits[outcome]) return refuse('acceptance.outcome-differs', { output, name, outcome, volume, planned });
  }
  return null;
}

function outcomeOf(outputs: readonly AcceptedOutput[]): AcceptedOutput['outcome'] {
  const found = new Set(outputs.map(({ outcome }) => outcome));
  if (found.has('redo')) return 'redo';
  const [only, ...others] = found;
  return only !== undefined && others.length === 0 ? only : 'partial';
}
