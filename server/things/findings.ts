import { z } from 'zod';
import { checkFormat } from '../../domain/document/format/check.ts';
import type { Finding, FormatReason } from '../../domain/document/format/finding.ts';
import type { DocumentRecord } from '../../domain/document/state.ts';
import { Certainty } from '../../domain/regulation/basis.ts';
import { findingText } from '../http/finding-texts.ts';
import type { Language } from '../http/language.ts';
import type { KnownThing } from './known-thing.ts';

export const FindingSeen = z
  .object({
    rule: z.string(),
    severity: z.enum(['error', 'warning']).meta({
      description: 'An error keeps the draft from being accepted and signed; a warning needs a reason in check-format.',
    }),
    box: z.string().meta({ description: 'The box of Decree 30/2020/NĐ-CP, Annex I; or annex, page, text.' }),
    pointer: z.string().meta({ description: "JSON pointer into the document's content." }),
    page: z.int().nullable(),
    message: z.string(),
    mend: z.string().meta({ description: 'How it is mended.' }),
    legalBasis: z.string(),
    certainty: Certainty,
    reason: z.string().nullable().meta({ description: 'Why the checker let it stand.' }),
  })
  .meta({ id: 'Finding' });
export type FindingSeen = z.infer<typeof FindingSeen>;

/** What the format checker finds in a document in the reader's language, by the law of its own day or of today: in its content as it reads now, and in the pages that were made last. */
export function findingsOf(
  { data, pack }: Pick<KnownThing, 'data' | 'pack'>,
  today: string,
  language: Language,
): { on: string; findings: FindingSeen[]; pages: FindingSeen[] } {
  const document = data as unknown as DocumentRecord;
  const on = document.content.date ?? today;
  const reasons = document.checks.at(-1)?.reasons ?? [];
  const ofPages = document.prepared?.findings ?? (document.prepared === null ? document.returns.at(-1)?.findings : undefined) ?? [];
  return {
    on,
    findings: checkFormat(document.content, { pack, on }).map((finding) => seen(finding, reasons, language)),
    pages: ofPages.map((finding) => seen(finding, [], language)),
  };
}

function seen(finding: Finding, reasons: readonly FormatReason[], language: Language): FindingSeen {
  const { rule, severity, where, values, basis, certainty } = finding;
  const given = reasons.find((one) => one.rule === rule && (one.pointer === undefined || one.pointer === where.pointer));
  return {
    rule,
    severity,
    box: where.box,
    pointer: where.pointer,
    page: where.page ?? null,
    ...findingText(rule, language, values),
    legalBasis: basis,
    certainty,
    reason: severity === 'warning' ? (given?.reason ?? null) : null,
  };
}
