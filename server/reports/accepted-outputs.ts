import { Prisma } from '../../prisma/generated/client.ts';
import type { Parts } from '../parts.ts';
import { type Scope, schemesIn } from './scope.ts';

/** What was accepted of outputs, added up by content item and unit. */
export type AcceptedOutput = { contentItem: string; unit: string; volume: number; schemes: number };

export async function acceptedOutputs(scope: Scope, { reader }: Pick<Parts, 'reader'>): Promise<AcceptedOutput[]> {
  const rows = await reader.$queryRaw<{ content_item: string; unit: string; volume: number; schemes: bigint }[]>(Prisma.sql`
    SELECT s.content_item, lower(t.data->'proposal'->'outputs'->((a.one->>'output')::int - 1)->>'unit') AS unit,
      sum((a.one->>'volume')::float8) AS volume, count(DISTINCT s.id) AS schemes
    FROM scheme s JOIN thing t ON t.id = s.id CROSS JOIN LATERAL jsonb_array_elements(t.data->'acceptance'->'accepted') AS a(one)
    WHERE ${schemesIn(scope)} AND (a.one->>'volume')::float8 > 0 GROUP BY 1, 2 ORDER BY 1, 2`);
  return rows.flatMap(({ content_item, unit, volume, schemes }) =>
    unit === null ? [] : [{ contentItem: content_item, unit: unit.normalize('NFC'), volume, schemes: Number(schemes) }],
  );
}
