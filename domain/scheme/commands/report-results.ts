import { z } from 'zod';
import { refuse } from '../../command.ts';
import { lawValue } from '../../regulation/law-value.ts';
import { text } from '../../text.ts';
import { addDays } from '../../time/dates.ts';
import { schemeCommand } from '../command.ts';
import { acceptedOf, nameOf, outputsProblem } from '../outputs.ts';
import type { Scheme } from '../state.ts';

const Done = z.strictObject({
  output: z.int().positive(),
  done: z.number().nonnegative().max(1_000_000_000),
  evidence: z.array(z.hash('sha256')).max(50).default([]),
});

/**
 * The host reports what was done of the planned outputs (numbered from 1), all told, with evidence. Due some days after the end of the work
 * (`result.report`); a late report is taken down as late, not refused.
 */
export const reportResults = schemeCommand('report-results', {
  input: z.strictObject({ outputs: z.array(Done).min(1).max(100), text: text(20_000).default('') }),

  decide({ input, state: scheme, pack, today }) {
    if (scheme.termination?.proposed) return refuse('termination.proposed', {}, undefined, 409);
    const wrong = outputsProblem(scheme, 'result', input.outputs);
    if (wrong) return wrong;
    const fallen = input.outputs.find(({ output, done }) => done < acceptedOf(scheme, output));
    if (fallen) {
      const { output, done } = fallen;
      return refuse('result.less-than-accepted', { output, name: nameOf(scheme, output), done, accepted: acceptedOf(scheme, output) });
    }
    const end = endOfWork(scheme);
    const dueOn = end === null ? null : addDays(end, lawValue(pack, 'result.report', { on: today }).value);
    return [{ type: 'results-reported', ...input, dueOn, late: dueOn !== null && today > dueOn }];
  },
});

/** The last day of the schedule, else of the contract. */
function endOfWork({ proposal, contract }: Scheme): string | null {
  return (
    proposal.schedule
      .map(({ to }) => to)
      .toSorted()
      .at(-1) ??
    contract?.endsOn ??
    null
  );
}
