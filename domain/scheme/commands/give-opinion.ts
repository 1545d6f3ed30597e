import { z } from 'zod';
import { type Refusal, refuse } from '../../command.ts';
import { dong } from '../../money/dong.ts';
import { words } from '../../text.ts';
import { sumFrom } from '../budget.ts';
import { schemeCommand } from '../command.ts';
import { afterCutOff } from '../cut-off.ts';
import type { OpinionContent } from '../facts/intake.ts';
import { Section } from '../proposal.ts';
import type { Scheme } from '../state.ts';

const given = { forward: 'opinion-forwarded', return: 'opinion-returned', reject: 'opinion-rejected' } as const;

/**
 * The province's word on a scheme: its officer prepares it, its head signs it as it stands or changed. Forwarding commits the counterpart
 * funds (đồng) that the proposal counts on from the province's budget; returning names the sections to mend.
 */
export const giveOpinion = schemeCommand('give-opinion', {
  input: z.strictObject({
    outcome: z.enum(['forward', 'return', 'reject']).optional(),
    counterpartDong: dong.optional(),
    text: words(5_000).optional(),
    sections: z.array(Section).max(10).optional(),
  }),

  decide({ input, state: scheme, actor, pack, today }) {
    const { prepared } = scheme.opinion;
    const signing = actor.as === 'sign';
    if (signing && !prepared) return refuse('opinion.not-prepared');
    const outcome = input.outcome ?? prepared?.outcome;
    const text = input.text ?? prepared?.text;
    if (outcome === undefined || text === undefined)
      return refuse('opinion.unfinished', { missing: [...(outcome ? [] : ['outcome']), ...(text ? [] : ['text'])] });
    const opinion: OpinionContent = {
      outcome,
      text,
      counterpartDong: outcome === 'forward' ? (input.counterpartDong ?? prepared?.counterpartDong ?? 0) : 0,
      sections: outcome === 'return' ? (input.sections ?? prepared?.sections ?? []) : [],
    };
    const refused = unfounded(opinion, scheme) ?? (signing && outcome === 'forward' ? afterCutOff(scheme, pack, today) : null);
    return refused ?? [{ type: signing ? given[outcome] : 'opinion-prepared', ...opinion }];
  },
});

function unfounded({ outcome, counterpartDong, sections }: OpinionContent, scheme: Scheme): Refusal | null {
  if (outcome === 'return' && sections.length === 0) return refuse('opinion.sections-missing');
  const countedOnDong = sumFrom(scheme.proposal, 'local');
  if (outcome === 'forward' && counterpartDong < countedOnDong) return refuse('opinion.counterpart', { counterpartDong, countedOnDong });
  return null;
}
