import { z } from 'zod';
import type { Refused } from '../../commit/outcome.ts';
import { Certainty } from '../../domain/regulation/basis.ts';
import type { Language } from './language.ts';
import { errorText, refusalText } from './texts.ts';

/** One field that cannot be read: where (JSON pointer, and in which part of the request), what kind of error, and what to do. */
export const FieldError = z
  .object({
    in: z.enum(['body', 'query', 'path', 'header']),
    pointer: z.string(),
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: 'FieldError' });
export type FieldError = z.infer<typeof FieldError>;

/** Every error, as application/problem+json (RFC 9457). */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    rule: z.string().optional().meta({ description: 'The rule that says no; also the key of its message.' }),
    messageKey: z.string().optional(),
    legalBasis: z.string().optional().meta({ description: 'Where the rule stands.' }),
    certainty: Certainty.optional().meta({ description: 'How sure that is: law, seed, analogue or unverified.' }),
    values: z.record(z.string(), z.unknown()).optional().meta({ description: 'What the rule compared.' }),
    errors: z.array(FieldError).optional(),
    seq: z.int().optional().meta({ description: 'Where the thing stands now, if what was seen is stale.' }),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** Codes of general problems and their statuses. Texts: templates/locales/errors.json. */
export const statuses = {
  malformed: 400,
  'not-signed-in': 401,
  'sign-in-failed': 401,
  'code-needed': 401,
  'code-wrong': 401,
  forbidden: 403,
  'cross-site': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-in-rehearsal': 409,
  'taken-back': 410,
  'too-large': 413,
  'wrong-type': 415,
  'range-not-satisfiable': 416,
  'unreadable-file': 422,
  'too-many': 429,
  broken: 500,
  away: 503,
  busy: 503,
} as const;
export type ProblemCode = keyof typeof statuses;

/** Thrown to answer with a problem. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly code: ProblemCode;
  readonly status: number;
  readonly extra: Partial<Problem>;
  readonly headers: Record<string, string>;

  constructor(code: ProblemCode, extra: Partial<Problem> = {}, headers: Record<string, string> = {}) {
    super(code);
    this.code = code;
    this.status = extra.status ?? statuses[code];
    this.extra = extra;
    this.headers = headers;
  }
}

/** A body that cannot be read at all, so that no field of it can be named. */
export const unreadableBody = (): ProblemError =>
  new ProblemError('malformed', {
    errors: [
      {
        in: 'body',
        pointer: '',
        code: 'unreadable_body',
        message:
          'Nội dung gửi lên không đọc được theo loại đã khai (JSON phải ở bảng mã UTF-8). · The body cannot be read as what it claims to be (JSON has to be in UTF-8).',
      },
    ],
  });

/** The body of a general problem. */
export function problemBody(error: ProblemError, instance: string, language: Language): Problem {
  const { title, detail } = errorText(error.code, language);
  return { type: `urn:de-an:problem:${error.code}`, title, status: error.status, detail, instance, ...error.extra };
}

/** The body of a refusal: the rule, its ground, and what the people of the field say about it. */
export function refusalBody(refused: Refused, status: number, instance: string, language: Language): Problem {
  const { rule, legalBasis, certainty, values } = refused;
  const { title } = errorText(`status-${status}`, language);
  const seq = typeof values.seq === 'number' ? { seq: values.seq } : {};
  return {
    type: `urn:de-an:rule:${rule}`,
    title,
    status,
    detail: refusalText(rule, language, values),
    instance,
    rule,
    messageKey: rule,
    legalBasis,
    certainty,
    values,
    ...seq,
  };
}
