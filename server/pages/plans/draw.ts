import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { linesForScheme, type SchemeDraw } from '../../../domain/plan/draw.ts';
import type { PlanData } from '../../../domain/plan/facts.ts';
import { contentItem } from '../../../domain/regulation/contents.ts';
import type { RegulationPack } from '../../../domain/regulation/pack.ts';
import type { BudgetLine } from '../../../domain/scheme/proposal.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import type { Language } from '../../http/language.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import { readableBy } from '../../lists/readable.ts';
import type { Parts } from '../../parts.ts';
import { type KnownThing, knownThing } from '../../things/known-thing.ts';
import { mayCreate } from '../command-form.ts';
import { giveForm } from '../forms/give-form.ts';
import { isKept, type Page, type PageAnswer, type Posted, page } from '../page.ts';
import { kindsOf, rowOf } from '../proposals/grid-rows.ts';
import { openRounds } from '../proposals/new-scheme.ts';
import { copyKey, keepCopy } from '../proposals/working-copy.ts';

/** Whether somebody may begin schemes, and so draw them from a plan. */
const mayDraw = (caller: Caller, parts: Parts): boolean => mayCreate('schemes', caller, parts);

const Query = z.looseObject({
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .catch(undefined),
});

/** The items of a plan that have money in a year, to draw schemes from: one draft an item, with its lines by source. */
const show = page({
  path: '/plans/{id}/draw',
  input: { params: z.strictObject({ id: Id }), query: Query },
  async run({ params: { id }, query: { year }, caller, language }, parts) {
    return drawPage(await drawn(id, caller, parts), year, {}, [], caller, language, parts);
  },
});

const draw = page({
  method: 'post',
  path: '/plans/{id}/draw',
  input: { params: z.strictObject({ id: Id }), query: Query },
  keeps: true,
  async run({ params: { id }, posted, caller, language }, parts) {
    const thing = await drawn(id, caller, parts);
    const chosen = chosenIn(posted);
    const year = String(posted.year);
    if (isKept(posted)) return drawPage(thing, year, posted, [], caller, language, parts);
    const results: Result[] = [];
    for (const one of chosen) results.push(await drawOne(thing, one, Number(year), posted, caller, language, parts));
    if (results.length > 0 && results.every(({ href }) => href !== null))
      return { redirect: `/plans/${id}`, flash: { kind: 'success', key: 'plan.draw.done', values: { count: results.length } } };
    return drawPage(
      thing,
      year,
      posted,
      chosen.length === 0 ? [{ label: '', href: null, text: pageText('plan.draw.none-chosen', language) }] : results,
      caller,
      language,
      parts,
    );
  },
});

async function drawn(id: string, caller: Caller, parts: Parts): Promise<KnownThing> {
  const thing = await knownThing('plan', id, caller, parts);
  if (!mayDraw(caller, parts)) throw new ProblemError('forbidden');
  return thing;
}

type Chosen = { key: string; content: string };
type Result = { label: string; href: string | null; text: string };

function chosenIn({ items }: Posted): Chosen[] {
  const rows = Array.isArray(items) ? items : typeof items === 'object' && items !== null ? Object.values(items) : [];
  return (rows as Record<string, unknown>[]).flatMap((row) =>
    row.chosen !== undefined && typeof row.key === 'string'
      ? [{ key: row.key, content: typeof row.content === 'string' ? row.content.split(/[\s–-]/)[0]!.trim() : '' }]
      : [],
  );
}

/** Begins a scheme from an item and a year. Where its lines are above a ceiling, the draft begins without them and they wait in the writer's working copy. */
async function drawOne(
  thing: KnownThing,
  { key, content }: Chosen,
  year: number,
  posted: Posted,
  caller: Caller,
  language: Language,
  parts: Parts,
): Promise<Result> {
  const { plan } = thing.data as unknown as PlanData;
  const found = linesForScheme(plan, key, year, thing.id);
  if (!found.drawn) return { label: key, href: null, text: found.text[language] };
  const item = contentItem(thing.pack.contents, content);
  if (!item) return { label: found.title, href: null, text: pageText('plan.draw.content-needed', language) };
  const lines = budgetLines(found, item.kind);
  const begin = (withLines: boolean) =>
    giveForm(
      {
        kind: 'scheme',
        thing: null,
        command: 'draft-scheme',
        posted: { _id: idOf(posted._id, key, withLines) },
        caller,
        language,
        input: {
          roundId: String(posted.roundId ?? ''),
          proposal: { title: found.title.slice(0, 500), contentItem: content, ...(withLines && { lines }) },
          planItem: { planId: thing.id, key, year },
        },
      },
      parts,
    );
  const whole = await begin(true);
  if (!whole.problem)
    return { label: found.title, href: `/schemes/${whole.outcome.id}/proposal`, text: pageText('plan.draw.drafted', language) };
  const bare = await begin(false);
  if (bare.problem) return { label: found.title, href: null, text: bare.problem.detail ?? bare.problem.title };
  await keepLines(bare.outcome.id, lines, thing.pack, caller, language, parts);
  return {
    label: found.title,
    href: `/schemes/${bare.outcome.id}/proposal`,
    text: `${pageText('plan.draw.lines-wait', language)} ${whole.problem.detail ?? ''}`,
  };
}

