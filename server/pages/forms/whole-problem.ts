import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import type { FormProblem } from '../forms/give-form.ts';

/** A problem as it stands over a form whose fields it does not name one by one. */
export const problemOf = (problem: FormProblem, language: Language) =>
  problem.kept
    ? null
    : {
        title: problem.errors.length > 0 ? pageText('form.errors', language, { count: problem.errors.length }) : problem.title,
        detail: problem.detail,
        basis: problem.basis,
        certainty: problem.certainty,
        errors: problem.errors.map(({ message }) => ({ href: null, message })),
      };
