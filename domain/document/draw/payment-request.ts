import { lawValue } from '../../regulation/law-value.ts';
import { paymentRequest } from '../compose/payment-request.ts';
import { sum } from '../compose/wording.ts';
import type { Draw, DrawContext } from './drawn.ts';
import { contractOf, hostOf, nameOf, ofScheme, schemeFact, schemeFrame, schemeOf } from './of-scheme.ts';
import { agencyOf, localFinanceOf } from './offices.ts';
import { compose, drawn } from './paper.ts';

/** A host asks for an advance or a payment: its request in the treasury's form. */
export const drawPaymentRequest: Draw = (context) => {
  const { today, thing } = context;
  const scheme = schemeOf(context);
  const asked = schemeFact(context, 'advance-requested', 'payment-requested');
  const cleared = asked.type === 'payment-requested' ? asked.clearedAdvanceDong : 0;
  const host = hostOf(context);
  const payer = thing.route === 'local' && scheme.provinceId !== null ? localFinanceOf(context, scheme.provinceId) : agencyOf(context);
  const frame = schemeFrame(context, 'payment-request', { recipients: [payer.name] });
  const content = compose(paymentRequest, {
    frame,
    kind: asked.type === 'advance-requested' ? 'advance' : 'payment',
    addressee: payer.name,
    scheme: nameOf(scheme),
    contract: contractOf(scheme, today),
    contractValue: scheme.contract?.sumDong ?? asked.amountDong,
    advanced: scheme.advancedDong - scheme.clearedDong,
    paid: scheme.paidDong + scheme.clearedDong,
    cleared,
    amount: asked.amountDong,
    purpose:
      cleared === 0 ? asked.purpose : `${asked.purpose} (sau khi thu hồi tạm ứng còn được thanh toán ${sum(asked.amountDong - cleared)})`,
    account: { holder: host.name, ...accountOf(context) },
    papers: asked.files.length === 0 ? [] : [`${String(asked.files.length).padStart(2, '0')} tài liệu điện tử kèm theo`],
  });
  const paper = ofScheme(context, 'payment-request');
  const about = `${asked.type === 'advance-requested' ? 'tạm ứng' : 'thanh toán'} lần ${asked.no} – ${paper.about}`;
  return [drawn(context, { ...paper, about, content, signers: [frame.signedBy], recipients: [payer] })];
};

/** State bodies are paid through the treasury, social organisations by payment order into their bank account (lệnh chi tiền). */
function accountOf(context: DrawContext): { number: string; kept: string } {
  const { pack, today } = context;
  const path = lawValue(pack, 'payment.path', { on: today, host: hostOf(context).kind }).value;
  return path === 'payment-order'
    ? { number: 'theo hồ sơ mở tài khoản', kept: 'ngân hàng nơi đơn vị mở tài khoản' }
    : { number: 'tài khoản dự toán của đơn vị', kept: 'Kho bạc Nhà nước nơi giao dịch' };
}
