import { describe, expect, test } from 'vitest';
import { given, pack } from '../test-kit.ts';
import { schemeKind } from './scheme.ts';
import { issued, localProposal, roundNamed, support, trainingProposal } from './test-kit.ts';

const rounds = {
  ...roundNamed('central-2022'),
  ...roundNamed('local-2022', { route: 'local', provinceId: 'ubnd-tinh-binh-dinh' }),
};
const asDrafter = { as: { role: 'host-drafter', organisationId: 'so-cong-thuong-binh-dinh' }, situation: { things: rounds } };
const by = (as: string, id = as) => ({ as: { role: as, id } });
const conclusion = { councilId: 'c', sessionNo: 1, conclusion: 'pass', conditions: [], reviseBy: null, votes: null, averageScore: null };
const terms = (sumDong: number) => ({
  number: '01/HĐ',
  date: '2022-06-01',
  sumDong,
  startsOn: '2022-06-01',
  endsOn: '2022-12-01',
  milestones: [{ name: 'Toàn bộ', due: '2022-12-01', amountDong: sumDong }],
});

describe.each(Object.keys(pack.processes))('the chart of the route %s', (route) => {
  const chart = pack.processes[route]!.scheme;

  test('names no command that a scheme does not know', () => {
    expect(Object.keys(chart.commands).filter((name) => schemeKind.commands[name] === undefined)).toEqual([]);
  });

  test('names no fact that a scheme can not follow', () => {
    const types = new Set(Object.values(chart.states).flatMap((state) => Object.keys(state.on ?? {})));
    const follows = (type: string) => {
      try {
        schemeKind.evolve(schemeKind.initial, { type } as never, { seq: 1, now: '', today: '', actor: '' });
      } catch (error) {
        return !String(error).includes('knows no fact');
      }
      return true;
    };
    expect([...types].filter((type) => !follows(type))).toEqual([]);
  });
});

test('central money: a local host’s scheme from draft to contract', () => {
  const asked = given(schemeKind)
    .when('draft-scheme', { roundId: 'central-2022', proposal: trainingProposal }, asDrafter)
    .left.when('submit-to-province', {}, by('host-head'))
    .left.when('give-opinion', { outcome: 'forward', counterpartDong: 60_000_000, text: 'Đồng ý.' }, by('province-officer'))
    .left.when('give-opinion', {}, by('province-head'))
    .left.when('begin-intake', {})
    .left.when('accept-file', {}).left;
  const decided = asked
    .when('enter-council', { councilId: 'c', sessionNo: 1, roster: { chair: ['council-1'] } })
    .left.when('conclude-appraisal', conclusion)
    .left.when('rank', { place: 1, proposedDong: 100_000_000, list: 'ranked' })
    .left.when('put-to-decision', { outcome: 'approve', amounts: support(100_000_000), decisionNo: 1 })
    .left.when('approve', { ...issued, amounts: support(100_000_000) })
    .left.when('allocate', { ...issued, amounts: support(100_000_000) }).left;
  const agreed = decided.when('conclude-contract', terms(100_000_000), by('agency-head')).left;
  agreed.when('conclude-contract', terms(100_000_000), by('host-head')).then('contract-agreed', 'contract-concluded');
});

test('the province’s own money: the same without council and opinion, its finance department appraising', () => {
  const amounts = support(200_000_000, 2022, 'local');
  const decided = given(schemeKind, 'local')
    .when('draft-scheme', { roundId: 'local-2022', proposal: localProposal }, asDrafter)
    .left.when('submit', {}, by('host-head'))
    .left.when('accept-file', {}, by('local-finance'))
    .left.when('appraise-estimate', { outcome: 'pass', text: 'Phù hợp.' }, by('local-finance'))
    .left.when('rank', { place: 1, proposedDong: 200_000_000, list: 'ranked' })
    .left.when('put-to-decision', { outcome: 'approve', amounts, decisionNo: 1 })
    .left.when('approve', { ...issued, amounts }).left;
  const allocated = decided.when('allocate', { ...issued, amounts });
  expect(allocated.accepted.movements.map(({ fund, kind }) => [fund.source, fund.ownerId, kind])).toEqual([
    ['local', 'ubnd-tinh-binh-dinh', 'reserved'],
    ['local', 'ubnd-tinh-binh-dinh', 'allocated'],
  ]);
  allocated.left
    .when('conclude-contract', terms(200_000_000), by('province-head'))
    .left.when('conclude-contract', terms(200_000_000), by('host-head'))
    .then('contract-agreed', 'contract-concluded');
});
