import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Certainty } from '../../domain/regulation/basis.ts';
import { Busy, type Examination } from '../../verification/examine-apart.ts';
import { type Ground, groundRules, type VerdictLevel, verdictOf, verdicts } from '../../verification/verdict.ts';
import { Day, Sha256, TitleText } from '../http/common.ts';
import { ProblemError } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { groundLaw, type JudgedBy, judgedBy } from './ground-law.ts';
import { explained } from './ground-texts.ts';
import { comparison, copiedFile, entryOf, type RegisterEntry, requiredSignatures } from './register.ts';

const VerdictGround = z
  .object({
    rule: z.enum(groundRules),
    title: TitleText,
    result: z.enum(['passed', 'failed', 'unproven']).meta({
      description: 'unproven: nothing speaks against it, and nothing proves it. It is never taken for passed.',
    }),
    found: z.string().meta({ description: 'What was found, for programs.' }),
    explanation: TitleText,
    basis: z
      .string()
      .meta({ description: 'Where in the law the rule stands: as of the document’s own day, or of today for a stranger’s file.' }),
    certainty: Certainty.meta({ description: 'How certain that is: law, seed, analogue or unverified.' }),
    standards: z
      .array(z.object({ name: z.string(), certainty: Certainty }))
      .meta({ description: 'Technical standards that the check follows, each with how certain its clause is.' }),
    field: z.string().nullable().meta({ description: 'The signature field that it is about.' }),
    signer: z.string().nullable(),
  })
  .meta({ id: 'VerdictGround' });

const VerdictSignature = z
  .object({
    field: z.string(),
    kind: z.enum(['signature', 'time-stamp']),
    signer: z.string(),
    organisation: z.string(),
    at: z.iso.datetime().nullable(),
    atIsProven: z.boolean().meta({ description: 'Whether a trusted time-stamp says so, or only the signer.' }),
  })
  .meta({ id: 'VerdictSignature' });

/** What the register and the file's own cryptography say of a document, for anybody who holds a copy. */
export const Verdict = z
  .object({
    verdict: z.enum(verdicts).meta({
      description:
        'valid: authentic and in force; valid-but: authentic, and since corrected, replaced or recalled; incomplete: the issued file, in which something required is missing or not proven; altered: not as it was issued or signed; not-ours: nothing issued here; cannot-judge: the file could not be looked at.',
    }),
    status: z.enum(['in-force', 'corrected', 'replaced', 'recalled', 'never-issued', 'unknown']),
    known: z.boolean(),
    document: z
      .object({
        type: z.string(),
        title: z.string(),
        symbol: z.string().nullable(),
        date: Day.nullable(),
        issuer: z.string(),
        state: z.string(),
        code: z.string(),
      })
      .nullable(),
    since: z
      .array(z.object({ kind: z.string(), symbol: z.string().nullable(), date: Day.nullable() }))
      .meta({ description: 'Documents that corrected, replaced or recalled it.' }),
    sha256: Sha256.nullable().meta({ description: 'Of the file that was sent.' }),
    sha256Matches: z.boolean().nullable().meta({
      description:
        'Whether the file sent is, byte for byte, the one that was issued or an earlier archived form of it; null without a file.',
    }),
    grounds: z.array(VerdictGround),
    signatures: z.array(VerdictSignature),
    rehearsal: z.boolean(),
  })
  .meta({ id: 'Verdict' });
export type Verdict = z.infer<typeof Verdict>;

type Judging = Pick<Parts, 'reader' | 'names' | 'committing' | 'time' | 'files' | 'examiner' | 'trust'>;

/** The verdict on the document with this code, from the register and from the file that it keeps. */
export async function verdictOnCode(code: string, parts: Judging): Promise<Verdict> {
  const entry = await entryOf({ code }, parts);
  const file = entry && isPublic(entry) ? await kept(entry, parts) : null;
  return told({ entry, examination: file && (await examined(file, parts)), sha256: null, sameFile: null }, parts);
}

/** The verdict on a file, looked up by the code that was asked for, by its bytes, or by the code in it. */
export async function verdictOnFile(bytes: Buffer, code: string | undefined, parts: Judging): Promise<Verdict> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const examination = await examined(bytes, parts);
  const claimed = examination.readable ? examination.code : null;
  const entry = await entryOf({ code, sha256, claimed }, parts);
  const sameFile = entry && isPublic(entry) ? await comparison(bytes, sha256, entry, parts.files) : null;
  return told({ entry, examination, sha256, sameFile }, parts);
}

/** Only what was issued is shown to the public, in whatever state it is since. */
const isPublic = ({ status }: RegisterEntry): boolean => status !== 'never-issued';

const kept = async ({ document }: RegisterEntry, { files }: Judging): Promise<Buffer | null> =>
  document.file === null ? null : files.get(document.file).catch(() => null);

async function examined(bytes: Buffer, { examiner, trust }: Judging): Promise<Examination> {
  try {
    return await examiner.examine(bytes, { roots: anchorsOf(trust), now: new Date() });
  } catch (error) {
    if (error instanceof Busy) throw new ProblemError('busy', {}, { 'Retry-After': '5' });
    throw error;
  }
}

/** The authorities that are trusted; none where the settings name a file that is not there (yet): nothing is taken for trusted then. */
function anchorsOf(trust: Judging['trust']): Buffer[] {
  try {
    return trust.anchors();
  } catch {
    return [];
  }
}

type Found = {
  entry: RegisterEntry | null;
  examination: Examination | null;
  sha256: string | null;
  sameFile: Awaited<ReturnType<typeof comparison>> | null;
};

async function told({ entry, examination, sha256, sameFile }: Found, parts: Judging): Promise<Verdict> {
  const { names, committing } = parts;
  const law = await judgedBy(entry, parts);
  const record = entry?.record ?? null;
  const registered = entry && {
    status: entry.status,
    sameFile,
    required: record && requiredSignatures(record),
    ...(await copiedFile(record, parts)),
  };
  const { verdict, status, grounds } = verdictOf(examination, registered);
  const shown = entry && isPublic(entry) ? entry.document : null;
  return {
    verdict: verdict satisfies VerdictLevel,
    status,
    known: shown !== null,
    document: shown && {
      type: shown.type,
      title: shown.title,
      symbol: shown.symbol,
      date: shown.date?.toISOString().slice(0, 10) ?? null,
      issuer: await names(shown.issuerId),
      state: shown.state,
      code: shown.code,
    },
    since: shown && record ? changesSince(record.links) : [],
    sha256,
    sha256Matches: sha256 === null ? null : sameFile === 'same',
    grounds: grounds.map((ground) => inWords(ground, law)),
    signatures: examination?.readable
      ? examination.signatures.map(({ field, kind, signer, organisation, at, atIsProven }) => ({
          field,
          kind,
          signer,
          organisation,
          at,
          atIsProven,
        }))
      : [],
    rehearsal: committing.rehearsal,
  };
}

const inWords = (ground: Ground, law: JudgedBy): Verdict['grounds'][number] => ({
  rule: ground.rule,
  result: ground.result,
  found: ground.why,
  ...explained(ground),
  ...groundLaw(ground.rule, law),
  field: ground.field ?? null,
  signer: ground.signer ?? null,
});

type Links = NonNullable<RegisterEntry['record']>['links'];

const changesSince = (links: Links): Verdict['since'] =>
  links
    .filter(({ kind }) => kind === 'corrected-by' || kind === 'replaced-by' || kind === 'recalled-by')
    .map(({ kind, symbol = null, date = null }) => ({ kind, symbol, date }));
