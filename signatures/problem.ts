import type { Refusal } from '../domain/command.ts';
import { refusedSignature, type SignatureProblem } from '../domain/document/signature-rules.ts';

/** Something about a signature will not do. The refusal names the rule and what its text shows. */
export class SigningProblem extends Error {
  override name = 'SigningProblem';
  readonly refusal: Refusal;

  constructor(problem: SignatureProblem, cause?: unknown) {
    const refusal = refusedSignature(problem);
    super(`${refusal.rule} ${JSON.stringify(refusal.values)}`, cause === undefined ? {} : { cause });
    this.refusal = refusal;
  }
}

/** What went wrong, in a sentence that ends with a full stop. */
export const said = (error: unknown): string => {
  const text = (error instanceof Error ? error.message : String(error)).trim().replaceAll(/\s+/g, ' ').slice(0, 300);
  return text.endsWith('.') ? text : `${text}.`;
};
