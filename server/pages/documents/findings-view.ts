import { randomUUID } from 'node:crypto';
import type { findingsOf } from '../../things/findings.ts';
import type { Failed } from './deeds.ts';
import type { KnownDocument } from './known-document.ts';
import { placeOf } from './place-of.ts';

type Shown = {
  no: number;
  error: boolean;
  place: string;
  page: number | null;
  message: string;
  mend: string;
  basis: string;
  certainty: string;
  rule: string;
  pointer: string;
  reason: string;
};
/** What the format checker finds, each with its place in words, and the checker's form: a reason for every warning that is to stand. */
export type FindingsView = {
  list: Shown[];
  pages: Shown[];
  errors: number;
  warnings: number;
  form: { action: string; id: string; notes: string } | null;
};

export function findingsView(
  { findings, pages }: ReturnType<typeof findingsOf>,
  { thing, document, language }: KnownDocument,
  checks: boolean,
  failed: Failed | null,
): FindingsView {
  const typed =
    failed?.command === 'check-format'
      ? (failed.values as { notes?: string; reasons?: { rule: string; pointer?: string; reason: string }[] })
      : {};
  const shown = (
    { severity, pointer, page, message, mend, legalBasis, certainty, rule, reason }: (typeof findings)[number],
    index: number,
  ): Shown => ({
    no: index,
    error: severity === 'error',
    place: placeOf(pointer, document.content, language),
    page,
    message,
    mend,
    basis: legalBasis,
    certainty: `certainty.${certainty}`,
    rule,
    pointer,
    reason: typed.reasons?.find((one) => one.rule === rule && one.pointer === pointer)?.reason ?? reason ?? '',
  });
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    list: findings.map(shown),
    pages: pages.map(shown),
    errors,
    warnings: findings.length - errors,
    form: checks ? { action: `/documents/${thing.id}/do/check-format`, id: randomUUID(), notes: typed.notes ?? '' } : null,
  };
}
