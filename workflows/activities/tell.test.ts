import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { centralRound, draftByVecom, openCentralRound } from '../../test/support/steps.ts';
import { freshSystem, type System } from '../../test/support/system.ts';
import { tell } from './tell.ts';

describe('a round that is extended tells every draft', () => {
  let on: System;
  let drafts: string[];
  let key: string;

  beforeAll(async () => {
    on = await freshSystem('2022-01-10');
    await openCentralRound(on);
    drafts = [await draftByVecom(on), await draftByVecom(on), await draftByVecom(on)].toSorted();
    await on.give('round', centralRound, 'extend-round', { to: '2022-04-15', reason: 'Nhiều đơn vị đề nghị.' }, { by: 'agency-head' });
    const { rows } = await on.database.query("SELECT key FROM owed WHERE params->>'command' = 'note-deadline'");
    key = rows[0].key;
  });
  afterAll(() => on.close());

  const moved = async () =>
    (await on.database.query("SELECT thing_id AS id FROM fact WHERE type = 'deadline-moved' ORDER BY recorded_at")).rows.map(
      ({ id }) => id,
    );

  test('also where the process died after the second and the first is a draft no longer', async () => {
    const [first, second, third] = drafts; // of one day: told in the order of their ids
    const wakes: string[] = [];
    const dying = tell(on.at, {
      wake(_kind, id) {
        wakes.push(id);
        if (wakes.length === 2) throw new Error('The process dies.');
      },
    });
    await expect(dying(key)).rejects.toThrow('The process dies.');
    expect(await moved()).toEqual([first, second]);
    await on.give('scheme', first ?? '', 'submit', {}, { by: 'host-head.vecom' });
    await tell(on.at, { wake() {} })(key);
    expect(await moved()).toEqual([first, second, third]);
    const { rows } = await on.database.query('SELECT answer FROM command c JOIN owed o ON c.id = o.done_by WHERE o.key = $1', [key]);
    expect(rows).toMatchObject([{ answer: { refused: null } }]);
  });
});
