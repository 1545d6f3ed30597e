import { lawValue } from '../../regulation/law-value.ts';
import { addWorkingDays } from '../../time/working-days.ts';
import { receipt } from '../compose/receipt.ts';
import type { Draw } from './drawn.ts';
import { nameOf, ofScheme, schemeFrame, schemeOf } from './of-scheme.ts';
import { personOf } from './offices.ts';
import { compose, drawn, tell } from './paper.ts';

/** The file was handed in: the receipt is issued at once, and with it the intake begins. */
export const drawReceipt: Draw = (context) => {
  const { pack, today, now, fact, thing } = context;
  const scheme = schemeOf(context);
  const forwarded = scheme.opinion.given?.outcome === 'forward';
  const frame = schemeFrame(context, 'receipt', { recipients: [scheme.host.name] });
  const content = compose(receipt, {
    frame,
    fileCode: fileCode(scheme.year, thing.id),
    scheme: nameOf(scheme),
    submittedBy: personOf(context, fact.actor)?.name ?? scheme.host.name,
    receivedAt: now,
    parts: [
      { name: 'Thuyết minh đề án', copies: 1, note: `Phiên bản ${scheme.version}` },
      { name: 'Dự toán kinh phí theo nguồn và năm', copies: 1, note: `${scheme.proposal.lines.length} dòng dự toán` },
      ...(forwarded ? [{ name: 'Ý kiến của Ủy ban nhân dân tỉnh', copies: 1, note: 'Cam kết vốn đối ứng' }] : []),
    ],
    answerBy: addWorkingDays(pack.calendar, today, lawValue(pack, 'intake.completeness', { on: today }).value),
  });
  return [
    drawn(context, { ...ofScheme(context, 'receipt'), content, signers: [frame.signedBy], whenIssued: [tell(thing.id, 'begin-intake')] }),
  ];
};

/** The code under which a file is asked after: "2022-3F9A12C0". */
export const fileCode = (year: number, schemeId: string): string => `${year}-${schemeId.replace(/-/g, '').slice(0, 8).toUpperCase()}`;
