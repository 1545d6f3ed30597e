import { describe, expect, test } from 'vitest';
import { trainingProposal } from '../test-kit.ts';
import { accepted, implementing, million, reported, withAdvance } from '../test-kit-execution.ts';

/** Two outputs of 10 classes each. */
const two = { proposal: { ...trainingProposal, outputs: [...trainingProposal.outputs, ...trainingProposal.outputs] } };
const evidence = ['a'.repeat(64)];
const results = (...outputs: [output: number, done: number][]) => ({
  outputs: outputs.map(([output, done]) => ({ output, done, evidence })),
});
type Concluded = [output: number, volume: number, outcome: 'accepted' | 'partial' | 'failed' | 'redo'];
const minutes = (...outputs: Concluded[]) => ({
  outputs: outputs.map(([output, volume, outcome]) => ({ output, volume, outcome })),
  committee: ['Nguyễn Văn Mẫu', 'Trần Thị Mẫu'],
});
const on = (day: string) => ({ now: `${day}T02:00:00.000Z` });

describe('report-results', () => {
  test.each([
    ['all done', results([1, 10], [2, 10]), 'results-reported'],
    ['part of it', results([1, 4]), 'results-reported'],
    ['more than planned', results([1, 12]), 'results-reported'],
    ['an output that is not planned', results([3, 1]), 'result.no-output'],
    ['an output twice', results([1, 1], [1, 2]), 'result.output-twice'],
    ['nothing', { outputs: [] }, 'invalid-input'],
    ['evidence that is no file', { outputs: [{ output: 1, done: 1, evidence: ['ảnh'] }] }, 'invalid-input'],
  ])('%s: %s', (_, input, then) => {
    implementing(two).when('report-results', input).then(then);
  });

  test('an output accepted in full is not reported again; one accepted in part is, with no less', () => {
    accepted(implementing(two), 10)
      .when('report-results', results([1, 10]))
      .then('result.output-accepted');
    const part = accepted(implementing(two), 5, 'partial');
    part.when('report-results', results([1, 4])).then('result.less-than-accepted');
    part.when('report-results', results([1, 10])).then('results-reported');
  });

  test.each([
    // the schedule ends on 31 October; due 15 days after
    ['2022-11-15', false],
    ['2022-11-16', true],
  ])('on %s: late %s', (day, late) => {
    expect(implementing().when('report-results', results([1, 10]), on(day)).facts).toMatchObject([{ dueOn: '2022-11-15', late }]);
  });
});

describe('record-acceptance', () => {
  const eight = () => reported(implementing(), 8);
  test.each([
    ['the whole', reported(implementing(), 10), minutes([1, 10, 'accepted']), 'acceptance-recorded'],
    ['the whole, though only 8 of 10 are there', eight(), minutes([1, 8, 'accepted']), 'acceptance.outcome-differs'],
    ['part of it', eight(), minutes([1, 8, 'partial']), 'acceptance-recorded'],
    ['none as part of it', eight(), minutes([1, 0, 'partial']), 'acceptance.outcome-differs'],
    ['a failure', eight(), minutes([1, 0, 'failed']), 'acceptance-recorded'],
    ['a failure of which some counts', eight(), minutes([1, 1, 'failed']), 'acceptance.outcome-differs'],
    ['to be redone', eight(), minutes([1, 0, 'redo']), 'acceptance-recorded'],
    ['more than was done', eight(), minutes([1, 9, 'partial']), 'acceptance.more-than-done'],
    ['more than was planned', reported(implementing(), 12), minutes([1, 11, 'partial']), 'acceptance.more-than-planned'],
    ['an output that is not planned', eight(), minutes([2, 1, 'partial']), 'acceptance.no-output'],
    ['an output twice', eight(), minutes([1, 8, 'partial'], [1, 8, 'partial']), 'acceptance.output-twice'],
    ['an output that was not reported', reported(implementing(two), 10), minutes([2, 5, 'partial']), 'acceptance.not-reported'],
    ['to be redone by a day that is past', eight(), { ...minutes([1, 0, 'redo']), redoBy: '2022-05-01' }, 'acceptance.redo-by-past'],
    ['without a committee', eight(), { ...minutes([1, 8, 'partial']), committee: [] }, 'invalid-input'],
  ])('%s: %s', (_, scheme, input, then) => {
    scheme.when('record-acceptance', input).then(then);
  });

  test('less than the committee accepted before', () => {
    const again = reported(accepted(implementing(two), 5, 'partial'), 9);
    again.when('record-acceptance', minutes([1, 4, 'partial'])).then('acceptance.less-than-before');
    again.when('record-acceptance', minutes([1, 9, 'partial'])).then('acceptance-recorded');
    reported(accepted(implementing(two), 10), 10, 2)
      .when('record-acceptance', minutes([1, 10, 'accepted']))
      .then('acceptance.output-accepted');
  });

  test('who reported the results does not accept them', () => {
    reported(implementing(), 10)
      .when('record-acceptance', minutes([1, 10, 'accepted']), { as: { role: 'agency-officer', id: 'host-head.vecom' } })
      .then('duties.apart');
  });

  test.each([
    // what the committee says of two reported outputs, the outcome of all, where the scheme goes
    ['both accepted', minutes([1, 10, 'accepted'], [2, 10, 'accepted']), 'accepted', 'settling'],
    ['one accepted, the other open', minutes([1, 10, 'accepted']), 'accepted', 'implementing'],
    ['one accepted, one in part', minutes([1, 10, 'accepted'], [2, 3, 'partial']), 'partial', 'settling'],
    ['one accepted, one failed', minutes([1, 10, 'accepted'], [2, 0, 'failed']), 'partial', 'settling'],
    ['both failed', minutes([1, 0, 'failed'], [2, 0, 'failed']), 'failed', 'settling'],
    ['one to be redone', minutes([1, 10, 'accepted'], [2, 0, 'redo']), 'redo', 'implementing'],
  ])('%s: %s → %s', (_, input, outcome, state) => {
    const both = implementing(two).when('report-results', results([1, 10], [2, 10])).left;
    const recorded = both.when('record-acceptance', input);
    expect(recorded.facts).toMatchObject([{ outcome }]);
    expect(recorded.left.state).toBe(state);
  });

  test('minutes are drawn up whatever the outcome', () => {
    const owed = reported(implementing(), 10).when('record-acceptance', minutes([1, 0, 'redo'])).accepted.owed;
    expect(owed).toContainEqual(
      expect.objectContaining({ what: 'draft-document', params: expect.objectContaining({ type: 'acceptance-minutes' }) }),
    );
  });

  test('an advance stays as it is', () => {
    expect(accepted(withAdvance(implementing(), million), 10).data).toMatchObject({ advancedDong: million, clearedDong: 0 });
  });
});
