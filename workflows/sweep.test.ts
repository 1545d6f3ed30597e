import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { binhDinh, vecom } from '../test/support/cast.ts';
import { draft, openRound, submit } from '../test/support/deciding.ts';
import { freshWorld } from '../test/support/world.ts';
import { sweep } from './sweep.ts';

const now = new Date('2026-03-20T19:00:00Z');
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

let world: Awaited<ReturnType<typeof freshWorld>>;
let drafted: string;
let submitted: string;
let supplementing: string;
beforeAll(async () => {
  world = await freshWorld();
  await openRound(world, vecom, 1_000_000_000);
  [drafted, submitted, supplementing] = [
    await draft(world, vecom, 50_000_000),
    await draft(world, vecom, 50_000_000),
    await draft(world, vecom, 50_000_000),
  ];
  await submit(world, vecom, submitted, 0);
  await submit(world, vecom, supplementing, 0);
  await world.act('agency-officer', 'scheme', supplementing, 'request-supplement', {
    sections: ['targets'],
    reason: 'Nêu rõ chỉ tiêu.',
    until: '2022-01-20',
  });
});
afterAll(() => world.close());

const copies = async (): Promise<string[]> => {
  const { rows } = await world.database.query<{ key: string }>('SELECT key FROM form_draft');
  return rows.map(({ key }) => key);
};

describe('every night the core worker lets go of', () => {
  test.each<[string, () => string, string, number, boolean]>([
    // whose part                       of           part         untouched  goes
    ['a section of a draft', () => drafted, 'need', 89, false],
    ['a section that nobody touched', () => drafted, 'need', 91, true],
    ['the words beside a draft that is sent', () => drafted, 'check', 10, false],
    ['a reduction where none is asked for', () => drafted, 'reduction', 2, true],
    ['a section of what was handed in', () => submitted, 'need', 2, true],
    ['what was typed today', () => submitted, 'need', 0.5, false],
    ['a section that is asked for anew', () => supplementing, 'targets', 30, false],
    ['another section of that', () => supplementing, 'need', 30, true],
    ['the answer to a supplement', () => supplementing, 'check', 30, false],
    ['a section of nothing', () => 'unknown', 'need', 2, true],
  ])('%s', async (_, thing, part, days, goes) => {
    const key = `schemes/${thing()}/proposal/${part}`;
    await world.database.query('DELETE FROM form_draft');
    await world.database.query('INSERT INTO form_draft (person_id, key, base, values, saved_at) VALUES ($1, $2, 1, $3, $4)', [
      binhDinh.drafter,
      key,
      { need: 'Sự cần thiết' },
      daysAgo(days),
    ]);
    expect(await sweep(world.at, now)).toEqual({ keptForms: 0, workingCopies: goes ? 1 : 0 });
    expect(await copies()).toEqual(goes ? [] : [key]);
  });

  test('forms of people who did not come back within the hour', async () => {
    const insert =
      "INSERT INTO kept_form (token_hash, person_id, action, back, fields, until) VALUES ($1, 'clerk', '/a', '/a', 'reason=x', $2)";
    await world.database.query(insert, ['over', new Date(now.getTime() - 1)]);
    await world.database.query(insert, ['open', new Date(now.getTime() + 1)]);
    expect((await sweep(world.at, now)).keptForms).toBe(1);
    const { rows } = await world.database.query('SELECT token_hash FROM kept_form');
    expect(rows).toEqual([{ token_hash: 'open' }]);
  });
});
