import { describe, expect, test } from 'vitest';
import { pack } from '../../test-kit.ts';
import { checkFormat } from '../format/check.ts';
import { numbered } from '../numbered.ts';
import { approvalDecision } from './approval-decision.ts';
import { localPlanDecision } from './local-plan-decision.ts';
import { approvalDecisionSamples, localPlanDecisionSamples } from './samples/decisions.ts';

const cases = [
  ['approval-decision', approvalDecision, approvalDecisionSamples.normal],
  ['local-plan-decision', localPlanDecision, localPlanDecisionSamples.normal],
] as const;

describe.each(cases)('%s', (_, composer, sample) => {
  const compose = (manner: 'direct' | 'indirect') => composer.compose(composer.input.parse({ ...sample, manner }) as never);

  test('directly, with its list as an annex (form 1.2)', () => {
    const { body, annexes } = compose('direct');
    expect(body[0]).toMatchObject({ kind: 'article', text: expect.stringMatching(/^Phê duyệt .*Phụ lục kèm theo/u) });
    expect(annexes[0]).toMatchObject({ heading: 'Phụ lục', reference: expect.stringMatching(/^\(Kèm theo Quyết định số /u) });
  });

  test('by the list that it promulgates (form 1.3)', () => {
    const indirect = compose('indirect');
    expect(indirect.body[0]).toMatchObject({ text: expect.stringMatching(/^Ban hành kèm theo Quyết định này Danh mục/u) });
    expect(indirect.annexes[0]).toMatchObject({
      kind: 'promulgated',
      heading: 'DANH MỤC',
      title: expect.not.stringMatching(/^DANH MỤC/u),
      reference: expect.stringMatching(/^\(Ban hành kèm theo Quyết định số /u),
    });
  });

  test.each(['direct', 'indirect'] as const)('%s: nothing to mend in its form', (manner) => {
    expect(checkFormat(compose(manner), { pack, on: '2023-03-01' }).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('the promulgated text bears the number and day of its decision', () => {
    const { number: _number, date: _date, ...open } = compose('indirect');
    const symbol = open.symbol ?? '';
    const waiting = {
      ...open,
      annexes: open.annexes.map((one) => ({
        ...one,
        reference: `(Ban hành kèm theo Quyết định số …/${symbol} ngày … tháng … năm … của Bộ trưởng)`,
      })),
    };
    expect(numbered(waiting, 7, symbol, '2022-05-16').annexes[0]?.reference).toContain(`số 07/${symbol} ngày 16 tháng 5 năm 2022`);
  });
});
