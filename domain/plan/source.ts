import { folded, onOneLine } from './cell.ts';
import type { PrintedShare, SourceKind } from './plan.ts';

/** A source of money as a line or a column names it. `shares` counts the percentages printed; only a single one can be checked. */
export type NamedSource = {
  kind: SourceKind;
  source: string;
  /** The source's name without case and diacritics. */
  name: string;
  label: string;
  share: PrintedShare | null;
  shares: number;
};

const central =
  /trung uong|\bns ?tw\b|\btw\b|\b(chuong trinh|ct)( phat trien| quoc gia ve)? (tmdt|thuong mai dien tu)(?! (cua )?tinh)|bo cong thuong|central|national (programme|program|budget)/;
const local =
  /dia phuong|ngan sach (nha nuoc )?(cap )?(tinh|thanh pho|huyen|thi xa|xa|phuong|so)\b|\bns ?(dp|tinh|huyen|t)\b|so cong thuong|local|provinc/;
const enterprise =
  /doanh nghiep|\bdn\b|doi ung|xa hoi hoa|\bxhh\b|tu co\b|hop tac xa|\bhtx\b|don vi thu huong|enterprise|counterpart|private/;

/**
 * Whose money a text names. The budget comes before what it is used for: "Ngân sách tỉnh đối ứng" is local. Two givers joined in one name
 * ("ngân sách trung ương và địa phương") are `other`, since nobody can tell their parts.
 */
export function sourceKind(text: string): SourceKind {
  const plain = folded(text);
  const named = [central.test(plain) && 'programme', local.test(plain) && 'local', enterprise.test(plain) && 'enterprise'].filter(
    (kind): kind is Exclude<SourceKind, 'other'> => kind !== false,
  );
  const joined = /\bva\b|\band\b|[,+&/]/.test(plain);
  return named[0] === undefined || (named.length > 1 && joined) ? 'other' : named[0];
}

const lead = String.raw`(?:(?:tong|nguon|kinh phi|kp|von|tien|tu|ho tro|phan|huy dong|dong gop|du kien|trong do:?)\s+)*`;
const giver =
  String.raw`(?:ngan sach\b|ns ?(?:tw|dp|nn|trung uong|dia phuong|nha nuoc|tinh|huyen|t)\b|(?:trung uong|dia phuong|tw|dp|bo cong thuong)(?: ho tro| doi ung| cap| bo tri)?$|(?:chuong trinh|ct) (?:quoc gia ve |phat trien )?(?:tmdt|thuong mai dien tu)|` +
  String.raw`(?:cac )?doanh nghiep(?: (?:doi ung|dong gop|tu .*|tham gia dong gop)|(?:,| va) .*)?$|dn$|(?:vi )?doi ung|xa hoi hoa|xhh\b|tu co|vay\b|tin dung|tai tro|vien tro|oda\b|` +
  '(?:cac )?(?:nguon|von)(?: hop phap)? khac|hop phap khac|khac$|central|local budget|provincial budget|national program|enterprises?$|counterpart|others?$)';
const strict = new RegExp(`^${lead}(?:cua |cac )?${giver}`);

/** Whether a text by itself names a source of money, and not work to be done. */
export function looksLikeSource(text: string): boolean {
  const plain = folded(withoutShare(text).replace(/^[-–—•*+\s]+/, ''))
    .replace(/[\s:;.]+$/, '')
    .replace(/\s*:\s*/g, ' ');
  return plain.length <= 90 && strict.test(plain);
}

/** "Ngân sách nhà nước" is the sum of the central and the local budget where those are named too. */
export const isStateBudget = (text: string): boolean =>
  /^(tong |von |nguon )*(ngan sach nha nuoc|nsnn|state budget)$/.test(folded(withoutShare(text)));

/** "- Ngân sách địa phương (30%)" → its kind, name and share. */
export function readSource(text: string): NamedSource {
  const label = onOneLine(text);
  const shares = [...label.matchAll(percentage)];
  const share = shares.length === 1 ? shareOf(shares[0]!) : null;
  const source = withoutShare(label.replace(/^[-–—•*+\s]+/, '')).replace(/[\s:;.,]+$/, '');
  return { kind: sourceKind(source), source, name: folded(source), label, share, shares: shares.length };
}

/** A share from a column of its own: "70", "70%", or 0.7 as a spreadsheet stores a percentage. */
export function readShare(text: string): PrintedShare | null {
  if (/%/.test(text)) return readSource(text).share;
  const number = /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (!Number.isFinite(number)) return null;
  const percent = number > 0 && number <= 1 ? Number((number * 100).toPrecision(12)) : number;
  return { printed: text, percent, bound: 'exact' };
}

/** A cell that names several sources, one after another, taken apart. */
export function splitSources(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => line.split(/;\s*|,\s+(?=[-–]?\s*\p{L})|\s(?=[-–]\s+\p{L})/u).reduce<string[]>(joinUnlessSource, []))
    .map(onOneLine)
    .filter((part) => part !== '');
}

function joinUnlessSource(parts: string[], part: string): string[] {
  const last = parts.at(-1);
  if (last === undefined || looksLikeSource(part) || /^\s*[-–]\s/.test(part)) return [...parts, part];
  return [...parts.slice(0, -1), `${last}, ${part}`];
}

const percentage = /(?:(tối đa|không quá|≤|<=|tối thiểu|ít nhất|≥|>=)\s*)?(\d+(?:[.,]\d+)?)\s*%/giu;

function shareOf([printed, bound, number]: RegExpMatchArray): PrintedShare {
  const word = bound?.toLowerCase() ?? '';
  const kind = word === '' ? 'exact' : /tối đa|không quá|≤|<=/u.test(word) ? 'at-most' : 'at-least';
  return { printed: printed.trim(), percent: Number(number!.replace(',', '.')), bound: kind };
}

function withoutShare(text: string): string {
  return onOneLine(text.replace(/\([^()]*%[^()]*\)/g, ' ').replace(percentage, ' '));
}
