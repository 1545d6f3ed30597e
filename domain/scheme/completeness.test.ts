import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lacksOf } from './completeness.ts';
import { Proposal, type Section, sections } from './proposal.ts';
import { trainingLine, trainingProposal } from './test-kit.ts';

const years = { from: 2022, to: 2025 };
const step = { name: 'Mở lớp', from: '2022-06-01', to: '2022-10-31' };

test('a full proposal lacks nothing', () => {
  expect(lacksOf(trainingProposal, years)).toEqual([]);
});

test('a draft of a title lacks all the rest', () => {
  expect(lacksOf(Proposal.parse({ title: 'Đề án', contentItem: '3a' }), years).map(({ section }) => section)).toEqual(
    sections.filter((section) => section !== 'title' && section !== 'contentItem'),
  );
});

test.each<[string, Partial<Proposal>, string]>([
  ['a step that ends before it begins', { schedule: [{ ...step, from: '2022-11-01' }] }, 'schedule dates-crossed'],
  ['a step before the round’s year', { schedule: [{ ...step, from: '2021-12-31' }] }, 'schedule outside-years'],
  ['a step after the programme', { schedule: [{ ...step, to: '2026-01-01' }] }, 'schedule outside-years'],
  ['a line before the round’s year', { lines: [{ ...trainingLine, year: 2021 }] }, 'lines outside-years'],
  ['a line after the programme', { lines: [{ ...trainingLine, year: 2026 }] }, 'lines outside-years'],
])('%s is not complete', (_, change, lack) => {
  expect(lacksOf({ ...trainingProposal, ...change }, years).map(({ section, why }) => `${section} ${why}`)).toEqual([lack]);
});

const empty = Proposal.parse({ title: 'Đề án', contentItem: '3a' });
/** A proposal of which only these sections are written. */
const withOnly = (written: readonly Section[]): Proposal => ({
  ...empty,
  ...Object.fromEntries(written.map((section) => [section, trainingProposal[section]])),
});

test('whoever writes more lacks no more', () => {
  fc.assert(
    fc.property(fc.subarray([...sections]), fc.subarray([...sections]), (some, more) => {
      const before = lacksOf(withOnly(some), years).map(({ section }) => section);
      const after = lacksOf(withOnly([...some, ...more]), years).map(({ section }) => section);
      expect(before).toEqual(expect.arrayContaining(after));
    }),
  );
});
