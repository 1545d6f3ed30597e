import { roleTitle } from '../../../domain/regulation/role-title.ts';
import { dateOf } from '../../../domain/time/programme-day.ts';
import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import type { Data } from '../../things/kinds.ts';
import { visibleFact } from '../../things/visible.ts';
import { page } from '../page.ts';
import { schemePage } from './frame.ts';
import { type OpenScheme, openScheme } from './open-scheme.ts';
import { SchemeInput } from './overview.ts';
import { personNames } from './person-names.ts';
import { ruleOfFact, sentenceOf } from './sentence.ts';

/** Everything that happened to a scheme, the latest first, day by day in plain sentences: who, in which role, by which rule. */
export const timeline = page({
  path: '/schemes/{id}/timeline',
  input: SchemeInput,
  async run({ params: { id }, query: { on }, caller, language }, parts) {
    const open = await openScheme(id, on, caller, parts);
    return schemePage('timeline', open, language, { days: await daysOf(open, caller, language, parts), count: open.facts.length });
  },
});

type Row = { seq: number; type: string; data: unknown; at: Date; actor: string; role: string | null; state: string };
type Told = {
  seq: number;
  time: string;
  text: string;
  more: string | null;
  who: string;
  role: string | null;
  basis: string;
  certaintyKey: string;
  state: string | null;
};

async function daysOf(open: OpenScheme, caller: Caller, language: Language, parts: Parts): Promise<{ day: string; facts: Told[] }[]> {
  const { thing } = open;
  // The proposals themselves are read on their own page: a sentence needs none of them.
  const rows = await parts.reader.$queryRaw<Row[]>`
    SELECT seq, type, data #- '{proposal}' #- '{applied,proposal}' AS data, at, actor, role, state
      FROM fact WHERE thing_id = ${thing.id} AND seq <= ${open.facts.length} ORDER BY seq`;
  const names = await personNames(
    rows.map(({ actor }) => actor),
    parts.reader,
  );
  const told = rows.map((row, i): Told & { day: string } => {
    const at = row.at.toISOString();
    const data = visibleFact({ type: row.type, data: row.data as Data, actor: row.actor }, thing, caller);
    const { basis, certainty } = ruleOfFact(thing.pack, row.type, data);
    const moved = row.state !== rows[i - 1]?.state;
    return {
      seq: row.seq,
      day: dateOf(at),
      time: new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' }).format(row.at),
      ...sentenceOf({ type: row.type, data }, thing, language),
      who: row.actor === 'process' ? pageText('fact.process', language) : (names.get(row.actor) ?? row.actor),
      role: row.role && row.role !== 'process' ? roleTitle(thing.pack, row.role)[language] : null,
      basis,
      certaintyKey: `certainty.${certainty || 'unverified'}`,
      state: moved ? (thing.chart.states[row.state]?.title[language] ?? row.state) : null,
    };
  });
  return [...Map.groupBy(told.toReversed(), ({ day }) => day)].map(([day, facts]) => ({ day, facts }));
}
