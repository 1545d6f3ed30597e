import type { Dong } from './dong.ts';

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const billion = 1_000_000_000;

/**
 * An amount in Vietnamese words as printed under official tables: `3075000000` → `'Ba tỷ, không trăm bảy mươi lăm triệu đồng chẵn'`.
 * "Chẵn" says that no hào or xu follow, which always holds for whole đồng. Throws a RangeError outside 0…2^53−1.
 */
export function amountInWords(amount: Dong): string {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`Not an amount of đồng: ${amount}.`);
  if (amount === 0) return 'Không đồng';
  const words = groupsInWords(amount, false).join(', ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng chẵn`;
}

/** Groups of three digits with their names, the highest first; empty groups are not spoken. Above a billion the count of billions is itself read by groups. */
function groupsInWords(amount: number, follows: boolean): string[] {
  if (amount >= billion) {
    const billions = groupsInWords(Math.floor(amount / billion), follows);
    return [`${billions.join(', ')} tỷ`, ...groupsInWords(amount % billion, true)];
  }
  const spoken: string[] = [];
  for (const [size, name] of [
    [1_000_000, ' triệu'],
    [1_000, ' nghìn'],
    [1, ''],
  ] as const) {
    const group = Math.floor(amount / size) % 1_000;
    if (group > 0) spoken.push(threeDigitsInWords(group, follows || spoken.length > 0) + name);
  }
  return spoken;
}

/** 1…999 in words; after a higher group the hundreds are spoken even if there are none ("không trăm"). */
function threeDigitsInWords(group: number, follows: boolean): string {
  const hundreds = Math.floor(group / 100);
  const tens = Math.floor(group / 10) % 10;
  const units = group % 10;
  const words: string[] = [];
  if (hundreds > 0 || follows) words.push(digits[hundreds]!, 'trăm');
  if (tens === 1) words.push('mười');
  else if (tens > 1) words.push(digits[tens]!, 'mươi');
  else if (units > 0 && words.length > 0) words.push('lẻ');
  if (units > 0) words.push(unitInWords(units, tens));
  return words.join(' ');
}

/** The last digit changes its sound with the tens before it: mốt, tư, lăm. */
function unitInWords(units: number, tens: number): string {
  if (units === 1 && tens > 1) return 'mốt';
  if (units === 4 && tens > 1) return 'tư';
  if (units === 5 && tens > 0) return 'lăm';
  return digits[units]!;
}
