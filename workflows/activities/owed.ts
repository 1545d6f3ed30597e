import type { Committing } from '../../commit/commit.ts';
import type { Json } from '../../domain/command.ts';
import type { ThingKind } from '../../domain/process/chart.ts';

/** An obligation with its content, as it was owed. */
export type OwedRow = {
  key: string;
  thing: string;
  kind: ThingKind;
  seq: number;
  what: string;
  params: Record<string, Json>;
  at: string;
  done: boolean;
};

/** Reads an obligation by its key; null if there is none. */
export async function owedRow(at: Committing, key: string): Promise<OwedRow | null> {
  const { rows } = await at.database.query<OwedRow>({
    name: 'owed-row',
    text: 'SELECT o.key, o.thing_id AS thing, t.kind, o.seq, o.what, o.params, o.at, o.done_at IS NOT NULL AS done FROM owed o JOIN thing t ON t.id = o.thing_id WHERE o.key = $1',
    values: [key],
  });
  return rows[0] ?? null;
}
