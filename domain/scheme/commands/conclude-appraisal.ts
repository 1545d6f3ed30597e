import { tellings } from '../../tellings.ts';
import { reviseByOf } from '../appraisal.ts';
import { schemeCommand } from '../command.ts';
import type { Finding } from '../facts/appraisal.ts';

const concluded = { pass: 'recommended', conditional: 'recommended-conditionally', fail: 'not-recommended' } as const;

/** What the council concluded on the scheme, or on an adjustment of it that changes its substance. */
export const concludeAppraisal = schemeCommand('conclude-appraisal', {
  input: tellings['conclude-appraisal'],

  decide({ input, stateName, pack, today }) {
    const { councilId, sessionNo, conclusion, conditions, votes, averageScore } = input;
    if (conclusion === 'adjourned') return [{ type: 'adjourned', councilId, sessionNo }];
    const reviseBy = conclusion === 'conditional' ? (input.reviseBy ?? reviseByOf(pack, today)) : null;
    const finding: Finding = { conditions, reviseBy, votes, averageScore, text: null };
    if (stateName === 'adjusting') return [{ type: 'adjustment-appraised', conclusion, ...finding }];
    return [{ type: concluded[conclusion], ...finding }];
  },
});
