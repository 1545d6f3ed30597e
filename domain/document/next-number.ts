import type { RegisterKey, Situation } from '../command.ts';
import { standingFor } from '../organisations.ts';
import type { RegisterEntry } from './facts.ts';
import { numberAndSymbol } from './numbering.ts';

type Numbering = { issuerId: string; series: string | null; pattern: string | null };

/** The register in which a document of this day is entered; none for papers without a number. */
export function registerOf({ issuerId, series }: Pick<Numbering, 'issuerId' | 'series'>, today: string): RegisterKey | null {
  return series === null ? null : { issuerId, series, year: Number(today.slice(0, 4)) };
}

/**
 * The next number of the register, which is locked until the command is done, with the symbol as printed. An issuer that has ended gives no more
 * numbers: whoever stands in its place does, from its own register.
 */
export function nextNumber(
  document: Numbering,
  today: string,
  situation: Situation,
): { number: number | null; symbol: string | null; date: string; register?: RegisterEntry } {
  const register = registerOf(document, today);
  if (!register || document.pattern === null) return { number: null, symbol: null, date: today };
  const issuer = standingFor(situation.organisations, document.issuerId, today);
  const number = situation.registerLast + 1;
  const symbol = numberAndSymbol(document.pattern, number, issuer?.code ?? undefined);
  const issuerId = issuer?.id ?? document.issuerId;
  return { number, symbol, date: today, register: { ...register, issuerId, number, symbol, date: today } };
}
