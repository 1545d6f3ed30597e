import { settlementTable } from '../compose/settlement-table.ts';
import type { Draw } from './drawn.ts';
import { contractOf, nameOf, ofScheme, receivedDong, schemeFact, schemeFrame, schemeIssuing, schemeOf } from './of-scheme.ts';
import { agencyOf, financeOf, localFinanceOf } from './offices.ts';
import { compose, drawn } from './paper.ts';

/** A host settles its accounts: every line planned and spent, with all vouchers in the annex. */
export const drawSettlementTable: Draw = (context) => {
  const { today, thing } = context;
  const scheme = schemeOf(context);
  const filed = schemeFact(context, 'settlement-filed');
  const { issuer } = schemeIssuing(context, 'settlement-table');
  const frame = schemeFrame(context, 'settlement-table');
  const content = compose(settlementTable, {
    frame,
    scheme: nameOf(scheme),
    contract: contractOf(scheme, today),
    lines: filed.lines.map(({ item, plannedDong, spentDong }) => ({ name: item, planned: plannedDong, spent: spentDong })),
    received: receivedDong(scheme),
    vouchers: filed.lines.flatMap(({ item, vouchers }) =>
      vouchers.map(({ number, date, payee, amountDong }) => ({ number, date, payee, content: item, amount: amountDong })),
    ),
  });
  const { provinceId } = scheme;
  const reviewers =
    thing.route === 'local' && provinceId !== null ? [localFinanceOf(context, provinceId)] : [agencyOf(context), financeOf(context)];
  return [drawn(context, { ...ofScheme(context, 'settlement-table'), issuer, content, signers: [frame.signedBy], recipients: reviewers })];
};
