import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lawValue } from '../regulation/law-value.ts';
import { pack } from '../test-kit.ts';
import { councilOf, inSession, without } from './examples.ts';
import { attendanceOf, reaches } from './quorum.ts';
import { rosterOf } from './seats.ts';
import type { CouncilRole } from './state.ts';
import { conclude, isMajority } from './tally.ts';

const on = { on: '2022-04-20' };
const rule = lawValue(pack, 'council.quorum', on).value;
const composition = lawValue(pack, 'council.composition', on).value;
const quorum = (council: ReturnType<typeof councilOf>) => attendanceOf(council.council, council.item, rule, composition);

describe('the quorum of an item', () => {
  const of = (from: typeof inSession, schemeId = 'a') => attendanceOf(from.data, from.data.items[schemeId]!, rule, composition);

  test.each([
    ['everyone', [], true, []],
    ['two members away', ['council-6', 'council-7'], true, []],
    ['the chair away', ['council-1'], true, []],
    ['chair and deputy away', ['council-1', 'council-2'], false, ['chair', 'deputy']],
    ['a reviewer away', ['council-3'], false, ['reviewer']],
    ['the secretary away', ['council-5'], false, ['secretary']],
    ['three away', ['council-1', 'council-6', 'council-7'], false, []],
  ])('with %s', (_what, absent, met, missing) => {
    const attendance = of(without(...absent));
    expect([attendance.met, attendance.missing.map(({ role }) => role)]).toEqual([met, missing]);
  });

  test('whoever is barred counts neither as entitled nor as present', () => {
    expect(of(inSession, 'b')).toMatchObject({ entitled: { length: 6 }, present: { length: 6 }, neededCount: 4, met: true });
    expect(of(without('council-1', 'council-7'), 'b')).toMatchObject({ present: { length: 4 }, met: true });
  });

  test('a barred reviewer leaves their seat empty', () => {
    const { council, item } = councilOf([...full(), { role: 'member', present: true }]);
    const barred = { ...item, interests: [{ by: 'p2', kind: 'family', text: '', derived: false, bars: true }] };
    const attendance = attendanceOf(council, barred, rule, composition);
    expect(attendance).toMatchObject({ met: false, missing: [{ role: 'reviewer', name: 'p2', why: 'barred' }] });
  });

  test('a declined reviewer’s seat is empty as well', () => {
    const seats = full().map((seat, index) => (index === 2 ? { ...seat, declined: true } : seat));
    expect(quorum(councilOf(seats)).missing).toEqual([{ role: 'reviewer', name: '', why: 'not-appointed' }]);
  });

  test('whoever was delegated the chair leads while the chair is away, and only then', () => {
    const delegated = { type: 'chair-delegated' as const, to: 'council-6', text: 'Ủy quyền chủ trì phiên họp ngày 20/4/2022' };
    const away = without('council-1', 'council-2').and(delegated);
    expect([of(away).met, rosterOf(away.data).chair]).toEqual([true, ['council-1', 'council-6']]);
    expect(rosterOf(inSession.and(delegated).data).chair).toEqual(['council-1']);
  });
});

describe('quorum and majority for any council', () => {
  const role = fc.constantFrom<CouncilRole>('chair', 'deputy', 'reviewer', 'secretary', 'member');
  const seats = fc.array(fc.record({ role, present: fc.boolean(), barred: fc.boolean(), declined: fc.boolean() }), { maxLength: 12 });

  test('is what counting by hand gives', () => {
    fc.assert(
      fc.property(seats, (list) => {
        const judging = list.filter(({ declined, barred }) => !declined && !barred);
        const there = judging.filter(({ present }) => present);
        const seated = list.filter(({ declined }) => !declined);
        const led = there.some((one) => one.role === 'chair' || one.role === 'deputy');
        const complete = (['reviewer', 'secretary'] as const).every((one) => {
          const asked = Math.max(one === 'reviewer' ? 2 : 1, seated.filter((seat) => seat.role === one).length);
          return there.filter((seat) => seat.role === one).length >= asked;
        });
        const noLeaders = !seated.some((one) => one.role === 'chair' || one.role === 'deputy');
        fc.pre(!noLeaders);
        expect(quorum(councilOf(list)).met).toBe(there.length > 0 && there.length / judging.length >= 2 / 3 - 1e-9 && led && complete);
      }),
    );
  });

  test('nobody’s coming ever breaks a quorum', () => {
    fc.assert(
      fc.property(seats, fc.nat(11), (list, who) => {
        const more = list.map((seat, index) => (index === who ? { ...seat, present: true } : seat));
        if (quorum(councilOf(list)).met) expect(quorum(councilOf(more)).met).toBe(true);
      }),
    );
  });

  const share = fc.integer({ min: 1, max: 6 }).chain((of) => fc.record({ count: fc.integer({ min: 1, max: of }), of: fc.constant(of) }));
  const votes = fc.record({ pass: fc.nat(9), conditional: fc.nat(9), fail: fc.nat(9) });

  test('a tie is never a majority, whatever share the law asks', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 20 }), share, (half, asked) => !isMajority(half, 2 * half, asked)));
  });

  test('more consent never makes the conclusion worse', () => {
    const order = ['fail', 'conditional', 'pass'];
    fc.assert(
      fc.property(votes, fc.nat(5), share, ({ pass, conditional, fail }, silent, asked) => {
        fc.pre(fail > 0);
        const present = pass + conditional + fail + silent;
        const before = order.indexOf(conclude({ pass, conditional, fail }, present, asked));
        const after = order.indexOf(conclude({ pass: pass + 1, conditional, fail: fail - 1 }, present, asked));
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test('a share is reached exactly, without rounding', () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.integer({ min: 1, max: 1000 }),
        (count, whole) => reaches(count, whole, { count: 2, of: 3 }) === count >= Math.ceil((2 * whole) / 3),
      ),
    );
  });
});

function full(): { role: CouncilRole; present: boolean }[] {
  return (['chair', 'deputy', 'reviewer', 'reviewer', 'secretary', 'member', 'member'] as const).map((role) => ({ role, present: true }));
}
