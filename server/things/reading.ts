import { z } from 'zod';
import { approvalsNeeded, openApprovers } from '../../domain/document/approvals.ts';
import { contentDifferences } from '../../domain/document/difference.ts';
import type { DocumentFact } from '../../domain/document/facts.ts';
import type { OfficialDocument } from '../../domain/document/model.ts';
import { unnumbered } from '../../domain/document/numbered.ts';
import type { DocumentRecord } from '../../domain/document/state.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import type { KnownThing } from './known-thing.ts';

const Approval = z.object({
  by: z.string(),
  on: z.string(),
  digest: z.string(),
  previewDigest: z.string().nullable(),
  role: z.string().nullable(),
});
/** What those who approve a draft have before them: which text, which pages, who has approved, and what reads otherwise than when they last did. */
export const Reading = z
  .object({
    digest: z.string().meta({ description: 'SHA-256 of the canonical JSON of the content: what approve-draft takes as `digest`.' }),
    version: z.int(),
    preview: z
      .object({ digest: z.string(), pages: z.int() })
      .nullable()
      .meta({ description: 'The rendered pages of this text, `/api/documents/{id}/preview`; null while they are being made.' }),
    approvalsNeeded: z.int(),
    approvals: z.array(Approval),
    awaited: z
      .array(z.string())
      .nullable()
      .meta({ description: 'Roles whose approval is open; null where the process alone says who approves.' }),
    voided: z
      .array(z.object({ by: z.string(), at: z.string(), seq: z.int() }))
      .meta({ description: 'Whose approvals an edit or a return has made void, and when.' }),
    changedSinceYours: z
      .array(z.object({ pointer: z.string(), before: z.unknown(), after: z.unknown() }))
      .nullable()
      .meta({ description: 'Field by field what reads otherwise than what the caller approved last; null where they have not approved.' }),
  })
  .meta({ id: 'Reading' });
export type Reading = z.infer<typeof Reading>;

const told = ['draft-edited', 'draft-approved', 'draft-returned'] as const;
type Row = { seq: number; type: string; data: unknown; actor: string; at: Date };
type Told = Extract<DocumentFact, { type: (typeof told)[number] | 'document-drafted' }>;

/** The draft as it is read for approval, by this person. */
export async function readingOf({ id, data }: KnownThing, caller: Caller, { reader }: Pick<Parts, 'reader'>): Promise<Reading> {
  const document = data as unknown as DocumentRecord;
  const { digest, version, preview, content, approvals } = document;
  const factsOf = (types: readonly string[]): Promise<Row[]> =>
    reader.fact.findMany({
      where: { thingId: id, type: { in: [...types] } },
      select: { seq: true, type: true, data: true, actor: true, at: true },
      orderBy: { seq: 'asc' },
    });
  const rows = await factsOf(told);
  const approved = rows.findLast(({ type, actor }) => type === 'draft-approved' && actor === caller.id);
  const before = approved && contentWith([...(await factsOf(['document-drafted'])), ...rows], factOf(approved));
  return {
    digest,
    version,
    preview: preview?.of === digest ? { digest: preview.file, pages: preview.pages } : null,
    approvalsNeeded: approvalsNeeded(document),
    approvals: approvals.map((one) => ({ ...one, previewDigest: one.previewDigest ?? null, role: one.role ?? null })),
    awaited: openApprovers(document),
    voided: rows.flatMap((row) => voidedBy(factOf(row)).map((by) => ({ by, at: row.at.toISOString(), seq: row.seq }))),
    changedSinceYours: before ? contentDifferences(before, unnumbered(content)) : null,
  };
}

const factOf = ({ type, data }: Row): Told => ({ type, ...(data as object) }) as Told;

const voidedBy = (fact: Told): string[] => ('voids' in fact ? (fact.voids ?? []) : []);

/** The content that had the digest which was approved. */
function contentWith(rows: readonly Row[], approved: Told): OfficialDocument | undefined {
  if (approved.type !== 'draft-approved') return undefined;
  return rows
    .map(factOf)
    .flatMap((fact) => ('content' in fact && fact.digest === approved.digest ? [fact.content] : []))
    .at(-1);
}
