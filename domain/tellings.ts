import { z } from 'zod';
import { dong } from './money/dong.ts';
import { Amounts } from './scheme/amount.ts';

/** What one thing tells another: inputs of the process's own commands, the same at both ends. */
const day = z.iso.date();
const Issued = { documentId: z.string(), symbol: z.string().nullable(), date: day };

export const tellings = {
  // to a scheme
  'begin-intake': z.object({}),
  'note-deadline': z.object({ cutOff: day }),
  'enter-council': z.object({ councilId: z.string(), sessionNo: z.int(), roster: z.record(z.string(), z.array(z.string())) }),
  'conclude-appraisal': z.object({
    councilId: z.string(),
    sessionNo: z.int(),
    conclusion: z.enum(['pass', 'conditional', 'fail', 'adjourned']),
    conditions: z.array(z.object({ no: z.int(), text: z.string() })),
    reviseBy: day.nullable(),
    votes: z.object({ pass: z.int(), conditional: z.int(), fail: z.int() }).nullable(),
    averageScore: z.number().nullable(),
  }),
  rank: z.object({ place: z.int(), proposedDong: dong, list: z.enum(['ranked', 'waiting']) }),
  'put-to-decision': z.object({ outcome: z.enum(['approve', 'refuse']), amounts: Amounts, decisionNo: z.int() }),
  approve: z.object({ ...Issued, amounts: Amounts }),
  refuse: z.object({ ...Issued, reason: z.string() }),
  'return-to-ranking': z.object({ reason: z.string() }),
  /** An empty list of amounts defers the scheme. */
  allocate: z.object({ ...Issued, amounts: Amounts }),
  'begin-implementation': z.object({}),
  'adopt-adjustment': z.object({ ...Issued, accepted: z.boolean() }),
  terminate: z.object(Issued),
  'return-termination': z.object({ reason: z.string() }),
  'begin-settlement': z.object({}),
  // to a round
  'note-decision': z.object({ ...Issued, decisionNo: z.int(), outcome: z.enum(['approve', 'refuse']) }),
  'note-decision-returned': z.object({ decisionNo: z.int(), reason: z.string() }),
  'note-allocation': z.object({ ...Issued, allocationNo: z.int() }),
  'note-allocation-returned': z.object({ allocationNo: z.int(), reason: z.string() }),
  // to a council
  appoint: z.object(Issued),
  'return-appointment': z.object({ reason: z.string() }),
  // to a document
  'note-link': z.object({
    ...Issued,
    kind: z.enum(['corrects', 'corrected-by', 'replaces', 'replaced-by', 'recalls', 'recalled-by', 'copies', 'copied-by']),
  }),
  'note-replaced': z.object({ ...Issued, reason: z.string() }),
  'note-replacement-returned': z.object({ reason: z.string() }),
  // to any of them
  'note-document': z.object({ ...Issued, type: z.string(), title: z.string(), file: z.string().nullable() }),
} as const;
export type TellingName = keyof typeof tellings;
