import { z } from 'zod';
import { refuse } from '../../command.ts';
import { text, words } from '../../text.ts';
import { edited } from '../apart.ts';
import { documentCommand } from '../facts.ts';
import { checkFormat as findingsOf } from '../format/check.ts';
import { errorsOf, type Finding, unexplained } from '../format/finding.ts';

/** Why a warning may stand; without a pointer, all warnings of the rule. */
const Reason = z.strictObject({ rule: z.string().min(1).max(60), pointer: z.string().max(300).optional(), reason: words(1_000) });

/**
 * A named checker looks at form and technique of the presentation (Decree 30/2020/NĐ-CP, Annex I), after the machine has. Nobody accepts what
 * has an error in it, nor a warning without saying why it may stand. Who sends a draft back says what is wrong.
 */
export const checkFormat = documentCommand('check-format', {
  input: z.strictObject({ accepted: z.boolean(), notes: text(2_000).default(''), reasons: z.array(Reason).max(200).default([]) }),

  decide({ input, state, actor, pack, today }) {
    const own = edited('check-format', state, actor, pack);
    if (own) return own;
    const { accepted, notes, reasons } = input;
    const findings = findingsOf(state.content, { pack, on: today });
    if (!accepted) return notes === '' ? refuse('format.notes-needed') : [{ type: 'format-refused', notes, findings }];
    const rule = pack.documents.find(({ type }) => type === state.type);
    const typeName = state.content.typeName ?? null;
    if (rule && rule.typeName !== typeName) return refuse('format.type-name', { asked: rule.typeName, found: typeName });
    const [error] = errorsOf(findings);
    if (error) return refuse('format.errors', { count: errorsOf(findings).length, places: places(errorsOf(findings)), findings }, error);
    const open = unexplained(findings, reasons);
    const [warning] = open;
    if (warning) return refuse('format.reasons-needed', { count: open.length, places: places(open), findings: open }, warning);
    return [{ type: 'format-checked', accepted: true, notes, findings, ...(reasons.length > 0 && { reasons }) }];
  },
});

/** The first places, as a sentence names them: "/bases/0 (basis.punctuation)". */
export const places = (findings: readonly Finding[]): string[] =>
  findings.slice(0, 5).map(({ rule, where }) => `${where.pointer === '' ? (where.page ?? where.box) : where.pointer} (${rule})`);
