import { expect, test } from 'vitest';
import { waitOf } from './prefer.ts';

test.each<[string | undefined, number | null]>([
  [undefined, null],
  ['', null],
  ['wait=10', 10],
  ['WAIT = 5', 5],
  ['respond-async, wait=10', 10],
  ['wait="7"; strict, return=minimal', 7],
  ['wait=0', 0],
  ['wait=3600', 30],
  ['wait=-1', null],
  ['wait=x', null],
  ['await=10', null],
])('Prefer: %s waits %s seconds', (prefer, seconds) => {
  expect(waitOf(prefer)).toBe(seconds);
});
