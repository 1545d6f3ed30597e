import { type Refusal, refuse } from '../command.ts';
import type { Output } from './proposal.ts';
import type { Scheme } from './state.ts';

/** The planned outputs, by number from 1, that are not accepted in full. */
export const stillToAccept = ({ proposal, acceptance }: Scheme): number[] =>
  proposal.outputs
    .map((_, index) => index + 1)
    .filter((output) => !acceptance.accepted.some((one) => one.output === output && one.outcome === 'accepted'));

/**
 * What is wrong with outputs named in a report or minutes, or null: `<area>.no-output` for one that is not planned, `<area>.output-twice`,
 * `<area>.output-accepted` for one accepted in full already.
 */
export function outputsProblem(scheme: Scheme, area: 'result' | 'acceptance', outputs: readonly { output: number }[]): Refusal | null {
  const planned = scheme.proposal.outputs.length;
  const left = stillToAccept(scheme);
  const seen = new Set<number>();
  for (const { output } of outputs) {
    if (output > planned) return refuse(`${area}.no-output`, { output, planned });
    if (seen.has(output)) return refuse(`${area}.output-twice`, { output });
    seen.add(output);
    if (!left.includes(output)) return refuse(`${area}.output-accepted`, { output, name: nameOf(scheme, output) });
  }
  return null;
}

export const nameOf = ({ proposal }: Scheme, output: number): string => proposal.outputs[output - 1]?.name ?? '';
export const plannedOf = ({ proposal }: Scheme, output: number): Output | undefined => proposal.outputs[output - 1];
/** Volume accepted so far of an output, 0 if none. */
export const acceptedOf = ({ acceptance }: Scheme, output: number): number =>
  acceptance.accepted.find((one) => one.output === output)?.volume ?? 0;
