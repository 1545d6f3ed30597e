import { describe, expect, test } from 'vitest';
import type { AgendaItem } from '../../domain/council/state.ts';
import type { Caller } from '../identity/caller.ts';
import { visibleFactOfCouncil, visibleItems } from './council-view.ts';

const item: AgendaItem = {
  schemeId: 's1',
  title: 'Đề án',
  hostId: 'vecom',
  hostName: 'VECOM',
  sessionNo: 1,
  order: 1,
  status: 'balloting',
  interests: [],
  sheets: [{ by: 'council-1', scores: [{ criterion: 'need', points: 30 }], total: 90, comment: 'Tốt', on: '2022-05-10' }],
  writtenViews: [{ by: 'council-3', view: 'fail', text: 'Chưa rõ', on: '2022-05-09' }],
  ballots: [
    { by: 'council-1', vote: 'pass', conditions: [], on: '2022-05-10' },
    { by: 'council-2', vote: 'conditional', conditions: ['Bổ sung dự toán'], on: '2022-05-10' },
  ],
  result: null,
  conditions: [],
  reviseBy: null,
  dissents: [],
};
const viewer = (id: string): Caller => ({ id, name: id, positions: [], tokenHash: '' });
const seen = (status: AgendaItem['status'], by: string) => visibleItems({ s1: { ...item, status } }, viewer(by)).s1!;

describe('before the count', () => {
  test.each(['listed', 'open', 'balloting', 'adjourned'] as const)(
    'of an item that is %s everybody sees who voted, and their own vote alone',
    (status) => {
      expect(seen(status, 'council-2').ballots).toEqual([{ by: 'council-1', on: '2022-05-10' }, item.ballots[1]]);
      expect(seen(status, 'auditor').ballots).toEqual(item.ballots.map(({ by, on }) => ({ by, on })));
    },
  );

  test('scores and written views are as secret', () => {
    expect(seen('open', 'council-1')).toMatchObject({ sheets: item.sheets, writtenViews: [{ by: 'council-3' }] });
    expect(seen('open', 'council-3')).toMatchObject({ sheets: [{ by: 'council-1' }], writtenViews: item.writtenViews });
    expect(JSON.stringify(seen('open', 'auditor'))).not.toMatch(/pass|conditional|Bổ sung|90|Tốt|Chưa rõ/);
  });
});

test.each(['counted', 'concluded'] as const)('of an item that is %s all is shown', (status) => {
  expect(seen(status, 'auditor')).toEqual({ ...item, status });
});

describe('a fact', () => {
  const council = (status: AgendaItem['status']) => ({ items: { s1: { ...item, status } } });
  const data = { schemeId: 's1', vote: 'pass', conditions: [] };
  test.each([
    // type              by           status       viewer       seen
    ['ballot-cast', 'council-1', 'balloting', 'council-2', false],
    ['ballot-cast', 'council-1', 'balloting', 'council-1', true],
    ['ballot-cast', 'council-1', 'counted', 'council-2', true],
    ['score-sheet-submitted', 'council-1', 'open', 'auditor', false],
    ['written-view-submitted', 'council-1', 'open', 'auditor', false],
    ['ballot-opened', 'council-1', 'balloting', 'auditor', true],
  ] as const)('%s by %s of an item %s is shown to %s: %s', (type, actor, status, by, shown) => {
    expect(visibleFactOfCouncil({ type, data, actor }, council(status), viewer(by)) !== null).toBe(shown);
  });
});
