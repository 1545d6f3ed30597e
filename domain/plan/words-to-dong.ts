import { onOneLine } from './cell.ts';

const digits: Record<string, number> = {
  không: 0, một: 1, mốt: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, lăm: 5, nhăm: 5, sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9,
}; // biome-ignore format: one line reads as the table it is
const scales: Record<string, bigint> = { nghìn: 1_000n, ngàn: 1_000n, triệu: 1_000_000n };
const silent = new Set(['chẵn', 'linh', 'lẻ', 'và']);

/**
 * An amount in Vietnamese words, in đồng: "Sáu tỷ, tám trăm sáu mươi triệu đồng chẵn" → 6860000000n.
 * `null` if a word is unknown or the words make no number.
 */
export function wordsToDong(text: string): bigint | null {
  const words = onOneLine(text.normalize('NFC').toLowerCase())
    .replace(/[.,;:/()“”"]/g, ' ')
    .split(' ')
    .filter(Boolean);
  const end = words.indexOf('đồng');
  const spoken = words.slice(0, end < 0 ? words.length : end).filter((word) => !silent.has(word));
  if (spoken.length === 0 || words.slice(end + 1).some((word) => end >= 0 && !silent.has(word) && word !== 'việt' && word !== 'nam'))
    return null;

  let billions = 0n;
  let below = 0n;
  let group = 0n;
  let digit: bigint | null = null;
  for (const word of spoken) {
    if (Object.hasOwn(digits, word)) {
      if (digit !== null) return null;
      digit = BigInt(digits[word]!);
    } else if (word === 'trăm' || word === 'mươi') {
      if (digit === null) return null;
      group += digit * (word === 'trăm' ? 100n : 10n);
      digit = null;
    } else if (word === 'mười') {
      if (digit !== null) return null;
      group += 10n;
    } else if (Object.hasOwn(scales, word)) {
      below += (group + (digit ?? 0n)) * scales[word]!;
      group = 0n;
      digit = null;
    } else if (word === 'tỷ' || word === 'tỉ') {
      billions = (billions + below + group + (digit ?? 0n)) * 1_000_000_000n;
      below = 0n;
      group = 0n;
      digit = null;
    } else return null;
  }
  return billions + below + group + (digit ?? 0n);
}
