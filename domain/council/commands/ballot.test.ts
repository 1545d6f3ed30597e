import { describe, expect, test } from 'vitest';
import { balloting, fullScores, inSession, voting, without } from '../examples.ts';

const chair = { role: 'chair', id: 'council-1' };
const member = { role: 'member', id: 'council-7' };

describe('cast-ballot', () => {
  test.each([
    ['for', { vote: 'pass' }, 'ballot-cast'],
    ['against', { vote: 'fail' }, 'ballot-cast'],
    ['on conditions', { vote: 'conditional', conditions: ['Giảm chi phí thuê hội trường'] }, 'ballot-cast'],
    ['on conditions without any', { vote: 'conditional' }, 'ballot.conditions-needed'],
    ['for, with conditions', { vote: 'pass', conditions: ['Giảm chi phí'] }, 'ballot.conditions-only'],
    ['abstaining', { vote: 'abstain' }, 'invalid-input'],
  ])('%s: %j → %s', (_what, vote, then) => {
    balloting.when('cast-ballot', { schemeId: 'a', ...vote }, { as: member }).then(then);
  });

  test('once', () => {
    const outcome = voting('ppppppp').when('cast-ballot', { schemeId: 'a', vote: 'fail' }, { as: member });
    expect(outcome.refusal).toMatchObject({ rule: 'council.already-voted', status: 409 });
  });

  test('only while the ballot is open, by those who are there and not barred', () => {
    inSession.when('cast-ballot', { schemeId: 'a', vote: 'pass' }, { as: member }).then('council.item-not-now');
    const onB = ballotOn('b');
    onB.when('cast-ballot', { schemeId: 'b', vote: 'pass' }, { as: { role: 'member', id: 'council-6' } }).then('council.barred');
    ballotOn('a', without('council-7')).when('cast-ballot', { schemeId: 'a', vote: 'pass' }, { as: member }).then('council.not-present');
  });

  test('touches nothing but its item', () => {
    const before = balloting.data;
    const after = balloting.when('cast-ballot', { schemeId: 'a', vote: 'pass' }, { as: member }).accepted;
    const { items: _a, ...restBefore } = before;
    const { items: _b, ...restAfter } = after.data;
    for (const [key, value] of Object.entries(restBefore)) expect(restAfter[key as keyof typeof restAfter]).toBe(value);
    expect(after.data.items.b).toBe(before.items.b);
    expect([after.owed, after.facts.length]).toEqual([[], 1]);
  });
});

describe('close-ballot', () => {
  test.each([
    ['ppppppp', 'pass'],
    ['pppppff', 'pass'],
    ['ppppfff', 'fail'],
    ['ppppcff', 'conditional'],
    ['cccccff', 'conditional'],
    ['fffffff', 'fail'],
    ['ppppp', 'pass'],
    ['ppppf', 'fail'],
  ])('of seven present, %s: %s', (votes, conclusion) => {
    const { accepted } = voting(votes).when('close-ballot', { schemeId: 'a' }, { as: chair });
    expect(accepted.result).toMatchObject({ conclusion, present: 7, entitled: 7, averageScore: 84.5 });
    expect(accepted.data.items.a).toMatchObject({
      status: 'concluded',
      result: { conclusion, quorum: expect.stringContaining('7/7 ≥ 2/3') },
    });
    expect(accepted.data.session?.openItem).toBeNull();
  });

  test('four votes of seven are too few to be counted', () => {
    const { refusal } = voting('pppp').when('close-ballot', { schemeId: 'a' }, { as: chair });
    expect(refusal).toMatchObject({
      rule: 'ballot.too-few',
      values: { cast: 4, needed: 5, awaited: ['Ông/bà council-5', 'Ông/bà council-6', 'Ông/bà council-7'] },
    });
  });

  test('what is concluded is told to the scheme and taken into a record of the count', () => {
    const { accepted } = voting('ppppcff').when(
      'close-ballot',
      { schemeId: 'a', conditions: ['Giảm 10%'], reviseBy: '2022-05-10' },
      { as: chair },
    );
    expect(accepted.owed.map(({ what, params }) => [what, params.type ?? params.thing])).toEqual([
      ['draft-document', 'count-record'],
      ['tell', 'a'],
    ]);
    expect(accepted.owed[1]?.params.input).toEqual({
      councilId: 'the-thing',
      sessionNo: 1,
      conclusion: 'conditional',
      conditions: [{ no: 1, text: 'Giảm 10%' }],
      reviseBy: '2022-05-10',
      votes: { pass: 4, conditional: 1, fail: 2 },
      averageScore: 84.5,
    });
  });

  test('conditions come from the ballots and the day from the law where nobody names them', () => {
    const { result } = voting('pppccff').when('close-ballot', { schemeId: 'a' }, { as: chair }).accepted;
    expect(result).toMatchObject({
      conditions: [
        { no: 1, text: 'Điều kiện của người thứ 4' },
        { no: 2, text: 'Điều kiện của người thứ 5' },
      ],
      reviseBy: '2022-05-13',
    });
  });

  test.each([
    ['a day that has passed', { reviseBy: '2022-04-20' }, 'ballot.revise-by'],
    ['no conditions at all', { conditions: [] }, 'ballot.conditions-needed'],
    ['a typed majority', { votes: { pass: 7 } }, 'invalid-input'],
  ])('with %s: %s', (_what, more, then) => {
    voting('ccccccc')
      .when('close-ballot', { schemeId: 'a', ...more }, { as: chair })
      .then(then);
  });
});

function ballotOn(schemeId: string, from = inSession) {
  const sheet = { type: 'score-sheet-submitted' as const, schemeId, scores: fullScores, total: 84.5, comment: '' };
  return from
    .and({ type: 'item-opened', schemeId })
    .by('council-3')
    .and(sheet)
    .by('council-4')
    .and(sheet)
    .and({ type: 'ballot-opened', schemeId });
}
