import { z } from 'zod';
import { refuse } from '../../command.ts';
import { words } from '../../text.ts';
import { reviseByOf } from '../appraisal.ts';
import { schemeCommand } from '../command.ts';
import { Reason } from '../wording.ts';

const concluded = { pass: 'recommended', conditional: 'recommended-conditionally', fail: 'not-recommended' } as const;

/** On the local route the province's finance department appraises the estimate (1364/QĐ-UBND, IV.1); conditions are answered by a day. */
export const appraiseEstimate = schemeCommand('appraise-estimate', {
  input: z.strictObject({
    outcome: z.enum(['pass', 'conditional', 'fail']),
    text: Reason,
    conditions: z.array(words(2_000)).max(50).default([]),
    reviseBy: z.iso.date().optional(),
  }),

  decide({ input: { outcome, text, conditions, reviseBy }, pack, today }) {
    if (outcome === 'conditional' && conditions.length === 0) return refuse('appraisal.conditions-missing');
    if (reviseBy !== undefined && reviseBy < today) return refuse('appraisal.date-past', { reviseBy, today });
    const conditional = outcome === 'conditional';
    return [
      {
        type: concluded[outcome],
        conditions: conditional ? conditions.map((condition, index) => ({ no: index + 1, text: condition })) : [],
        reviseBy: conditional ? (reviseBy ?? reviseByOf(pack, today)) : null,
        votes: null,
        averageScore: null,
        text,
      },
    ];
  },
});
