import type { Examination } from './examine-apart.ts';
import { type Finding, failed, passed, type ReadableReport, type SignatureReport, unproven } from './report.ts';

/** What the register says of a document now. */
export type Status = 'in-force' | 'corrected' | 'replaced' | 'recalled' | 'never-issued' | 'unknown';

/** Whose signature a document must bear, and in which field. By `nobody`: a box that stays empty, since nobody held the office that it names. */
export type RequiredSignature = { field: string; by: 'person' | 'organisation' | 'nobody'; name: string };

/** A document that the register knows. `sameFile`: whether the file is, byte for byte, the issued one or an earlier archived form of it; null where there was no file to compare. */
export type Registered = {
  status: Exclude<Status, 'unknown'>;
  sameFile: FileComparison | null;
  required: RequiredSignature[] | null;
  /** Of a copy with which the original goes: its SHA-256, and whether the register knows a document with just this file. */
  copied?: { sha256: string; known: boolean };
};
/** How a file differs from the one that was issued. */
export type FileComparison = 'same' | 'cut-back' | 'appended' | 'other';

/** `valid`: authentic and in force. `valid-but`: authentic, and something became of it since. `incomplete`: the issued file, but something that it needs is missing or unproven. */
export const verdicts = ['valid', 'valid-but', 'incomplete', 'altered', 'not-ours', 'cannot-judge'] as const;
export type VerdictLevel = (typeof verdicts)[number];

export const groundRules = [
  'register',
  'exact-bytes',
  'readable',
  'required-signature',
  'no-strangers',
  'integrity',
  'certificate',
  'revocation',
  'time',
  'certification',
  'permitted-changes',
  'whole-file',
  'attached-original',
  'status',
] as const;
export type GroundRule = (typeof groundRules)[number];

/** One ground of a verdict: the rule, what came of it, why, and which signature it is about. */
export type Ground = Finding & { rule: GroundRule; field?: string; signer?: string };

const ground = (rule: GroundRule, finding: Finding, of: { field?: string; signer?: string } = {}): Ground => ({ rule, ...finding, ...of });

/**
 * The verdict on a document with all its grounds, from what its file proves (null: there was none to look at) and what the register knows.
 * "Valid" takes that everything was looked at and nothing failed or stayed open.
 */
export function verdictOf(
  file: Examination | null,
  registered: Registered | null,
): { verdict: VerdictLevel; status: Status; grounds: Ground[] } {
  const status = registered?.status ?? 'unknown';
  const grounds = [...registerGrounds(registered), ...fileGrounds(file, registered), ...statusGrounds(status)];
  return { verdict: level(grounds, status, file, registered), status, grounds };
}

function registerGrounds(registered: Registered | null): Ground[] {
  if (!registered) return [ground('register', failed('unknown'))];
  if (registered.status === 'never-issued') return [ground('register', failed('never-issued'))];
  const { sameFile } = registered;
  const known = ground('register', passed());
  if (sameFile === null) return [known];
  return [known, ground('exact-bytes', sameFile === 'same' ? passed() : failed(sameFile))];
}

function fileGrounds(file: Examination | null, registered: Registered | null): Ground[] {
  if (!file) return [ground('readable', unproven('no-file'))];
  if (!file.readable) return [ground('readable', unproven(file.reason))];
  const required = registered?.required;
  const named = required ?? null;
  const unsigned = named?.length === 0 && file.signatures.length === 0;
  return [
    ground('readable', passed()),
    ...(registered && named === null ? [ground('required-signature', unproven('requirements-unknown'))] : []),
    ...(named ?? []).map((one) => requirement(one, file)),
    ...(named ? strangers(named, file) : []),
    ...file.signatures.flatMap(signatureGrounds),
    ...(unsigned ? [] : wholeGrounds(file, registered !== null)),
    ...(registered?.copied ? [ground('attached-original', originalOf(file, registered.copied))] : []),
  ];
}

function originalOf({ original }: ReadableReport, { sha256, known }: NonNullable<Registered['copied']>): Finding {
  if (original === null) return failed('not-attached');
  if (original !== sha256) return failed('another-file');
  return known ? passed() : unproven('original-unknown');
}

/** Names are compared as people read them. */
const folded = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLocaleLowerCase('vi');

function requirement({ field, by, name }: RequiredSignature, { signatures }: ReadableReport): Ground {
  const found = signatures.find((one) => one.field === field && one.kind === 'signature');
  const of = { field, signer: name };
  if (by === 'nobody') return ground('required-signature', passed('vacant'), of);
  if (!found) return ground('required-signature', failed(`${by}-missing`), of);
  return ground('required-signature', folded(found.signer) === folded(name) ? passed() : failed('another-signer'), of);
}

/** Nobody has signed who need not. */
function strangers(required: RequiredSignature[], { signatures }: ReadableReport): Ground[] {
  const named = required.filter(({ by }) => by !== 'nobody');
  const others = signatures.filter(({ kind, field }) => kind === 'signature' && !named.some((one) => one.field === field));
  return others.length === 0
    ? [ground('no-strangers', passed())]
    : others.map(({ field, signer }) => ground('no-strangers', failed('stranger'), { field, signer }));
}

function signatureGrounds({ field, signer, kind, range, integrity, chain, revocation, time }: SignatureReport): Ground[] {
  const of = { field, signer };
  const whole = range.result === 'passed' ? integrity : range;
  const grounds = [ground('integrity', whole, of), ground('certificate', chain, of), ground('revocation', revocation, of)];
  return kind === 'time-stamp' && time.result === 'passed' ? grounds : [...grounds, ground('time', time, of)];
}

/** What holds for the file as a whole. A paper that nobody signs has a time-stamp alone, which certifies nothing. A file of others need not certify: what was added to it after a signature cannot be judged then. */
function wholeGrounds({ signatures, certification, changes, wholeFile }: ReadableReport, ours: boolean): Ground[] {
  if (signatures.length === 0 && changes.length === 0) return [ground('whole-file', failed('no-signature'))];
  const certified = certification.result === 'passed';
  const signed = signatures.some(({ kind }) => kind === 'signature');
  const kinds = [...new Set(changes.map(({ what }) => what))];
  const change = (why: string): Finding => (ours || certified ? failed(why) : unproven('not-certified'));
  const changed = kinds.length === 0 ? [passed()] : kinds.map(change);
  return [
    ...(signed && (ours || certified) ? [ground('certification', certification)] : []),
    ...changed.map((finding) => ground('permitted-changes', finding)),
    ground('whole-file', wholeFile),
  ];
}

const statusGrounds = (status: Status): Ground[] => {
  if (status === 'unknown' || status === 'never-issued') return [];
  return [ground('status', status === 'in-force' ? passed(status) : failed(status))];
};

/** Rules that fail only where somebody has changed something. */
const tampering = new Set<GroundRule>(['exact-bytes', 'integrity', 'certification', 'permitted-changes', 'no-strangers']);

function level(grounds: Ground[], status: Status, file: Examination | null, registered: Registered | null): VerdictLevel {
  const ours = registered !== null && status !== 'never-issued';
  const changed = grounds.some(({ rule, result }) => result === 'failed' && tampering.has(rule));
  if (!ours) return changed ? 'altered' : file && !file.readable ? 'cannot-judge' : 'not-ours';
  if (registered.sameFile !== null && registered.sameFile !== 'same') return 'altered';
  if (!file?.readable) return 'cannot-judge';
  if (changed) return 'altered';
  if (grounds.some(({ rule, result }) => rule !== 'status' && result !== 'passed')) return 'incomplete';
  return status === 'in-force' ? 'valid' : 'valid-but';
}
