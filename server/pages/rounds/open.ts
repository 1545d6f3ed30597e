import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { lawValue } from '../../../domain/regulation/law-value.ts';
import { instantOf, openRound } from '../../../domain/round/commands/open-round.ts';
import { supportSource } from '../../../domain/scheme/amount.ts';
import { dateInYear } from '../../../domain/time/dates.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { shownDay } from '../../../templates/shown-values.ts';
import type { Language } from '../../http/language.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import { inputSchema } from '../../things/input-schema.ts';
import { commandTitle } from '../../things/kinds.ts';
import { mayCreate, moreOf } from '../command-form.ts';
import { type Choices, fieldsOf } from '../forms/fields.ts';
import { type FormProblem, giveForm } from '../forms/give-form.ts';
import { isGroup, type JsonSchema } from '../forms/json-schema.ts';
import { problemView } from '../forms/problem-view.ts';
import { readForm } from '../forms/read-form.ts';
import { type Page, type PageAnswer, page } from '../page.ts';
import { type Openable, roundsToOpen } from './openable.ts';

const command = 'open-round';
const schema = inputSchema(openRound.input) as JsonSchema;
type Shown = { values: Record<string, unknown>; problem?: FormProblem | null; more?: string[] };

/** The form that opens a round. What there is no choice of stands in it already: the only programme, the only route, the year, the source that must have a ceiling. */
async function openPage(
  { values, problem = null, more = [] }: Shown,
  caller: Caller,
  language: Language,
  parts: Parts,
): Promise<PageAnswer> {
  const [mine, now] = await Promise.all([roundsToOpen(caller, parts), parts.time.now()]);
  const [first] = mine;
  const title = commandTitle('round', command, parts.committing.packs.values());
  const begun = { ...(first && beginning(mine, first)), ...values };
  const errors = problem?.errors ?? [];
  const fields = fieldsOf({ name: command, schema, values: begun, errors, choices: choicesAmong(mine, language), language, more }).map(
    (field) => (field.path === 'closesAt' && first ? { ...field, help: closingHelp(first, Number(begun.year), now, language) } : field),
  );
  return {
    view: 'rounds/open',
    title: title[language],
    nav: 'rounds',
    crumbs: [{ text: pageText('shell.nav.rounds', language), href: '/rounds' }, { text: title[language] }],
    status: problem?.status ?? 200,
    model: {
      id: randomUUID(),
      title,
      fields: mine.length === 0 && !problem ? null : fields,
      problem: problemView(problem, fields, language),
    },
  };
}

/** What stands in the form at first. */
function beginning(mine: Openable[], { pack, route, years }: Openable): Record<string, unknown> {
  const programmes = new Set(mine.map((one) => one.pack.id));
  const routes = new Set(mine.map((one) => one.route));
  return {
    ...(programmes.size === 1 && { programme: pack.id }),
    ...(routes.size === 1 && { route, ceilings: [{ source: supportSource(route) }] }),
    year: years[0],
  };
}

const choicesAmong =
  (mine: Openable[], language: Language): Choices =>
  (place) => {
    const chosen = (choices: [string, string][]) => [...new Map(choices)].map(([value, text]) => ({ value, text }));
    if (place === 'programme') return chosen(mine.map(({ pack }) => [pack.id, pack.title[language]]));
    if (place === 'route')
      return chosen(mine.map(({ pack, route }) => [route, pack.routes.find(({ id }) => id === route)?.title[language] ?? route]));
    if (place === 'year')
      return chosen(
        mine
          .flatMap(({ years }) => years)
          .toSorted()
          .map((year) => [String(year), String(year)]),
      );
    return undefined;
  };

/** By when schemes are taken in where nothing else is chosen, and on what that rests; where that day of the year has gone by, that one must be chosen. */
function closingHelp({ pack, provinceId, years }: Openable, chosen: number, now: string, language: Language): string {
  const year = years.includes(chosen) ? chosen : (years[0] ?? chosen);
  const cutOff = lawValue(pack, 'intake.cutoff', { on: dateInYear(year, '01-01'), province: provinceId });
  const day = dateInYear(year, cutOff.value);
  const words = { day: shownDay(day), basis: cutOff.basis, certainty: pageText(`certainty.${cutOff.certainty}`, language) };
  return pageText(instantOf(day) <= now ? 'round.open.closed-already' : 'round.open.closes', language, words);
}

const typedIn = (posted: Record<string, unknown>): Record<string, unknown> => {
  const typed = readForm(schema, posted);
  return isGroup(typed) ? typed : {};
};

function assertMay(caller: Caller, parts: Parts): void {
  if (!mayCreate('rounds', caller, parts)) throw new ProblemError('forbidden');
}

const show = page({
  path: '/rounds/new',
  input: { query: z.looseObject({}) },
  async run({ query, caller, language }, parts) {
    assertMay(caller, parts);
    return openPage({ values: query }, caller, language, parts);
  },
});

const open = page({
  method: 'post',
  path: '/rounds/new',
  input: {},
  keeps: true,
  async run({ posted, caller, language }, parts) {
    assertMay(caller, parts);
    const more = moreOf(posted);
    if (more) return openPage({ values: typedIn(posted), more }, caller, language, parts);
    const given = await giveForm({ kind: 'round', thing: null, command, posted, caller, language }, parts);
    if (given.problem) return openPage({ values: typedIn(posted), problem: given.problem }, caller, language, parts);
    const what = commandTitle('round', command, parts.committing.packs.values())[language];
    return { redirect: `/rounds/${given.outcome.id}`, flash: { kind: 'success', key: 'thing.created', values: { what } } };
  },
});

export const openPages: Page[] = [show, open];
