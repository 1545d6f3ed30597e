import type { ThingKind } from '../../../domain/process/chart.ts';
import { startOfDay } from '../../../domain/time/programme-day.ts';
import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import type { Parts } from '../../parts.ts';

/** What clocks of one kind will do until a day: how often, when first; and whether one of them runs out, or only reminds. */
export type ClockStroke = { kind: string; title: string; count: number; first: string; ending: number };

const officeOpensMs = 8 * 3_600_000;

/** The clocks that strike until the morning of a day, by what they are; of which things is not told. */
export async function strokesUntil(day: string, language: Language, { reader, committing }: Parts): Promise<ClockStroke[]> {
  const until = new Date(Date.parse(startOfDay(day)) + officeOpensMs);
  const rows = await reader.$queryRaw<
    { kind: ThingKind; name: string; pack: string; route: string; count: number; first: Date; ending: number }[]
  >`
    SELECT t.kind, c.name, min(t.pack) AS pack, min(t.route) AS route, count(*)::int AS count, min(c.next_at) AS first, (count(*) FILTER (WHERE c.due <= ${until}))::int AS ending
    FROM clock c JOIN thing t ON t.id = c.thing_id WHERE c.next_at <= ${until} GROUP BY t.kind, c.name ORDER BY min(c.next_at), t.kind, c.name`;
  return rows.map(({ kind, name, pack, route, count, first, ending }) => ({
    kind: pageText(`admin.kind.${kind}`, language),
    title: committing.packs.get(pack)?.processes[route]?.[kind].clocks?.[name]?.title[language] ?? name,
    count,
    first: first.toISOString(),
    ending,
  }));
}
