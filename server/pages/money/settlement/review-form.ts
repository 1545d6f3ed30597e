import { readNumber } from '../../../../domain/money/read-number.ts';
import { ruleGround } from '../../../../domain/regulation/rule-ground.ts';
import { receivedDong } from '../../../../domain/scheme/requests.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import { shownDay } from '../../../../templates/shown-values.ts';
import { cell, filesOf, rowsOf, textOf } from '../cell.ts';
import { commandFields } from '../fields-of.ts';
import type { FormGiven, Shown } from '../form-page.ts';
import { plannedLines } from './lines.ts';
import { settlementHead, slipsTable } from './standing.ts';
import { readStatement, type Statement } from './statement.ts';

const numeric = (value: unknown): number => (typeof value === 'number' ? value : 0);
const amount = (typed: unknown): number | string | undefined => {
  const text = textOf(typed);
  return text === '' ? undefined : (readNumber(text) ?? text);
};

/**
 * Finance's side of the bench: each line as planned, accepted, spent and vouched, what is allowed of its support (all of it, until it is
 * written over), and why not the rest; the treasury's statement beside the slips; and what comes of it while one types.
 */
export const reviewForm: FormGiven = {
  command: 'review-settlement',
  view: 'money/settlement-review',
  scripts: ['sums.js'],
  files: true,
  wide: true,
  before: 'carrying-out',
  after: 'settlement',

  read: (posted) => ({
    lines: rowsOf(posted.lines).map(({ lineNo, allowedDong, reason }) => ({
      lineNo: Number(lineNo),
      allowedDong: amount(allowedDong) ?? 0,
      reason: textOf(reason),
    })),
    treasuryDong: amount(posted.treasuryDong),
    note: textOf(posted.note),
  }),

  async again({ posted, values, scheme, thing, language }, parts) {
    if (posted._sum !== undefined && values) return { values };
    if (posted._match === undefined || !values) return null;
    const [sheet] = filesOf(posted.sheet);
    if (!sheet) return { values, extra: { said: { kind: 'warning', text: pageText('statement.none', language) } } };
    const read = await readStatement(sheet, scheme, thing.id, language, parts);
    if (typeof read === 'string') return { values, extra: { said: { kind: 'warning', text: read } } };
    return { values: { ...values, treasuryDong: read.paidDong }, extra: { statement: shownStatement(read), statementFile: sheet } };
  },

  async model(shown, parts) {
    const { thing, scheme, language, posted } = shown;
    const { settlement } = scheme;
    const planned = plannedLines(scheme);
    const typed = rowsOf(shown.values?.lines);
    const lines = settlement.lines.map((line, at) => reviewRow(line, planned, typed, at, shown));
    const allowedDong = lines.reduce((all, one) => all + one.allowedDong, 0);
    const supportDong = settlement.lines.reduce((all, line) => all + line.supportDong, 0);
    const received = receivedDong(scheme);
    const keptDong = received - settlement.repaidDong;
    const kept = typeof posted.statement === 'string' && /^[0-9a-f]{64}$/.test(posted.statement) ? posted.statement : null;
    const statement = kept ? await readStatement(kept, scheme, thing.id, language, parts) : null;
    return {
      ...settlementHead(shown),
      law: { text: pageText('settlement.review-rule', language), ...ruleGround(thing.pack, 'settlement') },
      filedOn: settlement.filedOn,
      late: settlement.late,
      lines,
      totals: {
        planned: settlement.lines.reduce((all, { plannedDong }) => all + plannedDong, 0),
        accepted: planned.reduce((all, { acceptedDong }) => all + acceptedDong, 0),
        spent: settlement.lines.reduce((all, { spentDong }) => all + spentDong, 0),
        support: supportDong,
        allowed: allowedDong,
        disallowed: supportDong - allowedDong,
      },
      received,
      repaid: settlement.repaidDong,
      toRecover: Math.max(0, keptDong - allowedDong),
      toHost: Math.max(0, allowedDong - keptDong),
      slips: slipsTable(scheme, language),
      statement: statement && typeof statement !== 'string' ? shownStatement(statement) : null,
      statementFile: kept,
      treasury: commandFields('review-settlement', ['treasuryDong'], shown),
      note: commandFields('review-settlement', ['note'], shown),
    };
  },
};

const shownStatement = ({ table, text, differences }: Statement) => ({ table, text, kind: differences === 0 ? 'success' : 'warning' });

type Line = Shown['scheme']['settlement']['lines'][number];

function reviewRow(
  line: Line,
  planned: ReturnType<typeof plannedLines>,
  typed: Record<string, unknown>[],
  at: number,
  { language, errors }: Shown,
) {
  const { lineNo, item, plannedDong, spentDong, supportDong, vouchers } = line;
  const plan = planned.find((one) => one.lineNo === lineNo);
  const index = typed.findIndex((one) => one.lineNo === lineNo);
  const row = typed[index];
  const allowed = row ? row.allowedDong : (line.allowedDong ?? supportDong);
  const label = (key: string) => pageText('money.in-rows', language, { label: pageText(key, language), rows: String(lineNo) });
  const allowedDong = numeric(allowed);
  return {
    lineNo,
    item,
    plannedDong,
    plannedSupportDong: plan?.supportDong ?? 0,
    acceptedDong: plan?.acceptedDong ?? 0,
    spentDong,
    supportDong,
    vouchersDong: vouchers.reduce((all, voucher) => all + voucher.amountDong, 0),
    vouchers: vouchers.map((voucher) => ({ ...voucher, day: shownDay(voucher.date) })),
    voucherCount: pageText('settlement.voucher-count', language, { count: vouchers.length }),
    no: cell(`/lines/${at}/lineNo`, '', lineNo).name,
    allowed: { ...cell(`/lines/${at}/allowedDong`, label('settlement.allowed'), allowed, errors), adds: `a${lineNo} allowed` },
    reason: cell(`/lines/${at}/reason`, label('settlement.reason'), row ? row.reason : (line.reason ?? ''), errors),
    allowedDong,
    disallowedDong: supportDong - allowedDong,
  };
}
