import { effects, guards } from '../process/catalogue.ts';
import { type Chart, type ChartClock, type ChartState, type Holder, type Named, type ProcessFile, thingKinds } from '../process/chart.ts';
import { isLawKey, lawCatalogue, type Unit } from './law-catalogue.ts';
import { type Problem, problem } from './problem.ts';
import type { Role } from './roles.ts';

/** In place of a state's name: the command may come in all of them. */
const anyState = '*';

/** A way out of a state: where to, by which fact, and where that is written. */
type Way = { steps: PropertyKey[]; target: string | undefined; guard: Named | undefined; actions: Named[] };

/**
 * Checks the charts of one route: that every state can be reached and, unless it is final, left again; that targets, roles, guards, effects and
 * limits exist; that a clock's end leads somewhere. `file` names the chart's file in what is found.
 */
export function checkProcess(file: string, process: ProcessFile, roles: readonly Role[]): Problem[] {
  return thingKinds.flatMap((kind) => {
    const say: Say = (steps, vi, en) => problem(file, [kind, ...steps], vi, en);
    const chart = process[kind];
    return [
      ...states(chart, say),
      ...transitions(chart, say),
      ...commands(chart, say),
      ...clocks(chart, say),
      ...holders(chart, roles, say),
    ];
  });
}

type Say = (steps: PropertyKey[], vi: string, en: string) => Problem;

function states(chart: Chart, say: Say): Problem[] {
  if (!Object.hasOwn(chart.states, chart.initial)) return [unknownState(['initial'], chart.initial, say)];
  const strange = (chart.way ?? []).flatMap((name, index) =>
    Object.hasOwn(chart.states, name) ? [] : [unknownState(['way', index], name, say)],
  );
  if (strange.length > 0) return strange;
  const reached = new Set([chart.initial]);
  for (const name of reached) {
    const state = chart.states[name];
    if (state) for (const { target } of waysOut(name, state)) if (target !== undefined) reached.add(target);
  }
  return Object.entries(chart.states).flatMap(([name, state]) => {
    const leaves = waysOut(name, state).some(({ target }) => target !== undefined && target !== name);
    const problems: Problem[] = [];
    if (!reached.has(name))
      problems.push(say(['states', name], `Không có đường nào dẫn tới trạng thái "${name}".`, `Nothing leads to the state "${name}".`));
    if (state.final && leaves)
      problems.push(
        say(['states', name, 'on'], `Trạng thái cuối "${name}" không được có lối ra.`, `The final state "${name}" cannot be left.`),
      );
    if (!state.final && !leaves && !goesOnWithin(name, chart)) {
      problems.push(
        say(
          ['states', name],
          `Trạng thái "${name}" không có lối ra và không phải trạng thái cuối.`,
          `Nothing leads on from the state "${name}", and it is not final.`,
        ),
      );
    }
    return problems;
  });
}

/** Whether something can still happen in a state that is not left any more: receipts of a recalled document, differences of a plan taken in. */
function goesOnWithin(name: string, chart: Chart): boolean {
  const takesFacts = Object.keys(chart.states[name]?.on ?? {}).length > 0;
  return takesFacts && Object.values(chart.commands).some((command) => command.in.includes(name));
}

function transitions(chart: Chart, say: Say): Problem[] {
  return Object.entries(chart.states).flatMap(([name, state]) => [
    ...(state.entry ?? []).flatMap((effect, index) => unknownEffect(['states', name, 'entry', index], effect, say)),
    ...(state.waitsFor ?? []).flatMap(({ when }, index) => unknownGuard(['states', name, 'waitsFor', index, 'when'], when, say)),
    ...waysOut(name, state).flatMap(({ steps, target, guard, actions }) => [
      ...(target === undefined || Object.hasOwn(chart.states, target) ? [] : [unknownState(steps, target, say)]),
      ...unknownGuard([...steps, 'guard'], guard, say),
      ...actions.flatMap((effect, index) => unknownEffect([...steps, 'actions', index], effect, say)),
    ]),
  ]);
}

