import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentRecord } from '../../domain/document/state.ts';
import { vecom } from '../support/cast.ts';
import { issue } from '../support/deciding.ts';
import { draftDecision } from '../support/drafts.ts';
import { openCentralRound } from '../support/steps.ts';
import { freshWorld } from '../support/world.ts';

describe('documents know each other', () => {
  let world: Awaited<ReturnType<typeof freshWorld>>;
  beforeAll(async () => {
    world = await freshWorld();
    await openCentralRound(world);
  });
  afterAll(() => world.close());

  const issued = async () => {
    const id = await draftDecision(world);
    await issue(world, vecom, id);
    return id;
  };
  const read = async (id: string): Promise<DocumentRecord> => {
    const { rows } = await world.database.query<{ data: DocumentRecord }>('SELECT data FROM thing WHERE id = $1', [id]);
    if (!rows[0]) throw new Error(`There is no document ${id}.`);
    return rows[0].data;
  };

  test.each([
    ['correct', { reason: 'Sai số trang.', text: 'Trang 3.' }, 'corrected-by', 'corrects'],
    ['replace', { reason: 'Sai nội dung.' }, 'replaced-by', 'replaces'],
  ])('%s: each names the other by number, id and day', async (command, input, there, back) => {
    const [one, another] = [await issued(), await issued()];
    await world.act('clerk', 'document', one, command, { ...input, documentId: another });
    await world.carryOutOwed();
    const [first, second] = [await read(one), await read(another)];
    expect(first.links).toEqual([{ kind: there, documentId: another, symbol: second.symbol, date: second.date }]);
    expect(second.links).toEqual([{ kind: back, documentId: one, symbol: first.symbol, date: first.date }]);
    expect(first.symbol).not.toBe(second.symbol);
  });
});
