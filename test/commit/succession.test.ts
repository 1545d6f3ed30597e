import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { load } from '../../commit/load.ts';
import type { Needs } from '../../domain/command.ts';
import { freshSystem, type System } from '../support/system.ts';

describe('an issuer that has ended', () => {
  let system: System;
  beforeAll(async () => {
    system = await freshSystem();
  });
  afterAll(() => system.close());

  const known = async (needs: Needs, today: string) => {
    const client = await system.database.connect();
    try {
      await client.query('BEGIN');
      for (const [issuer, last] of [
        ['ubnd-tinh-binh-dinh', 41],
        ['ubnd-tinh-gia-lai', 7],
      ] as const)
        await client.query("INSERT INTO register (issuer_id, series, year, last) VALUES ($1, 'QĐ', 2025, $2)", [issuer, last]);
      return await load(client, needs, today);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  };

  test.each([
    ['2025-06-30', 'ubnd-tinh-binh-dinh', 41],
    ['2025-07-01', 'ubnd-tinh-binh-dinh', 7],
    ['2025-07-01', 'ubnd-tinh-gia-lai', 7],
    ['2025-07-01', 'nobody', 0],
  ])('on %s, %s numbers after %d: the register is that of whoever stands in its place', async (today, issuerId, last) => {
    expect((await known({ register: { issuerId, series: 'QĐ', year: 2025 } }, today)).registerLast).toBe(last);
  });

  test('is found with whoever came after it only where a rule asks for the ended too', async () => {
    const inForce = (await known({ allOrganisations: true }, '2025-07-01')).organisations;
    const all = (await known({ allOrganisations: 'ended-too' }, '2025-07-01')).organisations;
    expect([inForce['ubnd-tinh-binh-dinh'], all['ubnd-tinh-binh-dinh']]).toMatchObject([
      undefined,
      { toDate: '2025-06-30', successorId: 'ubnd-tinh-gia-lai' },
    ] as object);
  });
});