function commands(chart: Chart, say: Say): Problem[] {
  const facts = factsOf(chart);
  return Object.entries(chart.commands).flatMap(([name, command]) => [
    ...command.in.flatMap((state, index) =>
      state === anyState || Object.hasOwn(chart.states, state) ? [] : [unknownState(['commands', name, 'in', index], state, say)],
    ),
    ...(command.apartFrom ?? []).flatMap((fact, index) => unknownFact(['commands', name, 'apartFrom', index], fact, facts, say)),
    ...Object.entries(command.apartAs ?? {}).flatMap(([as, bars]) =>
      bars.flatMap((fact, index) => unknownFact(['commands', name, 'apartAs', as, index], fact, facts, say)),
    ),
  ]);
}

function clocks(chart: Chart, say: Say): Problem[] {
  return Object.entries(chart.clocks ?? {}).flatMap(([name, clock]) => {
    const facts = factsOf(chart);
    return [
      ...['in' as const, 'pausedIn' as const].flatMap((list) =>
        (clock[list] ?? []).flatMap((state, index) =>
          Object.hasOwn(chart.states, state) ? [] : [unknownState(['clocks', name, list, index], state, say)],
        ),
      ),
      ...(clock.restartOn ?? []).flatMap((fact, index) => unknownFact(['clocks', name, 'restartOn', index], fact, facts, say)),
      ...unknownLimits(name, clock, say),
      ...unknownGuard(['clocks', name, 'while'], clock.while, say),
      ...leadingNowhere(name, clock, chart, say),
    ];
  });
}

/** The limit of each way of running, with the unit it has to be counted in; a date of the thing itself may cite any. */
function limitOf({ runs }: ChartClock): { step: string; key: string; unit: Unit | null } | null {
  if ('workingDays' in runs) return { step: 'workingDays', key: runs.workingDays, unit: 'working-days' };
  if ('calendarDays' in runs) return { step: 'calendarDays', key: runs.calendarDays, unit: 'days' };
  if ('yearlyOn' in runs) return { step: 'yearlyOn', key: runs.yearlyOn, unit: 'month-day' };
  if ('monthlyOn' in runs) return { step: 'monthlyOn', key: runs.monthlyOn, unit: 'day-of-month' };
  return runs.limit === undefined ? null : { step: 'limit', key: runs.limit, unit: null };
}

function unknownLimits(name: string, clock: ChartClock, say: Say): Problem[] {
  const limit = limitOf(clock);
  return [
    ...(limit ? wrongLimit(['clocks', name, 'runs', limit.step], limit.key, limit.unit, say) : []),
    ...(clock.remind ?? []).flatMap((before, index) =>
      typeof before === 'string' ? wrongLimit(['clocks', name, 'remind', index], before, 'days', say) : [],
    ),
  ];
}

function wrongLimit(steps: PropertyKey[], key: string, wanted: Unit | null, say: Say): Problem[] {
  if (!isLawKey(key)) return [say(steps, `Không có thời hạn "${key}".`, `There is no limit "${key}".`)];
  const unit = lawCatalogue[key].unit;
  return wanted === null || unit === wanted
    ? []
    : [
        say(
          steps,
          `Thời hạn "${key}" tính theo ${unit}, không theo ${wanted}.`,
          `The limit "${key}" is counted in ${unit}, not in ${wanted}.`,
        ),
      ];
}

function unknownGuard(steps: PropertyKey[], guard: Named | undefined, say: Say): Problem[] {
  return guard === undefined || Object.hasOwn(guards, nameOf(guard))
    ? []
    : [say(steps, `Không có điều kiện "${nameOf(guard)}".`, `There is no guard "${nameOf(guard)}".`)];
}

