import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentRecord } from '../../domain/document/state.ts';
import { vecom } from '../support/cast.ts';
import { issue, openRound } from '../support/deciding.ts';
import { draftDecision } from '../support/drafts.ts';
import { million } from '../support/lives.ts';
import { freshWorld } from '../support/world.ts';

describe('what becomes of a document after its issue', () => {
  let world: Awaited<ReturnType<typeof freshWorld>>;
  beforeAll(async () => {
    world = await freshWorld();
    await openRound(world, vecom, 1_000 * million);
  });
  afterAll(() => world.close());

  const issued = async (): Promise<string> => {
    const id = await draftDecision(world);
    await issue(world, vecom, id);
    return id;
  };
  const data = async (id: string): Promise<DocumentRecord> =>
    (await world.database.query<{ data: DocumentRecord }>('SELECT data FROM thing WHERE id = $1', [id])).rows[0]?.data as DocumentRecord;
  /** The document that was drawn up about another. */
  const about = async (id: string, type: string): Promise<string> => {
    const { rows } = await world.database.query<{ id: string }>(
      "SELECT id FROM thing WHERE kind = 'document' AND data->>'type' = $2 AND data->'links' @> jsonb_build_array(jsonb_build_object('documentId', $1::text))",
      [id, type],
    );
    expect(rows).toHaveLength(1);
    return rows[0]?.id ?? '';
  };
  const linkTo = async (id: string, other: string) => (await data(id)).links.find(({ documentId }) => documentId === other);

  test('a correction letter goes the way of every document, and both say so of each other', async () => {
    const id = await issued();
    await world.act('clerk', 'document', id, 'correct', { reason: 'Sai số điện thoại', text: 'Số đúng là 024 2220 5521' });
    const letter = await about(id, 'correction');
    expect([await world.stateOf(id), await world.stateOf(letter), await linkTo(id, letter)]).toEqual(['corrected', 'draft', undefined]);
    await issue(world, vecom, letter);
    const [mine, its] = [await data(id), await data(letter)];
    expect(await linkTo(id, letter)).toEqual({ kind: 'corrected-by', documentId: letter, symbol: its.symbol, date: its.date });
    expect(await linkTo(letter, id)).toEqual({ kind: 'corrects', documentId: id, symbol: mine.symbol, date: mine.date });
    expect(its.symbol).toMatch(/^\d+\/BCT-VP$/);
  });

  test('a document holds until the one in its place is issued', async () => {
    const id = await issued();
    await world.act('clerk', 'document', id, 'replace', { reason: 'Sai số tiền' });
    const other = await about(id, 'approval-decision');
    expect(await world.stateOf(id)).toBe('issued');
    await issue(world, vecom, other);
    expect([await world.stateOf(id), await world.stateOf(other)]).toEqual(['replaced', 'issued']);
    expect([(await linkTo(id, other))?.kind, (await linkTo(other, id))?.kind]).toEqual(['replaced-by', 'replaces']);
  });

  test('a replacement that is discarded leaves the document as it was, and another may be drawn up', async () => {
    const id = await issued();
    await world.act('clerk', 'document', id, 'replace', { reason: 'Sai số tiền' });
    await world.act('agency-head', 'document', await about(id, 'approval-decision'), 'discard-draft', { reason: 'Không cần thay thế.' });
    expect([await world.stateOf(id), (await data(id)).replacement]).toEqual(['issued', null]);
  });

  test('a recall asks every receiver back, and its notice follows', async () => {
    const id = await issued();
    await world.act('host-head.vecom', 'document', id, 'confirm-receipt', { status: '05' });
    await world.act('clerk', 'document', id, 'recall', { reason: 'Ban hành nhầm' });
    expect((await data(id)).recipients[0]).toMatchObject({ status: '13', confirmed: null });
    const notice = await about(id, 'recall-notice');
    await issue(world, vecom, notice);
    await world.act('host-head.vecom', 'document', id, 'confirm-receipt', {});
    expect((await data(id)).recipients[0]).toMatchObject({ status: '15' });
    expect([(await linkTo(id, notice))?.kind, (await linkTo(notice, id))?.kind]).toEqual(['recalled-by', 'recalls']);
  });

  test('each kind of copy has a series of its own, without gaps, and a copy of a copy is made of a copy', async () => {
    const id = await issued();
    for (const input of [{}, { kind: 'trich-sao', excerpt: 'Điều 1. Phê duyệt.' }]) {
      await world.act('clerk', 'document', id, 'certify-copy', { to: 'Sở Tài chính', count: 2, ...input });
    }
    const copy = await about(id, 'certified-copy');
    await world.act('clerk', 'document', copy, 'certify-copy', { kind: 'sao-luc', to: 'Sở Công Thương' });
    const { rows } = await world.database.query<{ series: string; number: number; symbol: string }>(
      "SELECT series, number, symbol FROM register_entry WHERE issuer_id = 'bo-cong-thuong' AND series IN ('SY', 'SL', 'TrS') ORDER BY series",
    );
    expect(rows.toSorted((a, b) => (a.series < b.series ? -1 : 1))).toEqual([
      { series: 'SL', number: 1, symbol: '01/SL-BCT' },
      { series: 'SY', number: 1, symbol: '01/SY-BCT' },
      { series: 'TrS', number: 1, symbol: '01/TrS-BCT' },
    ]);
    expect([await world.stateOf(copy), (await linkTo(id, copy))?.kind, (await linkTo(copy, id))?.kind]).toEqual([
      'issued',
      'copied-by',
      'copies',
    ]);
    await about(copy, 'copy-of-copy');
  });

  test('what is not confirmed is told of the working day after, and stands in the receiver’s inbox until then', async () => {
    const id = await issued();
    const waiting = async () =>
      (await world.database.query<{ holder: string }>('SELECT holder FROM waiting WHERE thing_id = $1 ORDER BY holder', [id])).rows.map(
        ({ holder }) => holder,
      );
    expect(await waiting()).toEqual(['clerk@org:vecom', 'host-head@org:vecom', 'province-officer@org:vecom']);
    await world.moveTo('2022-01-14');
    const { rows } = await world.database.query<{ to: string[] }>(
      "SELECT params->'to' AS to FROM owed WHERE thing_id = $1 AND what = 'notify' AND params->>'clock' = 'receipts'",
      [id],
    );
    expect(rows[0]?.to).toEqual(expect.arrayContaining(['clerk@org:bo-cong-thuong', 'host-head@org:vecom']));
    await world.act('host-head.vecom', 'document', id, 'confirm-receipt', {});
    expect(await waiting()).toEqual([]);
  });
});
