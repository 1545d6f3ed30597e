import { v5 as uuidv5 } from 'uuid';
import type { Order, Packs } from './commit.ts';
import type { Client } from './database.ts';

const namespace = '6f1f3c1e-6450-4a7b-9a51-645202100000';

/** The id of a thing that a command creates: the same command always creates the same thing. */
export const newId = (commandId: string): string => uuidv5(commandId, namespace);
/** The id of a command that follows from another thing's obligation: however often it is carried out, it is the same command. */
export const derivedId = (key: string): string => uuidv5(key, namespace);

export type Home = { pack: string; route: string };

/** Under which pack and on which route a new thing lives: a round names them, all else follows the thing it belongs to. */
export async function homeOf(packs: Packs, client: Client, order: Pick<Order, 'input'>): Promise<Home | null> {
  const input = (order.input ?? {}) as { programme?: string; route?: string; roundId?: string; subjects?: string[] };
  if (input.programme) return packs.has(input.programme) ? { pack: input.programme, route: input.route ?? 'central' } : null;
  const kin = input.roundId ?? input.subjects?.[0];
  if (kin) {
    const { rows } = await client.query<Home>({ name: 'home', text: 'SELECT pack, route FROM thing WHERE id = $1', values: [kin] });
    return rows[0] ?? null;
  }
  const first = packs.keys().next().value;
  return first ? { pack: first, route: 'central' } : null;
}
