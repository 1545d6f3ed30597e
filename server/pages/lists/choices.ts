import type { ThingKind } from '../../../domain/process/chart.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { readableBy } from '../../lists/readable.ts';
import type { Choice, Looking } from './room.ts';

/** The stages of a scheme's life, each with the states in it: so that one choice shows all that is under way. */
const stages = {
  preparing: ['draft', 'at-province'],
  intake: ['submitted', 'in-intake', 'supplementing', 'eligible'],
  appraisal: ['in-council', 'recommended', 'conditional', 'revising', 'not-recommended'],
  decision: ['ranked', 'waiting-list', 'deciding', 'approved', 'allocated', 'reduced', 'deferred'],
  execution: ['contracted', 'implementing', 'suspended', 'adjusting', 'accepting'],
  settlement: ['settling', 'under-review', 'recovering', 'settled', 'carried-over', 'terminated'],
  ended: ['closed', 'archived', 'discarded', 'rejected-by-province', 'ineligible', 'late', 'withdrawn', 'lapsed', 'refused'],
} as const;

/** Stages of a scheme, before its single states. */
export const stageChoices = ({ language }: Looking): Choice[] =>
  Object.entries(stages).map(([stage, states]) => ({ value: states.join(','), text: pageText(`lists.stage.${stage}`, language) }));

/** Every state that the charts know for a kind, in the order of the first chart that has it. */
export function stateChoices(kind: ThingKind, { language, parts }: Looking): Choice[] {
  const titles = new Map<string, string>();
  for (const { processes } of parts.committing.packs.values())
    for (const process of Object.values(processes))
      for (const [state, { title }] of Object.entries(process[kind].states)) if (!titles.has(state)) titles.set(state, title[language]);
  return [...titles].map(([value, text]) => ({ value, text }));
}

/** Rounds that the looker may know of, the newest first. */
export async function roundChoices({ caller, parts }: Looking): Promise<Choice[]> {
  const rows = await parts.reader.round.findMany({
    where: readableBy(caller),
    select: { id: true },
    orderBy: { createdAt: 'desc' },
    take: 100,
  });
  const things = await parts.reader.thing.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, select: { id: true, data: true } });
  const titles = new Map(things.map(({ id, data }) => [id, String((data as { title?: unknown }).title ?? id)]));
  return rows.map(({ id }) => ({ value: id, text: titles.get(id) ?? id }));
}

const most = 500;

/** Organisations in whose name schemes are proposed. */
export async function hostChoices({ parts: { reader } }: Looking): Promise<Choice[]> {
  const rows = await reader.organisation.findMany({
    where: { positions: { some: { role: { startsWith: 'host-' } } } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
    take: most,
  });
  return rows.map(({ id, name }) => ({ value: id, text: name }));
}

export async function provinceChoices({ parts: { reader } }: Looking): Promise<Choice[]> {
  const rows = await reader.organisation.findMany({
    where: { kind: 'province' },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
    take: most,
  });
  return rows.map(({ id, name }) => ({ value: id, text: name }));
}

/** Budget years of the rounds that the looker may know of. */
export async function yearChoices({ caller, parts: { reader } }: Looking): Promise<Choice[]> {
  const rows = await reader.round.findMany({
    where: readableBy(caller),
    distinct: ['year'],
    select: { year: true },
    orderBy: { year: 'desc' },
  });
  return rows.map(({ year }) => ({ value: String(year), text: String(year) }));
}

export function sourceChoices({ language, parts }: Looking): Choice[] {
  const sources = new Map(
    [...parts.committing.packs.values()].flatMap((pack) => pack.sources.map(({ id, title }) => [id, title[language]])),
  );
  return [...sources].map(([value, text]) => ({ value, text }));
}

export function routeChoices({ language, parts }: Looking): Choice[] {
  const routes = new Map([...parts.committing.packs.values()].flatMap((pack) => pack.routes.map(({ id, title }) => [id, title[language]])));
  return [...routes].map(([value, text]) => ({ value, text }));
}

/** Types of documents that the packs know. */
export function documentTypeChoices({ language, parts }: Looking): Choice[] {
  const types = new Map(
    [...parts.committing.packs.values()].flatMap((pack) => pack.documents.map(({ type, title }) => [type, title[language]])),
  );
  return [...types].map(([value, text]) => ({ value, text })).toSorted((a, b) => a.text.localeCompare(b.text, language));
}
