import { z } from 'zod';
import { fundColumns } from '../../commit/funds.ts';
import { BudgetYear, Dong } from '../http/common.ts';
import { endpoint } from '../http/endpoint.ts';
import { ProblemError } from '../http/problem.ts';
import { readFunds } from './read-funds.ts';

const columns = Object.fromEntries(fundColumns.map((name) => [name, Dong])) as Record<(typeof fundColumns)[number], typeof Dong>;
const Fund = z
  .object({
    id: z.string(),
    source: z.string(),
    ownerId: z.string(),
    ownerName: z.string(),
    ...columns,
    available: Dong.meta({ description: 'ceiling − reserved − allocated' }),
  })
  .meta({ id: 'Fund' });
const Moved = z
  .object({ fundId: z.string(), source: z.string(), kind: z.enum(fundColumns), amountDong: Dong, count: z.int() })
  .meta({ id: 'FundMoved' });
const Params = z.strictObject({
  programme: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  year: BudgetYear,
});

export const showFunds = endpoint({
  method: 'get',
  path: '/api/funds/{programme}/{year}',
  id: 'showFunds',
  summary: 'Money of a programme in a year by source: ceiling, reserved, allocated, contracted, advanced, paid, settled, returned',
  tag: 'funds',
  input: { params: Params },
  answers: {
    200: {
      description: 'Each fund, and what its movements add up to.',
      schema: z.object({ programme: z.string(), year: z.int(), funds: z.array(Fund), movements: z.array(Moved) }),
    },
  },
  problems: [403, 404],
  async run({ params: { programme, year }, caller }, { reader, committing, names }) {
    if (!committing.packs.has(programme)) throw new ProblemError('not-found');
    const rows = (await readFunds({ programme, year }, caller, { reader, names })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const moved = await reader.fundMovement.groupBy({
      by: ['fundId', 'kind'],
      where: { fundId: { in: rows.map(({ id }) => id) } },
      _sum: { amount: true },
      _count: { seq: true },
      orderBy: [{ fundId: 'asc' }, { kind: 'asc' }],
    });
    const funds = rows.map(({ programme: _, year: __, ...fund }) => fund);
    const sourceOf = new Map(rows.map(({ id, source }) => [id, source]));
    const movements = moved.map(({ fundId, kind, _sum, _count }) => ({
      fundId,
      source: sourceOf.get(fundId) ?? '',
      kind,
      amountDong: Number(_sum.amount ?? 0n),
      count: _count.seq,
    }));
    return { status: 200, body: { programme, year, funds, movements } };
  },
});
