import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { formatDong } from '../../../domain/money/format.ts';
import type { NotedDifference, PlanData } from '../../../domain/plan/facts.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { findPageText, pageText } from '../../../templates/page-texts.ts';
import { Id, WithId } from '../../http/common.ts';
import type { Language } from '../../http/language.ts';
import type { Caller } from '../../identity/caller.ts';
import { readableBy } from '../../lists/readable.ts';
import type { Parts } from '../../parts.ts';
import { actionsOf } from '../../things/actions.ts';
import { type KnownThing, knownThing } from '../../things/known-thing.ts';
import { giveForm } from '../forms/give-form.ts';
import { isKept, type Page, type PageAnswer, page } from '../page.ts';
import { mayBeginScheme } from '../proposals/new-scheme.ts';
import { personNames } from '../schemes/person-names.ts';
import { annexOf } from './annex.ts';

/** A plan as printed beside what it comes to: every difference to be taken note of, the whole annex, and what was drawn from it. */
const show = page({
  path: '/plans/{id}',
  input: { params: WithId },
  async run({ params: { id }, caller, language }, parts) {
    return planPage(await knownThing('plan', id, caller, parts), caller, language, parts);
  },
});

/** One difference is taken note of, with why it stands. */
const accept = page({
  method: 'post',
  path: '/plans/{id}/differences/{index}',
  input: { params: z.strictObject({ id: Id, index: z.string().regex(/^\d{1,5}$/) }) },
  keeps: true,
  async run({ params: { id, index }, posted, caller, language }, parts) {
    const thing = await knownThing('plan', id, caller, parts);
    const note = typeof posted.note === 'string' ? posted.note.trim() : '';
    if (isKept(posted)) return planPage(thing, caller, language, parts, { index: Number(index), note, text: null });
    if (note === '')
      return planPage(thing, caller, language, parts, {
        index: Number(index),
        note,
        text: pageText('plan.difference.note-needed', language),
      });
    const order = { kind: 'plan' as const, thing: id, command: 'accept-difference', posted: { _id: posted._id }, caller, language };
    const given = await giveForm({ ...order, input: { index: Number(index), note } }, parts);
    if (given.problem)
      return planPage(thing, caller, language, parts, { index: Number(index), note, text: given.problem.detail ?? given.problem.title });
    return {
      redirect: `/plans/${id}#d${index}`,
      flash: { kind: 'success', key: 'plan.difference.done', values: { no: Number(index) + 1 } },
    };
  },
});

/** What is wrong with a note; without a text it only stands in its field again. */
type Mistake = { index: number; note: string; text: string | null };

async function planPage(thing: KnownThing, caller: Caller, language: Language, parts: Parts, mistake?: Mistake): Promise<PageAnswer> {
  const data = thing.data as unknown as PlanData;
  const { plan, differences } = data;
  const mayAccept = actionsOf(thing, caller, await parts.time.now()).some(({ command }) => command === 'accept-difference');
  const [names, drawn, province] = await Promise.all([
    personNames([data.takenInBy, ...differences.flatMap(({ accepted }) => accepted?.by ?? [])], parts.reader),
    parts.reader.scheme.findMany({
      where: { AND: [{ planId: thing.id }, readableBy(caller)] },
      select: { id: true, title: true, year: true, planItem: true },
      orderBy: [{ year: 'asc' }, { title: 'asc' }],
    }),
    parts.names(data.provinceId),
  ]);
  const open = differences.filter(({ accepted }) => accepted === null).length;
  return {
    view: 'plans/plan',
    title: data.title,
    nav: 'plans',
    wide: true,
    crumbs: [{ text: pageText('shell.nav.plans', language), href: '/plans' }, { text: data.title }],
    status: mistake?.text ? 422 : 200,
    model: {
      id: thing.id,
      formId: randomUUID(),
      province,
      takenInOn: data.takenInOn,
      takenInBy: names.get(data.takenInBy) ?? data.takenInBy,
      file: `/api/files/${data.file}?thing=${thing.id}`,
      fileName: data.fileName,
      years: plan.years.map(String),
      unit: unitOf(plan, language),
      total: plan.total?.totalDong ?? null,
      counts: { all: differences.length, open, done: differences.length - open },
      differences: differences.map((one, index) =>
        differenceShown(one, index, ownerOf(plan, one.place.row), names, mayAccept, mistake, language),
      ),
      remarks: data.remarks.map(({ row, cell, printed, text }) => ({
        place: cell ?? (row === null ? null : pageText('plan.row', language, { row: String(row) })),
        printed,
        text,
      })),
      annex: annexOf(plan, differences).map((row) => ({
        ...row,
        indent: Math.min(row.level, 4),
        cells: row.cells.map((cell) => ({ ...cell, no: cell.difference === null ? null : cell.difference + 1 })),
        share: row.share && {
          ...row.share,
          no: row.share.difference + 1,
          printedText: percent(row.share.printed),
          computedText: percent(row.share.computed),
        },
      })),
      drawn: drawn.map(({ id, title, year, planItem }) => ({ href: `/schemes/${id}`, title, year: String(year), item: planItem })),
      draw: (await mayBeginScheme(caller, parts)) ? `/plans/${thing.id}/draw` : null,
    },
  };
}

const percent = (value: number | null): string =>
  value === null ? '–' : `${new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }).format(value)} %`;

/** In what the file counts, as it was understood, and by which words of the file. */
function unitOf({ unit: { factorDong, printed } }: Plan, language: Language): string {
  if (printed === null) return pageText('plan.unit-assumed', language);
  const unit = findPageText(`plan.unit.${factorDong}`, language);
  return unit === undefined ? printed : `${unit} (${printed})`;
}

/** The item to which a row of a source belongs, as its number and name. */
function ownerOf(plan: Plan, row: number): string | null {
  const owner = [...plan.items, ...plan.sections].find((item) => item.row !== row && item.lines.some((line) => line.row === row));
  return owner ? [owner.number, owner.label].filter(Boolean).join('. ') : null;
}

function differenceShown(
  one: NotedDifference,
  index: number,
  of: string | null,
  names: Map<string, string>,
  mayAccept: boolean,
  mistake: Mistake | undefined,
  language: Language,
): object {
  const { place, unit, printed, computed, accepted, withinRounding, agreesWithItems } = one;
  const shown = (value: number | null): string =>
    value === null ? pageText('plan.empty-cell', language) : unit === 'percent' ? percent(value) : formatDong(value);
  const wrong = mistake?.index === index ? mistake : undefined;
  return {
    no: index + 1,
    index,
    of,
    number: place.number,
    label: place.label,
    column: place.column,
    cell: place.cell,
    printed: shown(printed),
    computed: shown(computed),
    by: unit === 'dong' && printed !== null ? formatDong(computed - printed) : null,
    rule: pageText(`plan.rule.${one.rule}`, language),
    remark: agreesWithItems
      ? pageText('plan.agrees-with-items', language)
      : withinRounding
        ? pageText('plan.within-rounding', language)
        : null,
    accepted: accepted && { ...accepted, by: names.get(accepted.by) ?? accepted.by },
    form: accepted === null && mayAccept,
    note: wrong?.note ?? '',
    error: wrong?.text ?? null,
  };
}

export const planPages: Page[] = [show, accept];
