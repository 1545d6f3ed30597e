import { describe, expect, test } from 'vitest';
import { loadPacks } from '../../../config/regulations.ts';
import { wayOf } from './way.ts';

const chart = loadPacks().get('645-2021-2025')!.processes.central!.scheme;
/** Facts that led through these states, one a day. */
const through = (...states: string[]) =>
  states.map((state, i) => ({
    seq: i + 1,
    type: 'x',
    at: `2022-03-${String(i + 1).padStart(2, '0')}T02:00:00.000Z`,
    actor: 'a',
    role: null,
    state,
  }));
const drawn = (...states: string[]) => {
  const stations = wayOf(chart, states.at(-1) ?? '', through(...states), ['at-province']);
  return {
    past: stations.filter(({ place }) => place === 'past').map(({ name }) => name),
    here: stations.find(({ place }) => place === 'here'),
    ahead: stations.filter(({ place }) => place === 'ahead').map(({ name }) => name),
    stations,
  };
};

describe('the way of a scheme', () => {
  test('begins with all that usually comes, without the province where the host is central', () => {
    const { past, here, ahead } = drawn('draft');
    expect(past).toEqual([]);
    expect(here?.name).toBe('draft');
    expect(ahead.slice(0, 2)).toEqual(['submitted', 'in-intake']);
    expect(ahead.at(-1)).toBe('archived');
  });

  test('has the province where the scheme went through it', () => {
    expect(drawn('draft', 'at-province', 'submitted').past).toEqual(['draft', 'at-province']);
  });

  test('off the usual way it stands beside it, and goes on where it will join again', () => {
    const { past, here, ahead } = drawn('draft', 'submitted', 'in-intake', 'supplementing');
    expect(past).toEqual(['draft', 'submitted', 'in-intake']);
    expect(here).toMatchObject({ name: 'supplementing', aside: true, on: '2022-03-04' });
    expect(ahead[0]).toBe('eligible');
  });

  test('what was gone through aside hangs where it was entered; a step that was left out is not drawn', () => {
    const { stations, past } = drawn('draft', 'submitted', 'in-intake', 'supplementing', 'in-intake', 'eligible', 'recommended');
    expect(past).toEqual(['draft', 'submitted', 'in-intake', 'eligible']);
    expect(stations.find(({ name }) => name === 'in-intake')?.asides).toMatchObject([
      { title: chart.states.supplementing?.title, on: '2022-03-04' },
    ]);
  });

  test('sent back, what was reached before is still to come', () => {
    const { here, ahead } = drawn('draft', 'at-province', 'draft');
    expect(here?.name).toBe('draft');
    expect(ahead[0]).toBe('at-province');
  });

  test('has nothing ahead at its end', () => {
    expect(drawn('draft', 'submitted', 'withdrawn')).toMatchObject({ here: { name: 'withdrawn', aside: true }, ahead: [] });
  });

  test('ended before its time it is still settled', () => {
    expect(drawn('draft', 'submitted', 'approved', 'terminated').ahead[0]).toBe('settling');
  });
});
