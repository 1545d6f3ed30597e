import { type Chart, type ChartClock, type Holder, type ThingKind, thingKinds } from '../../../domain/process/chart.ts';
import { citeBasis } from '../../../domain/regulation/instrument.ts';
import { isLawKey } from '../../../domain/regulation/law-catalogue.ts';
import { lawValues } from '../../../domain/regulation/law-value.ts';
import { pageText } from '../../../templates/page-texts.ts';
import type { Reading } from './chapter.ts';
import { lawWords } from './law-words.ts';

type CommandSeen = { title: string; by: string[] };
type ClockSeen = { title: string; runs: string; basis: string | null; certainty: string | null; end: string };
type StateSeen = {
  id: string;
  title: string;
  final: boolean;
  waits: string[];
  commands: CommandSeen[];
  clocks: ClockSeen[];
  leads: { id: string; title: string }[];
};
/** The chart of one kind of thing, state by state, as people read it. */
export type ProcessSeen = { id: ThingKind; title: string; states: StateSeen[] };

/** Every kind of thing on a route: in which states it may be, who acts there, by when, and where it leads. */
export const processSeen = (route: string, reading: Reading): ProcessSeen[] =>
  thingKinds
    .filter((kind) => kind !== 'clock')
    .map((kind) => ({ id: kind, title: pageText(`admin.kind.${kind}`, reading.language), states: statesOf(kind, route, reading) }));

function statesOf(kind: ThingKind, route: string, reading: Reading): StateSeen[] {
  const { pack, language } = reading;
  const chart = pack.processes[route]?.[kind];
  if (!chart) return [];
  return Object.entries(chart.states).map(([id, { title, final, waitsFor = [] }]) => ({
    id: `${kind}-${id}`,
    title: title[language],
    final: final === true,
    waits: [...new Set(waitsFor.map((one) => holderName(one, reading)))],
    commands: Object.values(chart.commands)
      .filter((command) => command.in.includes(id) && command.by.some(({ of }) => of !== 'process'))
      .map((command) => ({
        title: command.title[language],
        by: [...new Set(command.by.filter(({ of }) => of !== 'process').map((one) => holderName(one, reading)))],
      })),
    clocks: Object.values(chart.clocks ?? {})
      .filter((clock) => clock.in.includes(id))
      .map((clock) => clockSeen(clock, reading)),
    leads: leadsOf(chart, id).map((target) => ({ id: `${kind}-${target}`, title: chart.states[target]?.title[language] ?? target })),
  }));
}

/** Where the facts of a state lead, each once. */
function leadsOf(chart: Chart, state: string): string[] {
  const targets = Object.values(chart.states[state]?.on ?? {}).flatMap((transition) => {
    if (typeof transition === 'string') return [transition];
    return [transition].flat().flatMap(({ target }) => target ?? []);
  });
  return [...new Set(targets)].filter((target) => target !== state);
}

function holderName({ role, of }: Holder, { pack, language }: Reading): string {
  if (of === 'process') return pageText('admin.audit.process', language);
  return pack.roles.find(({ id }) => id === role)?.title[language] ?? role;
}

/** How long a clock runs, by the law's own words, and what it does in the end. */
function clockSeen({ title, runs, atEnd, escalate = [] }: ChartClock, reading: Reading): ClockSeen {
  const { pack, language, today } = reading;
  const key = keyOf(runs);
  const law = key === null ? undefined : pack.laws[key];
  const value = key !== null && isLawKey(key) ? (lawValues(pack, key, today)[0] ?? null) : null;
  const first = law?.[0];
  return {
    title: title[language],
    runs: value
      ? lawWords({ value: value.value, unit: value.unit } as Parameters<typeof lawWords>[0], reading).join('; ')
      : pageText('regulations.process.set', language),
    basis: value?.basis ?? (first ? citeBasis(pack.instruments, first.basis) : null),
    certainty: value?.certainty ?? first?.certainty ?? null,
    end:
      atEnd !== undefined
        ? pageText('regulations.process.ends', language)
        : escalate.length > 0
          ? pageText('regulations.process.escalates', language, {
              who: [...new Set(escalate.map((one) => holderName(one, reading)))].join(', '),
            })
          : pageText('regulations.process.reminds', language),
  };
}

function keyOf(runs: ChartClock['runs']): string | null {
  if ('workingDays' in runs) return runs.workingDays;
  if ('calendarDays' in runs) return runs.calendarDays;
  if ('monthlyOn' in runs) return runs.monthlyOn;
  if ('yearlyOn' in runs) return runs.yearlyOn;
  return runs.limit ?? null;
}