function leadingNowhere(name: string, { atEnd, in: runsIn }: ChartClock, chart: Chart, say: Say): Problem[] {
  if (!atEnd || chart.always?.includes(atEnd.fact)) return [];
  return runsIn
    .filter((state) => chart.states[state]?.on?.[atEnd.fact] === undefined)
    .map((state) =>
      say(
        ['clocks', name, 'atEnd', 'fact'],
        `Trạng thái "${state}" không nhận "${atEnd.fact}".`,
        `The state "${state}" does not take "${atEnd.fact}".`,
      ),
    );
}

/** Whose role and relation are named anywhere in the chart: a council's roles come from its appointment, a signatory's from the document, all others from positions. */
function holders(chart: Chart, roles: readonly Role[], say: Say): Problem[] {
  const named: [PropertyKey[], readonly Holder[]][] = [
    ...Object.entries(chart.commands).map(([name, { by }]): [PropertyKey[], readonly Holder[]] => [['commands', name, 'by'], by]),
    ...Object.entries(chart.states).map(([name, { waitsFor }]): [PropertyKey[], readonly Holder[]] => [
      ['states', name, 'waitsFor'],
      waitsFor ?? [],
    ]),
    ...Object.entries(chart.clocks ?? {}).map(([name, { escalate }]): [PropertyKey[], readonly Holder[]] => [
      ['clocks', name, 'escalate'],
      escalate ?? [],
    ]),
  ];
  return named.flatMap(([steps, list]) => list.flatMap((holder, index) => wrongHolder([...steps, index], holder, roles, say)));
}

function wrongHolder(steps: PropertyKey[], { role: id, of }: Holder, roles: readonly Role[], say: Say): Problem[] {
  const role = roles.find((one) => one.id === id);
  if (!role) return [say([...steps, 'role'], `Không có vai trò "${id}".`, `There is no role "${id}".`)];
  if (role.reader) return [say([...steps, 'role'], `Vai trò "${id}" chỉ được xem.`, `The role "${id}" only reads.`)];
  return (role.by === 'appointment') === (of === 'council') && (role.by === 'name') === (of === 'named')
    ? []
    : [say([...steps, 'of'], `Vai trò "${id}" không thuộc "${of}".`, `The role "${id}" is none of "${of}".`)];
}

function waysOut(name: string, state: ChartState): Way[] {
  return Object.entries(state.on ?? {}).flatMap(([fact, transition]) => waysOf(['states', name, 'on', fact], transition));
}

function waysOf(steps: PropertyKey[], transition: NonNullable<ChartState['on']>[string]): Way[] {
  if (typeof transition === 'string') return [{ steps, target: transition, guard: undefined, actions: [] }];
  if (Array.isArray(transition)) return transition.flatMap((one, index) => waysOf([...steps, index], one));
  return [{ steps, target: transition.target, guard: transition.guard, actions: transition.actions ?? [] }];
}

/** Every fact that the chart knows, and those that only its clocks bring about. */
function factsOf(chart: Chart): Set<string> {
  return new Set([...(chart.always ?? []), ...Object.values(chart.states).flatMap((state) => Object.keys(state.on ?? {}))]);
}

function nameOf(named: Named): string {
  return typeof named === 'string' ? named : named.type;
}

function unknownEffect(steps: PropertyKey[], effect: Named, say: Say): Problem[] {
  const name = nameOf(effect);
  return (effects as readonly string[]).includes(name)
    ? []
    : [say(steps, `Không có việc phải làm "${name}".`, `There is no effect "${name}".`)];
}

function unknownState(steps: PropertyKey[], name: string, say: Say): Problem {
  return say(steps, `Không có trạng thái "${name}".`, `There is no state "${name}".`);
}

function unknownFact(steps: PropertyKey[], fact: string, known: ReadonlySet<string>, say: Say): Problem[] {
  return known.has(fact) ? [] : [say(steps, `Không có sự kiện "${fact}".`, `The chart knows no fact "${fact}".`)];
}
