import { z } from 'zod';
import { refuse } from '../../command.ts';
import { schemeCommand } from '../command.ts';
import { unreadiness } from '../soundness.ts';
import { Reason } from '../wording.ts';

const Answer = z.strictObject({ no: z.int().positive(), answer: z.enum(['accepted', 'explained']), text: Reason });

/** The host answers each condition of the appraisal, accepted (tiếp thu) or explained (giải trình), and hands the revised file in. */
export const submitRevision = schemeCommand('submit-revision', {
  input: z.strictObject({ answers: z.array(Answer).max(100) }),

  decide({ input: { answers }, state: scheme, pack }) {
    const asked = scheme.appraisal.conditions.map(({ no }) => no);
    const answered = answers.map(({ no }) => no);
    const unknown = answered.filter((no) => !asked.includes(no));
    if (unknown.length > 0) return refuse('revision.unknown-condition', { conditions: unknown, asked });
    if (new Set(answered).size < answered.length) return refuse('revision.answered-twice', { answered });
    const unanswered = asked.filter((no) => !answered.includes(no));
    if (unanswered.length > 0) return refuse('revision.unanswered', { conditions: unanswered });
    return unreadiness(pack, scheme.proposal, scheme) ?? [{ type: 'revision-submitted', answers }];
  },
});
