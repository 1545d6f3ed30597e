import { describe, expect, test } from 'vitest';
import { given } from '../test-kit.ts';
import { clockKind } from './kind.ts';

const set = given(clockKind, { type: 'clock-set', now: '2022-01-10T01:00:00.000Z' });

describe('the programme’s clock', () => {
  test('stands where it is set', () => {
    const clock = given(clockKind).when('set-clock', { now: '2022-01-10T01:00:00Z' }).then('clock-set');
    expect([clock.state, clock.data]).toEqual([
      'standing',
      { now: '2022-01-10T01:00:00.000Z', target: '2022-01-10T01:00:00.000Z', arrived: true },
    ]);
    expect(
      clockKind.idOf?.(
        {},
        { id: 'process', name: 'process', positions: [] },
        { things: {}, organisations: {}, persons: {}, funds: {}, registerLast: 0, usedSlips: [] },
      ),
    ).toBe('clock');
  });

  test.each([
    ['2022-01-11', 'clock-moved'],
    ['2022-01-10T01:00:01Z', 'clock-moved'],
    ['2022-01-10', 'clock.backwards'],
    ['2022-01-09T23:00:00Z', 'clock.backwards'],
    ['2026-12-31', 'clock-moved'],
    ['2027-01-01', 'clock.unknown-days'],
    ['9999-12-31', 'clock.unknown-days'],
    ['soon', 'invalid-input'],
  ])('is moved to %s: %s', (to, then) => {
    set.when('move-clock', { to }).then(then);
  });

  test('only an administrator moves it', () => {
    expect(set.when('move-clock', { to: '2022-01-11' }, { as: { role: 'agency-head', of: 'any' } }).refusal).toMatchObject({ status: 403 });
  });

  test('goes step by step to where it was asked to go, and stands again', () => {
    const moving = set.when('move-clock', { to: '2022-02-01' }).left;
    expect([moving.state, moving.data.now, moving.data.target]).toEqual(['moving', '2022-01-10T01:00:00.000Z', '2022-02-01T01:00:00.000Z']);
    moving.when('advance-clock', { now: '2022-02-01T01:00:00.001Z' }).then('clock.beyond');
    moving.when('advance-clock', { now: '2022-01-09T01:00:00Z' }).then('clock.backwards');
    const half = moving.when('advance-clock', { now: '2022-01-20T16:59:59.999Z' }).left;
    expect(half.state).toBe('moving');
    const there = half.when('advance-clock', { now: '2022-02-01T01:00:00Z' }).left;
    expect([there.state, there.data.arrived]).toEqual(['standing', true]);
  });

  test('may be sent further while it moves', () => {
    const moving = set.when('move-clock', { to: '2022-02-01' }).left.when('move-clock', { to: '2022-03-01' }).left;
    expect(moving.data.target).toBe('2022-03-01T01:00:00.000Z');
  });
});
