import { lawValue } from '../../regulation/law-value.ts';
import type { RegulationPack } from '../../regulation/pack.ts';
import { addWorkingDays } from '../../time/working-days.ts';
import { recoveryNotice } from '../compose/recovery-notice.ts';
import { settlementNotice } from '../compose/settlement-notice.ts';
import { sum } from '../compose/wording.ts';
import type { Draw } from './drawn.ts';
import { contractOf, nameOf, ofScheme, schemeFact, schemeFrame, schemeIssuing, schemeOf } from './of-scheme.ts';
import { compose, drawn } from './paper.ts';

/** What was claimed of the state's support and not allowed, with the reasons. */
function disallowedOf({ settlement }: ReturnType<typeof schemeOf>) {
  return settlement.lines.flatMap(({ item, disallowedDong = 0, reason }) =>
    disallowedDong > 0 ? [{ item, amount: disallowedDong, reason: reason || 'Không đủ điều kiện quyết toán' }] : [],
  );
}

/** By when the host has done what the review asks, repayment included. */
const complyBy = (pack: RegulationPack, today: string) =>
  addWorkingDays(pack.calendar, today, lawValue(pack, 'settlement.compliance', { on: today }).value);

/** Finance has confirmed the settlement: what of the support is allowed, disallowed, still to be paid or to come back. */
export const drawSettlementNotice: Draw = (context) => {
  const { pack, today } = context;
  const scheme = schemeOf(context);
  const confirmed = schemeFact(context, 'settlement-confirmed');
  const claimed = scheme.settlement.lines.reduce((total, { supportDong }) => total + supportDong, 0);
  const frame = schemeFrame(context, 'settlement-notice', { recipients: [scheme.host.name, 'Kho bạc Nhà nước (để phối hợp)'] });
  const content = compose(settlementNotice, {
    frame,
    scheme: nameOf(scheme),
    contract: contractOf(scheme, today),
    planned: scheme.contract?.sumDong ?? 0,
    spent: claimed,
    accepted: confirmed.allowedDong,
    paid: confirmed.receivedDong,
    disallowed: disallowedOf(scheme),
    complyBy: complyBy(pack, today),
  });
  return [drawn(context, { ...ofScheme(context, 'settlement-notice'), content, signers: [frame.signedBy] })];
};

/** More was paid than settled: the host is told how much comes back, and by when. */
export const drawRecoveryNotice: Draw = (context) => {
  const { pack, today } = context;
  const scheme = schemeOf(context);
  const confirmed = schemeFact(context, 'settlement-confirmed');
  const frame = schemeFrame(context, 'recovery-notice', { recipients: [scheme.host.name, 'Kho bạc Nhà nước (để phối hợp)'] });
  const content = compose(recoveryNotice, {
    frame,
    scheme: nameOf(scheme),
    // The notice of settlement has no number yet: both are drawn up from the same fact.
    finding: { kind: 'kết quả thẩm tra quyết toán kinh phí thực hiện Hợp đồng', reference: contractOf(scheme, today) },
    paid: confirmed.receivedDong,
    settled: confirmed.allowedDong,
    amount: confirmed.owesBackDong,
    reasons: disallowedOf(scheme).map(({ item, amount, reason }) => `${item}: không chấp nhận quyết toán ${sum(amount)}, ${reason}`),
    account: {
      holder: schemeIssuing(context, 'recovery-notice').unit.name,
      number: 'thu hồi kinh phí ngân sách nhà nước',
      kept: 'Kho bạc Nhà nước nơi giao dịch',
    },
    payBy: complyBy(pack, today),
  });
  return [drawn(context, { ...ofScheme(context, 'recovery-notice'), content, signers: [frame.signedBy] })];
};
