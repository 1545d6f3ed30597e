import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedSections, differencesOf } from './differences.ts';
import type { Proposal } from './proposal.ts';
import { trainingLine, trainingProposal } from './test-kit.ts';

test.each<[string, Partial<Proposal>, string[]]>([
  ['a text', { need: 'Khác' }, ['need']],
  ['one field of a line', { lines: [{ ...trainingLine, unitPriceDong: 1 }] }, ['lines[0].unitPriceDong']],
  ['a share within a line', { lines: [{ ...trainingLine, funding: trainingLine.funding.slice(0, 2) }] }, ['lines[0].funding[2]']],
  ['a line more', { lines: [trainingLine, trainingLine] }, ['lines[1]']],
  ['no line left', { lines: [] }, ['lines[0]']],
  ['a date of the schedule', { schedule: [{ name: 'Mở lớp', from: '2022-07-01', to: '2022-10-31' }] }, ['schedule[0].from']],
])('%s differs', (_, change, fields) => {
  expect(differencesOf(trainingProposal, { ...trainingProposal, ...change }).map(({ field }) => field)).toEqual(fields);
});

test('a difference shows both versions', () => {
  expect(differencesOf(trainingProposal, { ...trainingProposal, place: 'Pleiku' })).toEqual([
    { section: 'place', field: 'place', before: 'Thành phố Quy Nhơn', after: 'Pleiku' },
  ]);
});

const text = fc.string({ maxLength: 8 });
const aProposal = fc.record({
  need: text,
  place: text,
  lines: fc.array(
    fc.record({ unitPriceDong: fc.nat(), item: text }).map((line) => ({ ...trainingLine, ...line })),
    { maxLength: 4 },
  ),
});
const proposalOf = (change: Partial<Proposal>): Proposal => ({ ...trainingProposal, ...change });

test('a version does not differ from itself', () => {
  fc.assert(fc.property(aProposal, (one) => differencesOf(proposalOf(one), proposalOf(structuredClone(one))).length === 0));
});

test('what differs one way differs the other way, in the same places', () => {
  fc.assert(
    fc.property(aProposal, aProposal, (a, b) => {
      const there = differencesOf(proposalOf(a), proposalOf(b));
      const back = differencesOf(proposalOf(b), proposalOf(a));
      expect(back).toEqual(there.map((one) => ({ ...one, before: one.after, after: one.before })));
      expect(changedSections(proposalOf(a), proposalOf(b)).length === 0).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});
