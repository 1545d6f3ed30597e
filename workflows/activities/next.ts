import type { Committing } from '../../commit/commit.ts';
import type { ThingKind } from '../../domain/process/chart.ts';
import type { Owing, Turn } from '../things.ts';

type Row = {
  kind: ThingKind;
  pack: string;
  route: string;
  seq: number;
  state: string;
  final: boolean;
  now: string | null;
  facts: Turn['facts'] | null;
  owed: { key: string; what: string; label: string | null }[] | null;
  clock: { name: string; at: string } | null;
};

// One statement, one round trip: what is new, what is owed, which clock comes first; and the note that this far has been followed.
const text = `WITH t AS (SELECT * FROM thing WHERE id = $1),
  kept AS (INSERT INTO following (thing_id, seq, followed_at) SELECT id, seq, now() FROM t
    ON CONFLICT (thing_id) DO UPDATE SET seq = greatest(following.seq, excluded.seq), followed_at = excluded.followed_at)
  SELECT t.kind, t.pack, t.route, t.seq, t.state, t.final, (SELECT now FROM programme_clock WHERE id = 'clock') AS now,
    (SELECT json_agg(json_build_object('seq', f.seq, 'type', f.type, 'state', f.state, 'at', f.at) ORDER BY f.seq) FROM fact f WHERE f.thing_id = t.id AND f.seq > $2) AS facts,
    (SELECT json_agg(json_build_object('key', o.key, 'what', o.what, 'label', coalesce(o.params->>'type', o.params->>'command', o.params->>'message')) ORDER BY o.seq, o.ordinal)
      FROM (SELECT * FROM owed WHERE thing_id = t.id AND done_at IS NULL ORDER BY seq, ordinal LIMIT 200) o) AS owed,
    (SELECT json_build_object('name', c.name, 'at', to_char(c.next_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) FROM clock c
      WHERE c.thing_id = t.id AND c.next_at IS NOT NULL ORDER BY c.next_at LIMIT 1) AS clock FROM t`;

/** What a workflow has to know after `since`. A thing that is not there counts as ended: its workflow goes too. */
export const next =
  (at: Committing) =>
  async (thing: string, since: number): Promise<Turn> => {
    const { rows } = await at.database.query<Row>({ name: 'next', text, values: [thing, since] });
    const row = rows[0];
    if (!row) return { seq: since, state: 'unknown', title: 'unknown', final: true, facts: [], waitsFor: [], owed: [], clock: null };
    const shown = at.packs.get(row.pack)?.processes[row.route]?.[row.kind].states[row.state];
    const title = shown?.title;
    return {
      seq: row.seq,
      state: row.state,
      title: title ? `${title.vi} · ${title.en}` : row.state,
      final: row.final,
      facts: (row.facts ?? []).slice(-50),
      waitsFor: (shown?.waitsFor ?? []).map(({ role }) => role),
      owed: (row.owed ?? []).map(({ key, what, label }): Owing => ({ key, what, label: label ? `${what} ${label}` : what })),
      clock: row.clock && { ...row.clock, inMs: sleepFor(row.clock.at, at.rehearsal ? row.now : null) },
    };
  };

/** How long until then: by real time, or 0 / null by a rehearsal's standing clock. */
function sleepFor(at: string, rehearsalNow: string | null): number | null {
  if (rehearsalNow !== null) return at <= rehearsalNow ? 0 : null;
  return Math.max(0, Date.parse(at) - Date.now());
}
