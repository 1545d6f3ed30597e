import { findPageText, pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import type { FieldError } from '../../http/problem.ts';
import type { FormProblem } from '../forms/give-form.ts';
import { idOf } from './cell.ts';

type Head = {
  problem: {
    title: string;
    detail: string | null;
    basis: string | null;
    certainty: string | null;
    errors: { href: string | null; label: string; message: string }[];
  } | null;
};

/** What stands over a form that was not taken: each field to be mended as a link to it, in the words of its column. */
export function formHead(problem: FormProblem | null, language: Language): Head {
  if (!problem || problem.kept) return { problem: null };
  const errors = problem.errors.map((error) => ({
    href: `#${idOf(error.pointer)}`,
    label: labelOf(error, language),
    message: error.message,
  }));
  const title =
    errors.length > 0 ? pageText('form.errors', language, { count: errors.length }) : problem.title || pageText('form.refused', language);
  return { problem: { title, detail: problem.detail, basis: problem.basis, certainty: problem.certainty, errors } };
}

/** `/lines/0/vouchers/1/date` → “Ngày (dòng 1, 2)”. */
function labelOf({ pointer }: FieldError, language: Language): string {
  const steps = pointer.split('/').slice(1);
  const rows = steps.filter((step) => /^\d+$/.test(step)).map((step) => Number(step) + 1);
  const name = steps.findLast((step) => !/^\d+$/.test(step)) ?? '';
  const label = findPageText(`label.${name}`, language) ?? name;
  return rows.length === 0 ? label : pageText('money.in-rows', language, { label, rows: rows.join('.') });
}
