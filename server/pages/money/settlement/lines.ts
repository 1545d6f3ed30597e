import { acceptedValueDong } from '../../../../domain/scheme/accepted-value.ts';
import { type Source, supportSource } from '../../../../domain/scheme/amount.ts';
import { sumOf } from '../../../../domain/scheme/budget.ts';
import { amountOf } from '../../../../domain/scheme/line-amount.ts';
import { contractDong } from '../../../../domain/scheme/requests.ts';
import type { Scheme } from '../../../../domain/scheme/state.ts';

export type Voucher = { number: string; date: string; payee: string; amountDong: number | string };
/** A budget line as it was planned: in all, of it the state's support, and of each other source. đồng */
export type PlannedLine = {
  lineNo: number;
  item: string;
  plannedDong: number;
  supportDong: number;
  /** Of the support as much as of the work was accepted: for comparing, no rule asks for it. */
  acceptedDong: number;
  others: { source: Source; amountDong: number }[];
};

const all: Source[] = ['programme', 'local', 'enterprise', 'other'];
/** The sources besides the state's support of the route. */
export const otherSourcesOf = (route: string): Source[] => all.filter((source) => source !== supportSource(route));

/** Of them those that the plan or the file names, and the last, for whatever else there was. */
export function askedSources({ proposal, route, settlement }: Scheme): Source[] {
  const named = new Set([...proposal.lines.flatMap(({ funding }) => funding), ...settlement.otherSources].map(({ source }) => source));
  return otherSourcesOf(route).filter((source) => named.has(source) || source === 'other');
}

export function plannedLines(scheme: Scheme): PlannedLine[] {
  const support = supportSource(scheme.route);
  const whole = contractDong(scheme);
  const accepted = acceptedValueDong(scheme);
  const from = (funding: { source: Source; amountDong: number }[], source: Source) => sumOf(funding.filter((one) => one.source === source));
  return scheme.proposal.lines.map((line, at) => {
    const supportDong = from(line.funding, support);
    return {
      lineNo: at + 1,
      item: line.item,
      plannedDong: amountOf(line),
      supportDong,
      acceptedDong: whole === 0 ? 0 : Number((BigInt(supportDong) * BigInt(accepted)) / BigInt(whole)),
      others: otherSourcesOf(scheme.route).map((source) => ({ source, amountDong: from(line.funding, source) })),
    };
  });
}
