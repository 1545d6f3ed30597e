import { z } from 'zod';
import { isRefusal, refuse } from '../../command.ts';
import { lawValue } from '../../regulation/law-value.ts';
import { text } from '../../text.ts';
import { councilCommand } from '../facts.ts';
import { oneItem, ThingId } from '../input.ts';
import { absence, barring, itemOnAgenda } from '../on-agenda.ts';

export const SubmitScoreSheet = z.strictObject({
  schemeId: ThingId,
  scores: z
    .array(z.strictObject({ criterion: z.string().trim().min(1).max(60), points: z.number().min(0).max(1_000).multipleOf(0.5) }))
    .min(1)
    .max(50),
  comment: text(10_000).default(''),
});
export type SubmitScoreSheet = z.infer<typeof SubmitScoreSheet>;

/** A member scores a scheme by the law's criteria, each once and within its range, before the session or at it. Until the ballot a new sheet takes the place of the old. */
export const submitScoreSheet = councilCommand('submit-score-sheet', {
  input: SubmitScoreSheet,
  parts: oneItem,

  decide({ input, state, stateName, pack, today, actor }) {
    const item = itemOnAgenda(state, input.schemeId, ['listed', 'open']);
    if (isRefusal(item)) return item;
    const refused = barring(item, actor) ?? (stateName === 'in-session' ? absence(state, actor) : null);
    if (refused) return refused;

    const law = lawValue(pack, 'council.criteria', { on: today });
    const named = input.scores.map(({ criterion }) => criterion);
    const unknown = named.find((criterion) => !law.value.some(({ id }) => id === criterion));
    if (unknown) return refuse('score.unknown-criterion', { criterion: unknown, criteria: law.value.map(({ id }) => id) }, law);
    const missing = law.value.find(({ id }) => named.filter((criterion) => criterion === id).length !== 1);
    if (missing) return refuse('score.each-once', { criterion: missing.title }, law);
    for (const { criterion, points } of input.scores) {
      const { title, max } = law.value.find(({ id }) => id === criterion)!;
      if (points > max) return refuse('score.over-maximum', { criterion: title, points, max }, law);
    }
    const { schemeId, scores, comment } = input;
    const total = scores.reduce((sum, { points }) => sum + points, 0);
    return { facts: [{ type: 'score-sheet-submitted', schemeId, scores, total, comment }], result: { total } };
  },
});
