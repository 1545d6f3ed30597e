/**
 * A number as people write it in Vietnam: 1.234.567,5 or 1 234 567 or 1234567,5; a single dot before other than three digits is a decimal
 * one, as calculators give it (12.5). A word or sign for đồng or per cent at its end is let go. Undefined for what is no number.
 */
export function readNumber(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f']/g, '').replace(/(?:đồng|đ|₫|vnd|%)$/iu, '');
  if (!/^[-+]?\d[\d.,]*$/.test(bare)) return undefined;
  if (/^[-+]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'));
  if (/^[-+]?\d{1,3}(,\d{3}){2,}(\.\d+)?$/.test(bare)) return Number(bare.replaceAll(',', ''));
  if (/^[-+]?\d+(,\d+)?$/.test(bare)) return Number(bare.replace(',', '.'));
  return /^[-+]?\d+(\.\d+)?$/.test(bare) ? Number(bare) : undefined;
}
