import type { Movement, Slip } from '../domain/command.ts';
import type { Client } from './database.ts';

export const fundColumns = ['ceiling', 'reserved', 'allocated', 'contracted', 'advanced', 'paid', 'settled', 'returned'] as const;

/** A fund's key: the programme's money of a year, or a province's own. */
export const fundId = (fund: Movement['fund']): string =>
  `${fund.programme}/${fund.year}/${fund.source}${fund.source === 'local' ? `/${fund.ownerId}` : ''}`;

type Placed = Movement & { seq: number; ordinal: number };

/** Moves money: the funds by the net of the movements, and the movements one by one. */
export function moveMoney(client: Client, thingId: string, movements: Placed[], at: string): Promise<unknown>[] {
  return movements.length === 0 ? [] : [...moveFunds(client, movements), keepMovements(client, thingId, movements, at)];
}

/** Moves each fund by its net, in the order of their ids so that two commits never wait for each other in a ring. */
export function moveFunds(client: Client, movements: readonly Movement[]): Promise<unknown>[] {
  const nets = new Map<string, { fund: Movement['fund']; sums: number[] }>();
  for (const m of movements) {
    const id = fundId(m.fund);
    const net = nets.get(id) ?? { fund: m.fund, sums: fundColumns.map(() => 0) };
    net.sums[fundColumns.indexOf(m.kind)]! += m.amountDong;
    nets.set(id, net);
  }
  const sums = fundColumns.map((name, i) => `${name} = fund.${name} + $${6 + i}::bigint`).join(', ');
  return [...nets]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, { fund, sums: values }]) => [
      client.query({
        name: 'fund-make',
        text: 'INSERT INTO fund (id, programme, year, source, owner_id) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
        values: [id, fund.programme, fund.year, fund.source, fund.ownerId],
      }),
      client.query({
        name: 'fund-move',
        text: `UPDATE fund SET ${sums} WHERE id = $1 AND programme = $2 AND year = $3::int AND source = $4 AND owner_id = $5`,
        values: [id, fund.programme, fund.year, fund.source, fund.ownerId, ...values],
      }),
    ]);
}

/** Keeps the movements of one thing, each with the fact that brought it about. */
export function keepMovements(client: Client, thingId: string, movements: Placed[], at: string): Promise<unknown> {
  return client.query({
    name: 'fund-movements',
    text: `INSERT INTO fund_movement (thing_id, seq, ordinal, fund_id, kind, amount, at)
      SELECT $1, m.seq, m.ordinal, m.fund, m.kind, m.amount, $2 FROM unnest($3::int[], $4::int[], $5::text[], $6::text[], $7::bigint[]) AS m(seq, ordinal, fund, kind, amount)`,
    values: [
      thingId,
      at,
      movements.map((m) => m.seq),
      movements.map((m) => m.ordinal),
      movements.map((m) => fundId(m.fund)),
      movements.map((m) => m.kind),
      movements.map((m) => m.amountDong),
    ],
  });
}

export function recordSlips(client: Client, thingId: string, slips: (Slip & { seq: number })[]): Promise<unknown>[] {
  return slips.map((s) =>
    client.query({
      name: 'slip',
      text: 'INSERT INTO payment_slip (number, year, thing_id, seq, kind, amount, date) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      values: [s.number, s.year, thingId, s.seq, s.kind, s.amountDong, s.date],
    }),
  );
}
