import type { Cast } from './cast.ts';
import type { World } from './world.ts';

/** A scheme under contract: who acts, and for how much. */
export type Work = { id: string; cast: Cast; sumDong: number };

const day = async (world: World): Promise<string> => {
  const { rows } = await world.database.query<{ day: string }>(
    "SELECT to_char(now AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') AS day FROM programme_clock WHERE id = 'clock'",
  );
  return rows[0]?.day ?? '';
};
let slips = 0;
const slipNumber = (): string => {
  slips += 1;
  return `KB-${slips}`;
};

/** Both sides conclude the contract, and the work begins. */
export async function contract(world: World, { id, cast, sumDong }: Work): Promise<void> {
  const date = await day(world);
  const terms = {
    number: `01/${id.slice(0, 8)}/HĐ-TMĐT`,
    date,
    sumDong,
    startsOn: date,
    endsOn: '2022-11-30',
    milestones: [{ name: 'Hoàn thành', due: '2022-10-31', amountDong: sumDong }],
  };
  await world.act(cast.officerHead, 'scheme', id, 'conclude-contract', terms);
  await world.act(cast.head, 'scheme', id, 'conclude-contract', terms);
}

/** Asked for, prepared and approved; not yet paid. */
export async function advanceApproved(world: World, { id, cast }: Work, amountDong: number): Promise<void> {
  await world.act(cast.head, 'scheme', id, 'request-advance', { amountDong, purpose: 'Chuẩn bị lớp.' });
  await world.act(cast.finance, 'scheme', id, 'approve-advance', {});
  await world.act(cast.financeHead, 'scheme', id, 'approve-advance', {});
}
export async function advance(world: World, work: Work, amountDong: number): Promise<void> {
  await advanceApproved(world, work, amountDong);
  await recordSlip(world, work, 'record-payment', amountDong);
}
export async function recordSlip(world: World, { id, cast }: Work, command: 'record-payment' | 'record-repayment', amountDong: number) {
  await world.act(cast.finance, 'scheme', id, command, { slipNumber: slipNumber(), date: await day(world), amountDong });
}

/** Asked for, prepared, and refused. */
export async function refused(world: World, { id, cast }: Work, kind: 'advance' | 'payment'): Promise<void> {
  await world.act(cast.head, 'scheme', id, `request-${kind}`, { amountDong: 1_000_000, purpose: 'Đề nghị chưa đủ hồ sơ.' });
  await world.act(cast.finance, 'scheme', id, `approve-${kind}`, {});
  await world.act(cast.financeHead, 'scheme', id, `refuse-${kind}`, { reason: 'Chưa đủ hồ sơ.' });
}

/** All four classes held, reported and accepted: the scheme is to be settled. */
export async function accept(world: World, { id, cast }: Work): Promise<void> {
  await world.act(cast.head, 'scheme', id, 'report-results', { outputs: [{ output: 1, done: 4 }], text: 'Hoàn thành.' });
  await world.act(cast.officer, 'scheme', id, 'record-acceptance', {
    outputs: [{ output: 1, volume: 4, outcome: 'accepted' }],
    committee: ['Người mẫu một', 'Người mẫu hai', 'Người mẫu ba'],
    text: 'Đạt yêu cầu.',
  });
}

/** Asked for, approved and paid as far as no advance covers it. */
export async function pay(world: World, work: Work, amountDong: number, cashDong: number): Promise<void> {
  const { id, cast } = work;
  await world.act(cast.head, 'scheme', id, 'request-payment', { amountDong, purpose: 'Thanh toán khối lượng đã nghiệm thu.' });
  await world.act(cast.finance, 'scheme', id, 'approve-payment', {});
  await world.act(cast.financeHead, 'scheme', id, 'approve-payment', {});
  if (cashDong > 0) await recordSlip(world, work, 'record-payment', cashDong);
}

/** The settlement file: so much of the support spent, with one voucher. */
export async function file(world: World, { id, cast }: Work, supportDong: number): Promise<void> {
  const vouchers = [{ number: `HĐ-${id.slice(0, 8)}`, date: await day(world), payee: 'Trung tâm mẫu', amountDong: supportDong }];
  const line = { lineNo: 1, spentDong: supportDong, supportDong, vouchers: supportDong > 0 ? vouchers : [] };
  await world.act(cast.head, 'scheme', id, 'file-settlement', { lines: [line] });
}

/** Finance allows so much of it, matched with what the treasury paid. */
export async function settle(world: World, { id, cast }: Work, allowedDong: number, paidDong: number): Promise<void> {
  const lines = [{ lineNo: 1, allowedDong, reason: 'Chứng từ không hợp lệ (xuất toán).' }];
  await world.act(cast.finance, 'scheme', id, 'review-settlement', { lines, treasuryDong: paidDong });
  await world.act(cast.financeHead, 'scheme', id, 'confirm-settlement', {});
}

export async function closeAndArchive(world: World, { id, cast }: Work): Promise<void> {
  await world.act(cast.officerHead, 'scheme', id, 'close-scheme', {});
  await world.act(cast.clerk, 'scheme', id, 'archive-scheme', {});
}
