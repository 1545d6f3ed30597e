/**
 * A document's number as printed: a zero before numbers below 10 (Decree 30/2020/NĐ-CP, Annex I, II.3). Numbers begin at 1 each year.
 * Throws a RangeError for anything but a whole number from 1.
 */
export function formatNumber(number: number): string {
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`Not a document's number: ${number}.`);
  return String(number).padStart(2, '0');
}

/** What stands after the number: `symbolOf('{n}/QĐ-BCT')` → `'QĐ-BCT'`; `issuer` is put in place of `{issuer}`, if the pattern has it. */
export function symbolOf(pattern: string, issuer?: string): string {
  if (!pattern.startsWith('{n}/')) throw new RangeError(`Not a pattern of number and symbol: ${pattern}.`);
  const symbol = pattern.slice('{n}/'.length);
  if (!symbol.includes('{issuer}')) return symbol;
  if (issuer === undefined) throw new RangeError(`The pattern ${pattern} asks for the issuer's abbreviation.`);
  return symbol.replaceAll('{issuer}', issuer);
}

/** Number and symbol as printed after "Số:": `numberAndSymbol('{n}/QĐ-BCT', 5)` → `'05/QĐ-BCT'`. */
export function numberAndSymbol(pattern: string, number: number, issuer?: string): string {
  return `${formatNumber(number)}/${symbolOf(pattern, issuer)}`;
}
