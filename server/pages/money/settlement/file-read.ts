import { readNumber } from '../../../../domain/money/read-number.ts';
import type { Scheme } from '../../../../domain/scheme/state.ts';
import type { Posted } from '../../page.ts';
import { isBlank, rowsOf, textOf } from '../cell.ts';
import { otherSourcesOf, type Voucher } from './lines.ts';

export type TypedLine = {
  lineNo: number;
  spentDong: number;
  supportDong: number | string;
  otherSources: { source: string; amountDong: number | string }[];
  vouchers: Voucher[];
};

const amount = (typed: unknown): number | string => {
  const text = textOf(typed);
  return text === '' ? 0 : (readNumber(text) ?? text);
};
const isNumber = (value: unknown): value is number => typeof value === 'number';

/** The settlement as it was typed: what was spent of a line is what its sources add up to; every voucher goes to the line it names. */
export function readSettlement(posted: Posted, scheme: Scheme): TypedLine[] {
  const typed = rowsOf(posted.lines);
  const vouchers = rowsOf(posted.vouchers).filter((row) => !isBlank(row, 'lineNo'));
  return scheme.proposal.lines.map((_, at) => {
    const lineNo = at + 1;
    const row = typed.find((one) => Number(one.lineNo) === lineNo) ?? {};
    const supportDong = amount(row.supportDong);
    const otherSources = otherSourcesOf(scheme.route)
      .map((source) => ({ source, amountDong: amount(row[source]) }))
      .filter(({ amountDong }) => amountDong !== 0);
    const sums = [supportDong, ...otherSources.map(({ amountDong }) => amountDong)].filter(isNumber);
    return {
      lineNo,
      spentDong: sums.reduce((sum, one) => sum + one, 0),
      supportDong,
      otherSources,
      vouchers: vouchers
        .filter((one) => lineOf(one.lineNo) === lineNo)
        .map(({ number, date, payee, amountDong }) => ({
          number: textOf(number),
          date: textOf(date),
          payee: textOf(payee),
          amountDong: amount(amountDong),
        })),
    };
  });
}

/** A voucher without a line belongs to the first, where it is seen. */
const lineOf = (typed: unknown): number => Number(textOf(typed)) || 1;
