import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breaches, freeIn, fundColumns, fundId, totalOf } from '../../domain/money/ledger.ts';
import { freeDong } from '../../domain/round/ceiling.ts';
import type { Amount } from '../../domain/scheme/amount.ts';
import { yearOfMore } from '../../domain/scheme/movements.ts';
import { fundOf } from '../../domain/scheme/movements-allocation.ts';
import { pack } from '../../domain/test-kit.ts';
import { beginning, ceilingDong, fundOf2022, type give, groundOf, ids, million, situationOf, type World } from './several.ts';
import { carryOut, decidePending, intents, possible } from './steps.ts';

const texts: Record<string, { vi: string; en: string }> = Object.assign(
  {},
  ...readdirSync('templates/locales/refusals').map((file) => JSON.parse(readFileSync(`templates/locales/refusals/${file}`, 'utf8'))),
);
const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);
const dongOf = (amounts: readonly Amount[], year: number) => sum(amounts.filter((one) => one.year === year).map((one) => one.amountDong));

/** Reserved is what lies with the signer: allocations proposed, and the more that adjustments ask for. */
function reservedIn({ round, schemes }: World, year: number): number {
  const proposed = round.data.allocations.filter(({ status }) => status === 'proposed').flatMap(({ list }) => list);
  const asked = Object.values(schemes).filter(({ data }) => data.adjustment?.status === 'at-signer' && yearOfMore(data.accounts) === year);
  return sum(proposed.map(({ amounts }) => dongOf(amounts, year))) + sum(asked.map(({ data }) => data.adjustment?.moreDong ?? 0));
}

function check(world: World): void {
  const { funds, schemes, round, slips } = world;
  const all = Object.values(schemes).map(({ data }) => data);
  for (const [id, fund] of Object.entries(funds)) {
    expect(breaches(fund), id).toEqual([]);
    const year = Number(id.split('/')[1]);
    expect(fund.reserved, `reserved in ${id}`).toBe(reservedIn(world, year));
    const shares = all.flatMap((data) => data.accounts.filter((one) => one.year === year && fundId(fundOf(data, year, pack)) === id));
    for (const column of fundColumns) {
      if (column !== 'ceiling' && column !== 'reserved')
        expect(fund[column], `${column} in ${id}`).toBe(sum(shares.map((one) => one[column])));
    }
  }
  expect(sum(Object.values(funds).map(({ ceiling }) => ceiling)), 'what the round was given').toBe(ceilingDong);
  expect(
    freeDong(round.data, 'programme', { ...situation, ...situationOf(world) }, pack),
    'what a round counts on is there',
  ).toBeLessThanOrEqual(Math.max(0, freeIn(funds[fundOf2022])));
  for (const data of all) {
    const received = data.advancedDong + data.paidDong;
    expect(received).toBe(totalOf(data.accounts, 'advanced') + totalOf(data.accounts, 'paid'));
    expect(received).toBeLessThanOrEqual(totalOf(data.accounts, 'contracted'));
  }
  expect(new Set(slips).size).toBe(slips.length);
}
const situation = { organisations: {}, persons: {}, registerLast: 0 };

/** Who is told no is told why: by a rule with texts, a basis, and how sure that is. */
function checkRefusal(refusal: ReturnType<typeof give>['refusal']): void {
  if (refusal === null) return;
  const { basis, certainty } = groundOf(refusal);
  expect(texts[refusal.rule], refusal.rule).toMatchObject({ vi: expect.stringMatching(/./), en: expect.stringMatching(/./) });
  expect(basis, refusal.rule).toMatch(/./);
  expect(['law', 'seed', 'analogue', 'unverified']).toContain(certainty);
}

const anything = fc.array(
  fc.record({
    who: fc.constantFrom(...ids),
    luck: fc.nat(99),
    what: fc.nat(1_000),
    amountDong: fc.oneof(
      fc.constantFrom(100 * million, 70 * million, 50 * million, 1, 0),
      fc.integer({ min: 1, max: 60 * million }),
      fc.integer({ min: 60 * million, max: 130 * million }),
    ),
    part: fc.nat(100),
  }),
  { minLength: 80, maxLength: 160, size: 'max' },
);

test('four schemes, one fund, commands in any order: what is reserved, allocated, contracted, paid and settled adds up, and every no says why', () => {
  const reached = new Set<string>();
  const told = new Set<string>();
  fc.assert(
    fc.property(anything, (steps) => {
      let world = beginning();
      for (const [n, { who, luck, what, amountDong, part }] of steps.entries()) {
        const among = luck < 10 ? intents : possible(world, who).filter((one) => one !== 'end' || luck > 90);
        const pick = among[what % Math.max(1, among.length)] ?? 'close';
        const signs = luck % 3 === 0 && world.pending.length > 0;
        const next = signs ? decidePending(world, what, part < 75) : carryOut(world, { who, what: pick, amountDong, part, n: n + 2 });
        world = next.world;
        for (const { refusal } of next.answers) {
          checkRefusal(refusal);
          if (refusal) told.add(refusal.rule);
        }
        check(world);
        for (const { state } of Object.values(world.schemes)) reached.add(state);
      }
    }),
    { numRuns: 20, endOnFailure: true },
  );
  expect([...reached]).toEqual(
    expect.arrayContaining(['deferred', 'reduced', 'allocated', 'implementing', 'settling', 'under-review', 'lapsed']),
  );
  expect([...told]).toEqual(expect.arrayContaining(['fund.over-ceiling', 'state.not-now']));
}, 60_000);
