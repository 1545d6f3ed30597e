import { describe, expect, test } from 'vitest';
import { given } from '../../test-kit.ts';
import { billion, opened } from '../examples.ts';
import { roundKind } from '../kind.ts';

const nobody = given(roundKind).at('2022-01-10');
const call = { programme: '645-2021-2025', year: 2022, route: 'central', ceilings: [{ source: 'programme', ceilingDong: 10 * billion }] };
const head = { role: 'agency-head', organisationId: 'cuc-tmdt-kts' };

describe('open-round', () => {
  test.each([
    // what                          changed                                                    then
    ['a call', {}, 'round-opened'],
    ['a day of its own', { closesAt: '2022-02-28' }, 'round-opened'],
    ['a moment of its own', { closesAt: '2022-02-28T10:00:00Z' }, 'round-opened'],
    ['other money told as well', { ceilings: [...call.ceilings, { source: 'local', ceilingDong: 1 }] }, 'round-opened'],
    ['a closing that has passed', { closesAt: '2022-01-09' }, 'round.closes-in-the-past'],
    ['a year before the programme', { year: 2020 }, 'round.year'],
    ['a year after the programme', { year: 2026 }, 'round.year'],
    ['the same source twice', { ceilings: [...call.ceilings, ...call.ceilings] }, 'round.ceiling-twice'],
    ['no money of the state', { ceilings: [{ source: 'enterprise', ceilingDong: billion }] }, 'round.ceiling-missing'],
    ['no ceiling', { ceilings: [] }, 'invalid-input'],
    ['a ceiling of nothing', { ceilings: [{ source: 'programme', ceilingDong: 0 }] }, 'invalid-input'],
  ])('%s', (_what, changed, then) => {
    nobody.when('open-round', { ...call, ...changed }, { as: head }).then(then);
  });

  test('closes at the end of the day that the law names, and moves the ceiling into the fund', () => {
    const { accepted } = nobody.when('open-round', call, { as: head });
    expect(accepted.data).toMatchObject({
      closesAt: '2022-03-31T16:59:59.999Z',
      ownerId: 'cuc-tmdt-kts',
      provinceId: null,
      openedOn: '2022-01-10',
    });
    expect(accepted.movements).toEqual([
      {
        of: 0,
        kind: 'ceiling',
        amountDong: 10 * billion,
        fund: { programme: '645-2021-2025', year: 2022, source: 'programme', ownerId: 'cuc-tmdt-kts' },
      },
    ]);
    expect(accepted.owed.map(({ what, params }) => [what, params.type])).toEqual([['draft-document', 'call-letter']]);
    expect(accepted.clocks[0]).toMatchObject({ name: 'closing', due: '2022-03-31T16:59:59.999Z' });
  });

  test('a province opens its own round, with its own cut-off and its own fund', () => {
    const { accepted } = given(roundKind, 'local')
      .at('2022-01-10')
      .when(
        'open-round',
        { ...call, route: 'local', ceilings: [{ source: 'local', ceilingDong: billion }] },
        { as: { role: 'province-head', organisationId: 'ubnd-tinh-binh-dinh' } },
      );
    expect(accepted.data).toMatchObject({ closesAt: '2022-06-30T16:59:59.999Z', provinceId: 'ubnd-tinh-binh-dinh' });
    expect(accepted.movements[0]?.fund).toMatchObject({ source: 'local', ownerId: 'ubnd-tinh-binh-dinh' });
  });

  test('the head of another office cannot open the agency’s round', () => {
    const outcome = nobody.when('open-round', call, { as: { role: 'agency-head', organisationId: 'vecom' } });
    expect(outcome.refusal).toMatchObject({ rule: 'round.not-your-organisation', status: 403 });
  });

  test('there is one round a year and route', () => {
    const id = '645-2021-2025.2022.central';
    const head = { id: 'agency-head', name: 'Cục trưởng', positions: [] };
    const situation = { things: {}, organisations: {}, persons: {}, funds: {}, registerLast: 0, usedSlips: [] };
    expect(roundKind.idOf?.(call, head, situation)).toBe(id);
    const again = given(roundKind).at('2022-01-10');
    const known = { id: 'the-thing', kind: 'round' as const, pack: '645-2021-2025', state: 'open', seq: 1, route: 'central', data: opened };
    const outcome = again.when('open-round', call, {
      as: { role: 'agency-head', organisationId: 'cuc-tmdt-kts' },
      situation: { things: { 'the-thing': known } },
    });
    expect(outcome.refusal).toMatchObject({ rule: 'round.exists', status: 409 });
  });
});
