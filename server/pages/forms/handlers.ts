import { Prisma } from '../../../prisma/generated/client.ts';
import type { Parts } from '../../parts.ts';
import type { Choice } from './fields.ts';

const most = 1_000;
/** As long as a handler's name may be in the register. */
const longest = 200;

/**
 * Who may be given an incoming document to deal with: everybody who holds a position today in the houses that received it, in their units, or
 * in what came after them. Each is chosen as they will stand in the register, by name, position and unit.
 */
export async function handlersIn(houses: string[], { reader, time }: Pick<Parts, 'reader' | 'time'>): Promise<Choice[]> {
  const today = await time.today();
  const rows = await reader.$queryRaw<{ name: string; positions: string[] }[]>(Prisma.sql`
    WITH RECURSIVE unit AS (SELECT id, successor_id FROM organisation WHERE id = ANY(${houses})
      UNION SELECT o.id, o.successor_id FROM unit u JOIN organisation o ON o.parent_id = u.id OR o.id = u.successor_id)
    SELECT p.name, array_agg(DISTINCT h.title || ', ' || o.short_name) AS positions
    FROM unit u JOIN organisation o ON o.id = u.id JOIN position h ON h.organisation_id = u.id JOIN person p ON p.id = h.person_id
    WHERE h.from_date <= ${today}::date AND (h.to_date IS NULL OR h.to_date >= ${today}::date) AND h.role NOT IN ('auditor', 'administrator')
    GROUP BY p.id, p.name ORDER BY p.name, p.id LIMIT ${most}`);
  return rows.map(({ name, positions }) => {
    const text = [name, ...positions].join(' – ');
    return { value: text.slice(0, longest), text };
  });
}
