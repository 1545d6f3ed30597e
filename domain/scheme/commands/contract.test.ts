import { describe, expect, test } from 'vitest';
import { allocated, reduced, trainingOf } from '../test-kit.ts';

const agency = 'agency-head';
const host = 'host-head';
const terms = {
  number: '12/HĐ-TMĐT',
  date: '2022-05-30',
  sumDong: 100_000_000,
  startsOn: '2022-06-01',
  endsOn: '2022-11-30',
  milestones: [
    { name: 'Năm lớp đầu', due: '2022-08-31', amountDong: 50_000_000 },
    { name: 'Năm lớp sau', due: '2022-11-30', amountDong: 50_000_000 },
  ],
};
const fund = { programme: '645-2021-2025', year: 2022, source: 'programme', ownerId: 'cuc-tmdt-kts' };
const agreedByAgency = () => allocated().when('conclude-contract', terms, { as: agency }).left;

describe('conclude-contract: 100 million are allocated', () => {
  test.each<[string, object, string]>([
    ['the whole sum', {}, 'contract-agreed'],
    ['less', { sumDong: 50_000_000, milestones: terms.milestones.slice(0, 1) }, 'contract-agreed'],
    ['more', { sumDong: 100_000_001, milestones: [{ ...terms.milestones[0], amountDong: 100_000_001 }] }, 'contract.over-allocation'],
    ['milestones short of the sum', { milestones: terms.milestones.slice(0, 1) }, 'contract.milestones-differ'],
    ['no milestones', { milestones: [] }, 'invalid-input'],
    ['a milestone after the end', { endsOn: '2022-11-29' }, 'contract.milestone-outside'],
    ['an end before the start', { startsOn: '2022-12-01' }, 'contract.dates-crossed'],
  ])('%s: %s', (_, change, expected) => {
    allocated()
      .when('conclude-contract', { ...terms, ...change }, { as: agency })
      .then(expected);
  });

  test.each([
    ['the agency first', agency, host],
    ['the host first', host, agency],
  ])('%s, the other in the same words', (_, first, second) => {
    const agreed = allocated().when('conclude-contract', terms, { as: first }).then('contract-agreed');
    expect(agreed.state).toBe('allocated');
    const concluded = agreed.when('conclude-contract', terms, { as: second }).then('contract-agreed', 'contract-concluded');
    expect(concluded.state).toBe('contracted');
    expect(concluded.data.contract?.agreedBy.map(({ side }) => side).toSorted()).toEqual(['agency', 'host']);
  });

  test.each<[string, object, string[]]>([
    ['number', { number: '13/HĐ-TMĐT' }, ['number']],
    ['end', { endsOn: '2022-12-15' }, ['endsOn']],
    ['a milestone’s name', { milestones: [{ ...terms.milestones[0], name: 'Khác' }, terms.milestones[1]] }, ['milestones']],
  ])('the host in other words: %s', (_, change, fields) => {
    const answer = agreedByAgency().when('conclude-contract', { ...terms, ...change }, { as: host });
    answer.then('contract.differs');
    expect(answer.refusal?.values.fields).toEqual(fields);
  });

  test('who gave it may give it anew, not the same again', () => {
    agreedByAgency().when('conclude-contract', terms, { as: agency }).then('contract.already-agreed');
    const anew = agreedByAgency()
      .when('conclude-contract', { ...terms, number: '13/HĐ-TMĐT' }, { as: agency })
      .then('contract-agreed');
    anew.when('conclude-contract', terms, { as: host }).then('contract.differs');
    anew.when('conclude-contract', { ...terms, number: '13/HĐ-TMĐT' }, { as: host }).then('contract-agreed', 'contract-concluded');
  });

  test('a drafter concludes nothing', () => {
    allocated()
      .when('conclude-contract', terms, { as: { role: 'host-drafter', of: 'host' } })
      .then('role.not-yours');
  });
  test('the sum is committed in the fund of its year, and a contract drawn up', () => {
    const { accepted } = agreedByAgency().when('conclude-contract', terms, { as: host });
    expect(accepted.movements).toMatchObject([{ fund, kind: 'contracted', amountDong: 100_000_000 }]);
    expect(accepted.owed).toContainEqual(
      expect.objectContaining({ what: 'draft-document', params: expect.objectContaining({ type: 'contract' }) }),
    );
  });
  test('carrying out begins with it', () => {
    const contracted = agreedByAgency().when('conclude-contract', terms, { as: host }).left;
    expect(contracted.when('begin-implementation', {}).then('implementation-begun').state).toBe('implementing');
  });
});

describe('lapse', () => {
  // Allocated on 16 May 2022: 60 days later is 15 July.
  test.each([
    ['2022-07-15', 'lapse.too-early'],
    ['2022-07-16', 'lapsed'],
  ])('on %s: %s', (day, expected) => {
    allocated().at(day).when('lapse', { reason: 'Quá hạn ký hợp đồng.' }).then(expected);
  });
  test('a smaller sum counts from the day it was accepted', () => {
    const accepted = reduced()
      .at('2022-06-15')
      .when('accept-reduction', { lines: [trainingOf(8)] }).left;
    accepted.at('2022-08-14').when('lapse', { reason: 'Quá hạn.' }).then('lapse.too-early');
    const lapsed = accepted.at('2022-08-15').when('lapse', { reason: 'Quá hạn.' });
    lapsed.then('lapsed');
    expect(lapsed.accepted.movements).toMatchObject([{ fund, kind: 'allocated', amountDong: -80_000_000 }]);
  });
  test('not while a termination is proposed: its decision would find nothing left to end', () => {
    const ending = allocated().when('propose-termination', { ground: 'force-majeure', text: 'Bão lũ' }, { as: 'agency-head' }).left;
    ending.at('2022-07-16').when('lapse', { reason: 'Quá hạn ký hợp đồng.' }).then('termination.proposed');
  });
  test('the refusal cites the limit', () => {
    expect(allocated().when('lapse', { reason: 'Sớm.' }).refusal).toMatchObject({
      ground: { certainty: 'analogue' },
      values: { days: 60 },
    });
  });
});
