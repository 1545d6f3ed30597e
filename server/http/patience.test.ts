import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTime } from './patience.ts';

const silent = new Promise<never>(() => {});

test('what is given in time is passed on, a failure too', async () => {
  await expect(inTime(Promise.resolve('đây'), { headersSent: false }, 1_000)).resolves.toBe('đây');
  await expect(inTime(Promise.reject(new Error('hỏng')), { headersSent: false }, 1_000)).rejects.toThrow('hỏng');
});

test('what says nothing is away, and may be asked again', async () => {
  await expect(inTime(silent, { headersSent: false }, 10)).rejects.toMatchObject({ status: 503, headers: { 'Retry-After': '5' } });
});

test('an answer that flows already is let flow', async () => {
  const slow = pause(40, 'đủ');
  await expect(inTime(slow, { headersSent: true }, 10)).resolves.toBe('đủ');
});
