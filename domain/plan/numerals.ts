/** How a table writes numbers: `vi` 1.234.567,5 or `en` 1,234,567.5. */
export type Numerals = 'vi' | 'en';

/** A decimal number without rounding: `digits` × 10^−`scale`. */
export type Decimal = { digits: bigint; scale: number };

const spaces = /(?<=\d)[\s\u00a0\u2007\u2009\u202f'’](?=\d{3}(?!\d))/g;
const grouped = { vi: /^\d{1,3}(\.\d{3})+(,\d+)?$/, en: /^\d{1,3}(,\d{3})+(\.\d+)?$/ };
const plain = { vi: /^\d+(,\d+)?$/, en: /^\d+(\.\d+)?$/ };
/** "1.234" and "1,234": a thousand or a little more than one, by the custom of the table. */
const ambiguous = /^[1-9]\d{0,2}[.,]\d{3}$/;

/** What a number's form says about the table it stands in; `null` if it says nothing ("1234"), `'either'` if it could be both ("1.234"). */
export function numeralsOf(text: string): Numerals | 'either' | null {
  const bare = bareNumber(text);
  if (bare === null || /^\d+$/.test(bare)) return null;
  if (ambiguous.test(bare)) return 'either';
  if (grouped.vi.test(bare) || plain.vi.test(bare)) return 'vi';
  if (grouped.en.test(bare) || plain.en.test(bare)) return 'en';
  return null;
}

/** Reads a number exactly: "1.234.567,5", "1 234", "-50", "(50)" (an accountant's minus). `null` if it is none. */
export function readNumber(text: string, numerals: Numerals): Decimal | null {
  const bare = bareNumber(text);
  if (bare === null) return null;
  const negative = /^[-−–(]/.test(text.trim());
  const styles: Numerals[] = numerals === 'vi' ? ['vi', 'en'] : ['en', 'vi'];
  for (const style of styles) {
    if (!grouped[style].test(bare) && !plain[style].test(bare)) continue;
    const [thousands, point] = style === 'vi' ? ['.', ','] : [',', '.'];
    const [whole = '', fraction = ''] = bare.replaceAll(thousands, '').split(point);
    const digits = BigInt(whole + fraction);
    return { digits: negative ? -digits : digits, scale: fraction.length };
  }
  return null;
}

/** A number of a unit in đồng. `exact` is false if a fraction of a đồng was left, which is rounded half up. `null` beyond 2^53−1. */
export function toDong(number: Decimal, factorDong: bigint): { dong: number; exact: boolean } | null {
  const scaled = number.digits * factorDong;
  const divisor = 10n ** BigInt(number.scale);
  const dong = Number(roundedQuotient(scaled, divisor));
  return Number.isSafeInteger(dong) ? { dong, exact: scaled % divisor === 0n } : null;
}

/** a ÷ b to the nearest whole number, halves away from zero; b > 0. */
export function roundedQuotient(a: bigint, b: bigint): bigint {
  const size = a < 0n ? -a : a;
  const quotient = (size * 2n + b) / (b * 2n);
  return a < 0n ? -quotient : quotient;
}

function bareNumber(text: string): string | null {
  const trimmed = text.trim();
  const inner = /^\((.*)\)$/.exec(trimmed)?.[1] ?? trimmed.replace(/^[-−–+]\s?/, '');
  const bare = inner.replace(spaces, '');
  return /^\d[\d.,]*$/.test(bare) ? bare : null;
}
