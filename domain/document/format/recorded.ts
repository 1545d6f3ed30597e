import { z } from 'zod';
import { Certainty } from '../../regulation/basis.ts';
import { boxes } from './boxes.ts';
import { mostFindings } from './finding.ts';
import { formatRules } from './rules.ts';

/** Findings as a check of pages hands them over to be taken down; they were weighed there by the law of the day. */
export const Findings = z
  .array(
    z.strictObject({
      rule: z.enum(formatRules),
      severity: z.enum(['error', 'warning']),
      where: z.strictObject({ box: z.enum(boxes), pointer: z.string().max(300), page: z.int().nonnegative().exactOptional() }),
      values: z.record(z.string(), z.json()),
      basis: z.string(),
      certainty: Certainty,
    }),
  )
  .max(mostFindings);
