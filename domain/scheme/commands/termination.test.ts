import { describe, expect, test } from 'vitest';
import { issued, support, trainingProposal } from '../test-kit.ts';
import {
  accepted,
  allocatedScheme,
  contracted,
  implementing,
  million,
  type SchemeGiven,
  withAdvance,
  withAdvanceApproved,
  withAdvanceAsked,
} from '../test-kit-execution.ts';

const agency = { as: 'agency-head' };
const host = { as: 'host-head' };
const because = (ground?: string) => ({ ...(ground && { ground }), text: 'Không thể tiếp tục.' });
const askedByHost = () => implementing().when('propose-termination', because(), host).left;
const proposed = (scheme: SchemeGiven) => scheme.when('propose-termination', because('force-majeure'), agency).left;
const terminated = (scheme: SchemeGiven) => proposed(scheme).when('terminate', issued);

describe('propose-termination', () => {
  test.each([
    ['the agency, on a listed ground', implementing(), because('wrongdoing'), agency, 'termination-proposed'],
    ['the agency, on no ground', implementing(), because(), agency, 'termination.ground-unlisted'],
    ['the agency, on a ground of its own', implementing(), because('mood'), agency, 'termination.ground-unlisted'],
    ['the agency, at the host’s request that there was not', implementing(), because('host-request'), agency, 'termination.not-asked'],
    ['the agency, at the host’s request', askedByHost(), because('host-request'), agency, 'termination-proposed'],
    ['the agency, twice', proposed(implementing()), because('wrongdoing'), agency, 'termination.proposed'],
    ['the host', implementing(), because(), host, 'termination-asked'],
    ['the host, twice', askedByHost(), because(), host, 'termination.asked'],
    ['before the contract', allocatedScheme(), because('force-majeure'), agency, 'termination-proposed'],
  ])('%s', (_, scheme, input, who, then) => {
    scheme.when('propose-termination', input, who).then(then);
  });

  test('an unlisted ground is refused by the list', () => {
    expect(implementing().when('propose-termination', because('mood'), agency).refusal).toMatchObject({
      ground: { certainty: 'analogue' },
      values: { grounds: ['wrongdoing', 'force-majeure', 'host-request', 'unmet-demands'] },
    });
  });

  test('once proposed, results are not reported any more', () => {
    proposed(implementing())
      .when('report-results', { outputs: [{ output: 1, done: 1 }] })
      .then('termination.proposed');
  });
});

describe('return-termination', () => {
  test('the scheme goes on, and may be proposed for termination again', () => {
    const returned = proposed(implementing()).when('return-termination', { reason: 'Chưa đủ căn cứ' }).left;
    expect(returned).toMatchObject({ state: 'implementing', data: { termination: null } });
    returned.when('propose-termination', because('wrongdoing'), agency).then('termination-proposed');
  });
  test('only one that was proposed', () => {
    implementing().when('return-termination', { reason: 'Nhầm' }).then('termination.not-proposed');
  });
});

describe('terminate', () => {
  const half = { ...trainingProposal, outputs: [...trainingProposal.outputs, ...trainingProposal.outputs] };
  const sums = (scheme: SchemeGiven) => terminated(scheme).left.data.accounts.map(({ allocated, contracted: of }) => [allocated, of]);

  test.each([
    // what there was, [allocated, contracted] that stays, of 100 million
    ['before the contract', allocatedScheme(), [0, 0]],
    ['before any payment', contracted(), [0, 0]],
    ['before any payment, with a contract for less', contracted({ contracted: support(60 * million) }), [0, 0]],
    ['with 30 million advanced', withAdvance(implementing(), 30 * million), [30_000_000, 30_000_000]],
    ['with 30 million approved', withAdvanceApproved(implementing(), 30 * million), [30_000_000, 30_000_000]],
    ['with 30 million only asked for', withAdvanceAsked(implementing(), 30 * million), [0, 0]],
    ['with half of the work accepted', accepted(implementing({ proposal: half }), 10), [50_000_000, 50_000_000]],
  ])('%s', (_, scheme, stays) => {
    expect(sums(scheme)).toEqual([stays]);
  });

  test('what nobody had approved ends with it; the scheme tells itself to settle', () => {
    const ended = terminated(withAdvanceAsked(implementing(), million));
    expect(ended.left.data.requests).toMatchObject([{ status: 'refused' }]);
    expect(ended.accepted.owed).toContainEqual(expect.objectContaining({ what: 'tell' }));
    expect(ended.left.when('begin-settlement', {}).left.state).toBe('settling');
  });

  test('only what was proposed', () => {
    implementing().when('terminate', issued).then('termination.not-proposed');
  });

  test('where nothing was ever paid it can be settled without a line, and closed', () => {
    const begun = terminated(contracted()).left.when('begin-settlement', {}).left;
    const filed = begun.when('file-settlement', { lines: [] }).then('settlement-filed');
    const reviewed = filed.when('review-settlement', { lines: [], treasuryDong: 0 }).then('settlement-reviewed');
    const settled = reviewed.when('confirm-settlement', {}).then('settlement-confirmed');
    expect(settled.when('close-scheme', {}).then('closed').state).toBe('closed');
  });
});
