import type { Client } from './client.ts';

/** Who acts for a scheme on its route. */
export type People = {
  drafter: string;
  head: string;
  officer: string;
  officerHead: string;
  finance: string;
  financeHead: string;
  clerk: string;
};
export const central = (host: string): People => ({
  drafter: `host-drafter.${host}`,
  head: `host-head.${host}`,
  officer: 'agency-officer',
  officerHead: 'agency-head',
  finance: 'finance-officer',
  financeHead: 'finance-head',
  clerk: 'clerk',
});
export const local: People = {
  drafter: 'host-drafter.binh-dinh',
  head: 'host-head.binh-dinh',
  officer: 'province-officer.binh-dinh',
  officerHead: 'province-head.binh-dinh',
  finance: 'local-finance.binh-dinh',
  financeHead: 'province-head.binh-dinh',
  clerk: 'clerk.binh-dinh',
};

export type Work = {
  id: string;
  name: string;
  people: People;
  sumDong: number;
  volume: number;
  number: number;
  slips: string;
  signedOn: string;
  advancedOn: string;
};

/** Both sides conclude the contract. */
export async function contract(client: Client, { id, people, sumDong, number, signedOn }: Work): Promise<void> {
  const terms = {
    number: `${String(number).padStart(2, '0')}/2022/HĐ-TMĐT`,
    date: signedOn,
    sumDong,
    startsOn: signedOn,
    endsOn: '2022-11-30',
    milestones: [{ name: 'Hoàn thành toàn bộ khối lượng', due: '2022-10-31', amountDong: sumDong }],
  };
  await client.give(people.officerHead, `schemes/${id}`, 'conclude-contract', terms);
  await client.give(people.head, `schemes/${id}`, 'conclude-contract', terms);
  await client.reached(people.head, `schemes/${id}`, 'contracted');
}

/** Asked by the host, prepared and approved by two persons of finance, paid by the treasury. Returns the sum, đồng. */
export async function advance(client: Client, work: Work, share: number): Promise<number> {
  const { id, people, slips, advancedOn } = work;
  const thing = `schemes/${id}`;
  const amountDong = Math.floor(work.sumDong * share);
  await client.give(people.head, thing, 'request-advance', { amountDong, purpose: 'Tạm ứng chuẩn bị địa điểm, tài liệu và chuyên gia.' });
  await client.give(people.finance, thing, 'approve-advance', { note: 'Đủ điều kiện tạm ứng.' });
  await client.give(people.financeHead, thing, 'approve-advance', {});
  await client.give(people.finance, thing, 'record-payment', { slipNumber: `${slips}-TU`, date: advancedOn, amountDong }, 'advance');
  return amountDong;
}

export async function report(client: Client, { id, people }: Work, month: string, percent: number): Promise<void> {
  await client.give(
    people.drafter,
    `schemes/${id}`,
    'file-progress-report',
    { month, text: 'Đã triển khai theo tiến độ hợp đồng.', percent, difficulties: percent < 50 ? 'Một số doanh nghiệp đăng ký chậm.' : '' },
    month,
  );
}

/** The host reports its results; the officer records the acceptance with a committee. */
export async function accept(client: Client, { id, people, volume }: Work): Promise<void> {
  const thing = `schemes/${id}`;
  await client.give(people.head, thing, 'report-results', {
    outputs: [{ output: 1, done: volume }],
    text: 'Hoàn thành toàn bộ khối lượng theo hợp đồng.',
  });
  await client.give(people.officer, thing, 'record-acceptance', {
    outputs: [{ output: 1, volume, outcome: 'accepted' }],
    committee: ['Nguyễn Minh Châu', 'Lê Thị Hồng Vân', 'Trần Quốc Bảo'],
    text: 'Khối lượng và chất lượng đạt yêu cầu.',
  });
}

/** Asks for the payment of accepted work, before the settlement is filed; advances are cleared first. */
export async function pay(client: Client, work: Work, amountDong: number, cashDong: number, date: string): Promise<void> {
  const { id, people, slips } = work;
  const thing = `schemes/${id}`;
  await client.give(people.head, thing, 'request-payment', { amountDong, purpose: 'Thanh toán khối lượng đã nghiệm thu.' });
  await client.give(people.finance, thing, 'approve-payment', { note: 'Khớp biên bản nghiệm thu.' });
  await client.give(people.financeHead, thing, 'approve-payment', {});
  if (cashDong > 0)
    await client.give(people.finance, thing, 'record-payment', { slipNumber: `${slips}-TT`, date, amountDong: cashDong }, 'payment');
}

type Line = { vouchersOn?: [string, string]; totalDong: number; supportDong: number; others: { source: string; amountDong: number }[] };

/** The settlement file: one line, spent as planned, with two vouchers. */
export async function settle(
  client: Client,
  { id, people, slips }: Work,
  { totalDong, supportDong, others, vouchersOn = ['2022-09-15', '2022-10-10'] }: Line,
): Promise<void> {
  const first = Math.floor(totalDong * 0.6);
  await client.give(people.head, `schemes/${id}`, 'file-settlement', {
    lines: [
      {
        lineNo: 1,
        spentDong: totalDong,
        supportDong,
        otherSources: others,
        vouchers:
          totalDong === 0
            ? []
            : [
                { number: `${slips}-01`, date: vouchersOn[0], payee: 'Công ty TNHH Dịch vụ Sự kiện Mẫu', amountDong: first },
                { number: `${slips}-02`, date: vouchersOn[1], payee: 'Trung tâm Đào tạo Mẫu', amountDong: totalDong - first },
              ],
      },
    ],
  });
}

/** Finance reviews every line and confirms. A disallowed sum is said with its reason. */
export async function review(
  client: Client,
  { id, people }: Work,
  allowedDong: number,
  treasuryDong: number,
  reason?: string,
): Promise<void> {
  const thing = `schemes/${id}`;
  await client.give(people.finance, thing, 'review-settlement', {
    lines: [{ lineNo: 1, allowedDong, ...(reason && { reason }) }],
    treasuryDong,
  });
  await client.give(people.financeHead, thing, 'confirm-settlement', {});
}

export async function closeAndArchive(client: Client, { id, people }: Work): Promise<void> {
  await client.give(people.officerHead, `schemes/${id}`, 'close-scheme', {});
  await client.give(people.clerk, `schemes/${id}`, 'archive-scheme', {});
}
