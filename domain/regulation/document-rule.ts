import { z } from 'zod';
import { BothLanguages, Grounded } from './basis.ts';

/**
 * Who approves a draft before it is signed, where that is more than one: `need` of those named, each once, in their order if `ordered`; `preview`:
 * nobody approves without having had the rendered pages before them.
 */
export const ApprovalRule = z
  .strictObject({
    need: z.int().positive(),
    ordered: z.boolean(),
    by: z.array(z.strictObject({ role: z.string(), of: z.string() })).min(1),
    preview: z.boolean().default(false),
  })
  .refine(({ need, by }) => need <= by.length, { message: 'no more approvals than those who may give them', path: ['need'] });
export type ApprovalRule = z.infer<typeof ApprovalRule>;

/**
 * What the law says of one type of document: its name, its series in the register and how its number reads, who issues and signs it, and how.
 * `signed`: drafted, checked, approved, signed by a person with authority and issued by the clerk. `automatic`: issued by the system at once,
 * under the organisation's signature. `pattern` and `series` are null for papers that bear no number. `retentionYears` null means for ever.
 */
export const DocumentRule = Grounded.extend({
  type: z.string().regex(/^[a-z][a-z-]*$/),
  title: BothLanguages,
  /** As printed above the abstract, "QUYẾT ĐỊNH"; null for an official letter (công văn), which has none. */
  typeName: z.string().min(1).normalize('NFC').nullable(),
  series: z.string().min(1).normalize('NFC').nullable(),
  issuer: z.enum(['ministry', 'agency', 'province', 'host']),
  /** `{n}` is the number, `{issuer}` the issuer's own abbreviation: "{n}/QĐ-BCT". */
  pattern: z.string().startsWith('{n}/').normalize('NFC').nullable(),
  form: z.enum(['decision', 'official-letter', 'submission', 'minutes', 'notice', 'form', 'contract', 'invitation', 'copy']),
  route: z.enum(['automatic', 'signed']),
  signerRole: z.string(),
  retentionYears: z.int().positive().nullable(),
  /** On what the time of keeping rests; the rest of the entry has its own basis. */
  retentionGround: Grounded,
  /**
   * Instruments cited as legal bases (căn cứ), by number, each in a line of its own or several in one; of them those in force on the day are
   * printed, in place of an ended one whatever replaced it.
   */
  legalBases: z.array(z.union([z.string(), z.array(z.string()).min(2)])),
  /** Copies that the unit keeps, as the last line of the receivers says: "Lưu: VT, TMĐT (03b)". */
  keptCopies: z.int().min(1).max(99).optional(),
  /** In whose name a people's committee's document is headed; the committee's own where left out. */
  header: z.enum(['collective', 'chairman']).optional(),
  /** How a decision of this type decides: in its own articles (form 1.2), or by a text that it promulgates (form 1.3). */
  manner: z.enum(['direct', 'indirect']).optional(),
  /** Left out: one approval, by whom the chart names. */
  approvals: ApprovalRule.optional(),
});
export type DocumentRule = z.infer<typeof DocumentRule>;
