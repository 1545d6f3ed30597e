import { officialDate } from '../dates.ts';
import type { SigningAuthority } from '../model.ts';

/** Where a basis that is no legal text stands after those that are: other documents first, then what others said, last at whose proposal. */
const places: [opening: RegExp, place: number][] = [
  [/^(Theo|Xét) đề nghị /u, 3],
  [/^(Xét|Trên cơ sở) /u, 2],
  [/^Căn cứ (các )?ý kiến |^Căn cứ kết quả /u, 2],
];
const ofDocuments = 1;

const placeOf = (basis: string): number => places.find(([opening]) => opening.test(basis))?.[1] ?? ofDocuments;

/** Bases in the order in which they are printed: the legal ones as they are, then all others by what they are, each kind as it was given. */
export function arranged(legal: readonly string[], others: readonly string[]): string[] {
  return [...legal, ...others.toSorted((a, b) => placeOf(a) - placeOf(b))];
}

/** The written authority by which somebody signs (TUQ.), as a basis of what they sign; null where they sign by their office. */
export function authorityBasis(authority: SigningAuthority | undefined, giver: string): string | null {
  if (!authority?.kinds.includes('tuq') || !authority.instrument) return null;
  const { symbol, date } = authority.instrument;
  return `Căn cứ Giấy ủy quyền số ${symbol} ${officialDate(date)} của ${giver}`;
}
