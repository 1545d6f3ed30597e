import type { Client } from './client.ts';
import { localCeilingDong } from './local-route.ts';

type Fund = {
  source: string;
  ceiling: number;
  reserved: number;
  allocated: number;
  contracted: number;
  advanced: number;
  paid: number;
  settled: number;
  returned: number;
};
type Whole = {
  state: string;
  data: {
    allocation: { amounts: { amountDong: number }[] } | null;
    advancedDong: number;
    paidDong: number;
    carryOver: { amountDong: number } | null;
    settlement: { allowedDong: number; confirmedOn: string | null; repaidDong: number };
  };
};

/** Adds up what the schemes say and compares it with what the funds say. Gives what differs. */
export async function checkFunds(
  client: Client,
  programme: string,
  year: number,
  ceilingDong: number,
  schemes: string[],
): Promise<string[]> {
  const { funds } = await client.get<{ funds: Fund[] }>('auditor', `/api/funds/${programme}/${year}`);
  let carriedDong = 0;
  const own = { advanced: 0, paid: 0, settled: 0, returned: 0 };
  for (const id of schemes) {
    const { data } = await client.get<Whole>('auditor', `/api/schemes/${id}`);
    own.advanced += data.advancedDong;
    own.paid += data.paidDong;
    own.settled += data.settlement.confirmedOn ? data.settlement.allowedDong : 0;
    own.returned += data.settlement.repaidDong;
    carriedDong += data.carryOver?.amountDong ?? 0;
  }
  const wrong: string[] = [];
  const compare = (what: string, found: number | undefined, expected: number) => {
    if (found !== expected) wrong.push(`${what}: the fund says ${found ?? 'nothing'}, the schemes ${expected}`);
  };
  const fund = funds.find((f) => f.source === 'programme');
  // What is carried over goes into the next year's fund.
  compare('ceiling', fund?.ceiling, ceilingDong - carriedDong);
  compare('reserved', fund?.reserved, 0);
  for (const [column, expected] of Object.entries(own)) compare(column, fund?.[column as keyof typeof own], expected);
  if (fund && fund.advanced + fund.paid > fund.contracted) wrong.push('more was paid than contracted');
  if (fund && fund.allocated > fund.ceiling) wrong.push('more was allocated than there is');
  const local = funds.find((f) => f.source === 'local');
  compare('local ceiling', local?.ceiling, localCeilingDong);
  if (local) compare('local paid', local.advanced + local.paid, local.settled + local.returned);
  return wrong;
}
