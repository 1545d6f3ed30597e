import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { vecom } from '../support/cast.ts';
import { openRound, readyToSign } from '../support/deciding.ts';
import { decisionToSign } from '../support/drafts.ts';
import { million } from '../support/lives.ts';
import { freshWorld } from '../support/world.ts';

const signers = ['signer', 'signer-2'];

describe('twenty documents signed at once', () => {
  let world: Awaited<ReturnType<typeof freshWorld>>;
  let documents: string[];
  beforeAll(async () => {
    world = await freshWorld();
    await openRound(world, vecom, 1_000 * million);
  });
  beforeEach(async () => {
    documents = [];
    for (let n = 0; n < 20; n += 1) documents.push(await decisionToSign(world));
  });
  afterAll(() => world.close());

  const register = async () =>
    (
      await world.database.query<{ number: number; document: string; unused: string | null }>(
        "SELECT number, document_id AS document, unused_why AS unused FROM register_entry WHERE issuer_id = 'bo-cong-thuong' AND series = 'QĐ' ORDER BY number",
      )
    ).rows;
  const begin = (id: string, n: number, key: string = randomUUID()) =>
    world.give('document', id, 'prepare-signature', {}, { by: signers[n % 2] ?? '', id: key });
  const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);
  async function gapless(used: string[]): Promise<void> {
    const entries = await register();
    expect(entries.map(({ number }) => number)).toEqual(upTo(entries.length));
    const mine = entries.filter(({ document }) => used.includes(document));
    expect(
      mine
        .filter(({ unused }) => unused === null)
        .map(({ document }) => document)
        .toSorted(),
    ).toEqual(used.toSorted());
    const { rows } = await world.database.query("SELECT last FROM register WHERE issuer_id = 'bo-cong-thuong' AND series = 'QĐ'");
    expect(rows).toEqual([{ last: entries.length }]);
    const { rows: shown } = await world.database.query('SELECT number FROM document WHERE id = ANY($1) ORDER BY number', [used]);
    expect(shown.map(({ number }) => number)).toEqual(mine.filter(({ unused }) => unused === null).map(({ number }) => number));
  }

  test('have the numbers one to twenty, each once', async () => {
    const outcomes = await Promise.all(documents.map((id, n) => begin(id, n)));
    expect(outcomes.map(({ result }) => Number(result.number)).toSorted((a, b) => a - b)).toEqual(upTo(20));
    await gapless(documents);
  });

  test('and half of them given back meanwhile: each number that was not used says why', async () => {
    await Promise.all(
      documents.map(async (id, n) => {
        await begin(id, n);
        await world.carryOutOwed();
        if (n % 2 === 0) return;
        const returned = await world.give('document', id, 'return-draft', { reason: `Trả lại lần ${n}.` }, { by: 'signer' });
        expect(returned).toMatchObject({ status: 200, state: 'draft' });
      }),
    );
    for (const [n, id] of documents.entries()) if (n % 2 === 1) await readyToSign(world, vecom, id);
    await Promise.all(documents.map((id, n) => n % 2 === 1 && begin(id, n)));
    await gapless(documents);
    const given = (await register()).filter(({ unused }) => unused !== null);
    expect(given.map(({ unused }) => unused).toSorted()).toEqual(
      upTo(20)
        .filter((n) => n % 2 === 1)
        .map((n) => `Trả lại lần ${n}.`)
        .toSorted(),
    );
  });

  test('while connections break: who asks again under the same key has one number', async () => {
    const url = Object.assign(new URL(inject('postgres').superuserUrl), { pathname: new URL(world.url).pathname });
    const killer = new pg.Client({ connectionString: url.toString() });
    await killer.connect();
    const broke: string[] = [];
    const insist = async (id: string, n: number, key: string): Promise<void> => {
      for (let tries = 0; tries < 50; tries += 1) {
        const outcome = await begin(id, n, key).catch((error: Error) => error);
        if (!(outcome instanceof Error)) return expect(outcome).toMatchObject({ status: 200, state: 'preparing' });
        broke.push(outcome.message);
      }
      throw new Error(`${id} was never signed.`);
    };
    const asked = documents.map((id, n) => insist(id, n, randomUUID()));
    for (let blows = 0; blows < 5; blows += 1)
      await killer.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'commit' ORDER BY random() LIMIT 6",
      );
    await Promise.all(asked);
    await killer.end();
    expect(broke.length).toBeGreaterThan(0);
    await gapless(documents);
  });
});
