import type { Certainty, Json } from '../../command.ts';
import { findLawValue } from '../../regulation/law-value.ts';
import type { RegulationPack } from '../../regulation/pack.ts';
import type { Box } from './boxes.ts';
import type { FormatRule } from './rules.ts';

/** What a check has seen: which rule, where in the data (JSON pointer) or on which page, and what its text shows. */
export type Found = { rule: FormatRule; pointer: string; page?: number; values?: Record<string, Json> };

/**
 * Something of form or wording that is not as it should be. An error keeps a draft from being accepted and signed; a warning needs a
 * named person's reason. What it says and how it is mended stands in templates/locales/findings.json under `rule`, filled with `values`.
 */
export type Finding = {
  rule: FormatRule;
  severity: 'error' | 'warning';
  where: { box: Box; pointer: string; page?: number };
  values: Record<string, Json>;
  basis: string;
  certainty: Certainty;
};

/** Why a named person lets a warning stand; without a pointer, every warning of the rule. */
export type FormatReason = { rule: string; pointer?: string | undefined; reason: string };

export type FormatPack = Pick<RegulationPack, 'laws' | 'instruments' | 'documents' | 'id'>;

/** What a document is held against: the law of its programme, and the day on which it is judged. */
export type FormatContext = { pack: FormatPack; on: string };

/** So many findings are kept; a document with more is sent back for the first of them. */
export const mostFindings = 200;

/** Weighs what was found by the law of the day: how grave it is and on what that rests. Errors come first, then in the order of the document. */
export function judged({ pack, on }: FormatContext, found: readonly Found[]): Finding[] {
  const findings = found.map(({ rule, pointer, page, values = {} }): Finding => {
    const law = findLawValue(pack, 'format.rule', { on, rule });
    if (!law) throw new Error(`The pack ${pack.id} does not weigh the rule ${rule} of format.`);
    const { severity, box } = law.value;
    return {
      rule,
      severity,
      where: { box, pointer, ...(page !== undefined && { page }) },
      values,
      basis: law.basis,
      certainty: law.certainty,
    };
  });
  const errors = findings.filter(({ severity }) => severity === 'error');
  return [...errors, ...findings.filter(({ severity }) => severity === 'warning')].slice(0, mostFindings);
}

export const errorsOf = (findings: readonly Finding[]): Finding[] => findings.filter(({ severity }) => severity === 'error');
export const warningsOf = (findings: readonly Finding[]): Finding[] => findings.filter(({ severity }) => severity === 'warning');

/** Warnings for which no reason is given. */
export const unexplained = (findings: readonly Finding[], reasons: readonly FormatReason[]): Finding[] =>
  warningsOf(findings).filter(
    ({ rule, where }) => !reasons.some((one) => one.rule === rule && (one.pointer === undefined || one.pointer === where.pointer)),
  );