const keepLines = (
  schemeId: string,
  lines: BudgetLine[],
  pack: RegulationPack,
  caller: Caller,
  language: Language,
  parts: Parts,
): Promise<string> =>
  keepCopy(
    caller.id,
    copyKey(schemeId, 'lines'),
    1,
    { lines: lines.map((line) => rowOf(line, null, kindsOf(pack, language))) },
    parts.reader,
  );

/** One budget line an item below, what each source gives it in the year. */
function budgetLines({ lines, year }: SchemeDraw, kind: string): BudgetLine[] {
  return [...Map.groupBy(lines, ({ item }) => item.key).values()].map((of) => ({
    item: (of[0]?.item.label ?? '').slice(0, 500),
    unit: pageText('plan.draw.unit', 'vi'),
    quantity: 1,
    unitPriceDong: of.reduce((sum, { amountDong }) => sum + amountDong, 0),
    year,
    kind,
    funding: of.map(({ kind: source, source: from, amountDong }) => ({
      source,
      amountDong,
      ...((from !== '' || source === 'other') && { from: (from || pageText('plan.draw.source', 'vi')).slice(0, 200) }),
    })),
  }));
}

/** The same id for the same press of the button, so that a form sent twice draws once. */
function idOf(form: unknown, key: string, withLines: boolean): string {
  const hex = createHash('sha256')
    .update(`${String(form)}/${key}/${withLines}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function drawPage(
  thing: KnownThing,
  wanted: string | undefined,
  posted: Posted,
  results: Result[],
  caller: Caller,
  language: Language,
  parts: Parts,
): Promise<PageAnswer> {
  const data = thing.data as unknown as PlanData;
  const { plan } = data;
  const [rounds, today, before] = await Promise.all([
    openRounds(caller, parts),
    parts.time.today(),
    parts.reader.scheme.findMany({
      where: { AND: [{ planId: thing.id }, readableBy(caller)] },
      select: { id: true, title: true, year: true, planItem: true },
    }),
  ]);
  const fitting = plan.years.includes(Number(today.slice(0, 4))) ? Number(today.slice(0, 4)) : (plan.years[0] ?? 0);
  const year = plan.years.includes(Number(wanted))
    ? Number(wanted)
    : (rounds.map(({ round }) => round.year).find((one) => plan.years.includes(one)) ?? fitting);
  const chosen = chosenIn(posted);
  const items = [...plan.items, ...plan.sections.filter((section) => !plan.items.some((item) => item.section === section.key))];
  return {
    view: 'plans/draw',
    title: pageText('plan.draw.title', language),
    nav: 'plans',
    crumbs: [
      { text: pageText('shell.nav.plans', language), href: '/plans' },
      { text: data.title, href: `/plans/${thing.id}` },
      { text: pageText('plan.draw.title', language) },
    ],
    status: results.some(({ href }) => href === null) ? 422 : 200,
    model: {
      action: `/plans/${thing.id}/draw`,
      id: randomUUID(),
      year: String(year),
      years: plan.years.map((one) => ({ year: String(one), chosen: one === year })),
      results,
      rounds: rounds.map(({ id, round }, index) => ({
        id,
        title: round.title,
        chosen: posted.roundId === id || (posted.roundId === undefined && (round.year === year || (index === 0 && rounds.length === 1))),
      })),
      contents: thing.pack.contents.groups.flatMap((group) => group.items.map(({ code, text }) => ({ code, text }))),
      items: items
        .toSorted((a, b) => a.row - b.row)
        .flatMap(({ key, number, label }) => {
          const found = linesForScheme(plan, key, year, thing.id);
          if (!found.drawn) return [];
          const mine = chosen.find((one) => one.key === key);
          const earlier = before.find((one) => (one.planItem === key || one.planItem === number) && one.year === year);
          return [
            {
              key,
              number,
              label,
              total: found.totalDong,
              bySource: Object.entries(found.bySource)
                .filter(([, amount]) => amount > 0)
                .map(([source, amount]) => ({ source: `source.${source}`, amount })),
              differs: found.printedDong !== null && found.printedDong !== found.totalDong ? found.printedDong : null,
              chosen: mine !== undefined,
              content: mine?.content ?? '',
              earlier: earlier ? { href: `/schemes/${earlier.id}`, title: earlier.title } : null,
            },
          ];
        })
        .map((item, index) => ({ ...item, index })),
    },
  };
}

export const drawPages: Page[] = [show, draw];
