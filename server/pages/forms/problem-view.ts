import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import type { Field } from './fields.ts';
import type { FormProblem } from './give-form.ts';

type Shown = {
  title: string;
  detail: string | null;
  basis: string | null;
  certainty: string | null;
  errors: { href: string | null; label: string; message: string }[];
};

/** A problem as it stands over its form: each field that has to be mended as a link to it. */
export function problemView(problem: FormProblem | null, fields: Field[], language: Language): Shown | null {
  if (!problem || problem.kept) return null;
  const all = flat(fields);
  const errors = problem.errors.map(({ pointer, message }) => {
    const field = all.find((one) => one.pointer === pointer) ?? all.find((one) => pointer.startsWith(`${one.pointer}/`));
    return { href: field ? `#${field.id}` : null, label: field?.label ?? pointer, message };
  });
  const title =
    errors.length > 0 ? pageText('form.errors', language, { count: errors.length }) : problem.title || pageText('form.refused', language);
  return { title, detail: problem.detail, basis: problem.basis, certainty: problem.certainty, errors };
}

const flat = (fields: Field[]): Field[] =>
  fields.flatMap((field) => [field, ...flat(field.fields), ...flat(field.rows.flatMap((row) => row.fields))]);
