import type { ThingKind } from '../../domain/process/chart.ts';
import { readerKeys } from '../../domain/process/permit.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { titleOf } from '../things/title-of.ts';
import type { Touched } from './awaited.ts';

/** Facts by which something was decided, refused or sent back: those that whoever had it in hand before wants to hear of. */
export const decidingFacts = [
  'opinion-forwarded',
  'opinion-returned',
  'opinion-rejected',
  'file-accepted',
  'supplement-requested',
  'declared-ineligible',
  'missed-cut-off',
  'recommended',
  'recommended-conditionally',
  'not-recommended',
  'revision-confirmed',
  'revision-returned',
  'approved',
  'refused',
  'decision-returned',
  'allocated',
  'allocation-reduced',
  'allocation-deferred',
  'contract-concluded',
  'lapsed',
  'advance-approved',
  'advance-refused',
  'payment-approved',
  'payment-refused',
  'payment-recorded',
  'suspended',
  'resumed',
  'adjustment-decided',
  'terminated',
  'termination-returned',
  'acceptance-recorded',
  'settlement-returned',
  'settlement-confirmed',
  'closed',
  'draft-returned',
  'document-issued',
  'recalled',
] as const;
export type DecidingFact = (typeof decidingFacts)[number];

/** Something decided on a thing that one has had in hand, by somebody else. `at` is the programme's time. */
export type Decided = { kind: ThingKind; id: string; title: string; what: DecidingFact; at: string };

const shown = 8;

/** What was decided last on each of the things that somebody has had in hand, the newest first. */
export async function decidedFor(caller: Caller, touched: Touched[], { reader }: Pick<Parts, 'reader'>): Promise<Decided[]> {
  if (touched.length === 0) return [];
  const rows = await reader.$queryRaw<
    { id: string; kind: ThingKind; data: Record<string, unknown>; what: DecidingFact; at: Date }[]
  >(Prisma.sql`
    SELECT * FROM (SELECT DISTINCT ON (f.thing_id) f.thing_id AS id, t.kind, jsonb_build_object('title', t.data->'title', 'name', t.data->'name', 'proposal', jsonb_build_object('title', t.data->'proposal'->'title')) AS data,
      f.type AS what, f.at, f.recorded_at
    FROM thing t JOIN fact f ON f.thing_id = t.id
    WHERE t.id = ANY(${touched.map(({ thingId }) => thingId)}) AND t.readers && ${['all', ...readerKeys(caller)]}
      AND t.kind IN ('scheme', 'document') AND f.type = ANY(${[...decidingFacts]}) AND f.actor <> ${caller.id}
    ORDER BY f.thing_id, f.seq DESC) last ORDER BY recorded_at DESC LIMIT ${shown}`);
  return rows.map(({ id, kind, data, what, at }) => ({ kind, id, title: titleOf(data, id), what, at: at.toISOString() }));
}
