import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { gradeOf } from '../../../domain/council/grade.ts';
import { isBarred } from '../../../domain/council/seats.ts';
import type { AgendaItem } from '../../../domain/council/state.ts';
import { lawValue, lawValues } from '../../../domain/regulation/law-value.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import type { FormProblem } from '../forms/give-form.ts';
import { problemOf } from '../forms/whole-problem.ts';
import { type Page, type PageAnswer, page } from '../page.ts';
import { atBoard } from './commands-here.ts';
import { openDeed } from './deed.ts';
import { agendaLine, countView, interestsView, resultView, scoringOf } from './item-view.ts';
import { chosenItem, itemsOf, type KnownCouncil, knownCouncil } from './known-council.ts';
import { schemePaper } from './scheme-paper.ts';

/** What was posted from here and not taken. */
export type Failed = { command: string; values: Record<string, unknown>; problem: FormProblem };

/** A member's desk: the scheme beside its score sheet, the ballot while it is open, and what is to be declared. */
export async function deskPage(
  known: KnownCouncil,
  schemeId: string | undefined,
  failed: Failed | null,
  parts: Parts,
): Promise<PageAnswer> {
  const { thing, council, caller, language } = known;
  if (!council.members.some(({ personId, answer }) => personId === caller.id && answer !== 'declined')) throw new ProblemError('not-found');
  const item = chosenItem(council, schemeId);
  const here = `/councils/${thing.id}`;
  const title = pageText('council.desk', language);
  return {
    view: 'councils/desk',
    title: item ? item.title : title,
    nav: 'councils',
    crumbs: [{ text: pageText('shell.nav.councils', language), href: '/councils' }, { text: council.name, href: here }, { text: title }],
    wide: true,
    scripts: ['desk.js', 'meeting.js'],
    status: failed?.problem.status ?? 200,
    model: {
      problem: failed && problemOf(failed.problem, language),
      live: deskLive(known, item),
      ballot: ballotView(known, item, failed),
      paper: item && (await schemePaper(item.schemeId, known, parts)),
      item: item && {
        schemeId: item.schemeId,
        ...sheetOf(known, item, failed),
        interest: interestOf(known, item, failed),
        view: viewOf(known, item, failed),
        dissent: dissentOf(known, item, failed),
      },
      overview: here,
      board: council.session && atBoard.some((command) => known.open.has(command)) ? `${here}/board` : null,
    },
  };
}

/** What changes at a desk while the meeting goes on: which item is taken, how many have voted, what it came to. */
function deskLive(known: KnownCouncil, item: AgendaItem | null) {
  const { thing, council } = known;
  const { session } = council;
  const items = itemsOf(council);
  const taken = session?.openItem && session.openItem !== item?.schemeId ? council.items[session.openItem] : undefined;
  return {
    id: thing.id,
    seq: thing.seq,
    schemeId: item?.schemeId ?? '',
    seen: [session?.no ?? 0, ...items.map(({ status, ballots }) => `${status.slice(0, 3)}${ballots.length}`)].join('.'),
    poll: session !== null,
    session,
    agenda: items.map((one) => agendaLine(one, known, item?.schemeId ?? null)),
    elsewhere: taken ? agendaLine(taken, known, null) : null,
    balloting: item?.status === 'balloting' ? countView(item, known) : null,
    result: item && resultView(item, known),
  };
}

/** The reader's own ballot: apart from what follows the others, so that nothing moves under the hand of who votes. */
function ballotView(known: KnownCouncil, item: AgendaItem | null, failed: Failed | null = null) {
  const mine = item?.ballots.find(({ by }) => by === known.caller.id) ?? null;
  const typed = failed?.command === 'cast-ballot' ? failed.values : {};
  const deed = item && openDeed(known, 'cast-ballot', { schemeId: item.schemeId, vote: 'pass', conditions: [] });
  return {
    id: known.thing.id,
    schemeId: item?.schemeId ?? '',
    seen: `${item?.status ?? 'none'}.${deed ? 1 : 0}.${mine ? 1 : 0}`,
    poll: known.council.session !== null && !mine && item?.status !== 'concluded',
    ballot: deed && {
      ...deed,
      id: randomUUID(),
      votes: ['pass', 'conditional', 'fail'].map((value) => ({ value, key: `choice.${value}`, chosen: typed.vote === value })),
      conditions: linesIn(typed.conditions),
    },
    mine: mine && { vote: `choice.${mine.vote}`, conditions: mine.conditions },
  };
}

/** Conditions as they are written, one a line. */
export const linesIn = (conditions: unknown): string => (Array.isArray(conditions) ? conditions.join('\n') : '');

/** The score sheet by the law's criteria, with what the reader handed in or has just typed. */
function sheetOf(known: KnownCouncil, item: AgendaItem, failed: Failed | null) {
  const { thing, caller, today } = known;
  const { criteria, grades } = scoringOf(thing, today);
  const { schemeId } = item;
  const sample = { schemeId, scores: criteria.value.map(({ id }) => ({ criterion: id, points: 0 })), comment: '' };
  const deed = openDeed(known, 'submit-score-sheet', sample);
  const sheet = item.sheets.find(({ by }) => by === caller.id) ?? null;
  const typed = failed?.command === 'submit-score-sheet' ? failed : null;
  const scores = (typed?.values.scores ?? []) as { criterion?: string; points?: unknown }[];
  const numeral = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
  const points = (id: string): string => {
    const given = scores.find(({ criterion }) => criterion === id)?.points;
    if (given !== undefined) return typeof given === 'number' ? numeral.format(given) : String(given);
    const kept = sheet?.scores.find(({ criterion }) => criterion === id)?.points;
    return kept === undefined ? '' : numeral.format(kept);
  };
  return {
    barred: isBarred(item, caller.id),
    sheet: (deed || sheet) && {
      deed,
      id: randomUUID(),
      version: sheet ? `${sheet.on}-${sheet.total}-${sheet.comment.length}` : '0',
      submitted: sheet && { on: sheet.on, total: sheet.total, grade: `council.grade.${gradeOf(sheet, criteria.value, grades.value)}` },
      criteria: criteria.value.map(({ id, title, max, min }, no) => ({
        no,
        id,
        title,
        max,
        min: min ?? null,
        points: points(id),
        error: typed?.problem.errors.find(({ pointer }) => pointer.startsWith(`/scores/${no}`))?.message ?? null,
      })),
      most: criteria.value.reduce((sum, { max }) => sum + max, 0),
      comment: typed ? String(typed.values.comment ?? '') : (sheet?.comment ?? ''),
      basis: criteria.basis,
      certainty: `certainty.${criteria.certainty}`,
      grades: grades.value,
      rules: {
        criteria: criteria.value.map(({ id, max, min }) => ({ id, max, min: min ?? null })),
        grades: grades.value,
        words: Object.fromEntries(['pass', 'conditional', 'fail'].map((one) => [one, pageText(`council.grade.${one}`, known.language)])),
        restored: pageText('council.restored', known.language),
        drop: pageText('council.restored-drop', known.language),
      },
    },
  };
}

/** What the reader declared for the scheme, and what they may declare. */
function interestOf(known: KnownCouncil, item: AgendaItem, failed: Failed | null) {
  const { thing, caller, today, language } = known;
  const deed = openDeed(known, 'declare-interest', { schemeId: item.schemeId, kind: 'none', text: '' });
  const own = interestsView(item, known).find(({ name }) => name === caller.name)?.interests ?? [];
  const typed = failed?.command === 'declare-interest' ? failed.values : {};
  const laws = lawValues(thing.pack, 'council.interest', today);
  const declared = item.interests.find(({ by, derived }) => by === caller.id && !derived)?.kind;
  const chosen = typed.kind ?? declared;
  return {
    own,
    declared: declared !== undefined,
    deed,
    id: randomUUID(),
    text: String(typed.text ?? ''),
    kinds: [
      { value: 'none', text: pageText('council.interest.none', language), chosen: chosen === 'none' },
      ...laws.map(({ value, when }) => ({ value: when.interest ?? '', text: value.title[language], chosen: chosen === when.interest })),
    ],
    basis: laws[0]?.basis ?? null,
    certainty: laws[0] ? `certainty.${laws[0].certainty}` : null,
  };
}

/** The written view of who cannot come: read out, never counted. */
function viewOf(known: KnownCouncil, item: AgendaItem, failed: Failed | null) {
  const { thing, caller, today } = known;
  const deed = openDeed(known, 'submit-written-view', { schemeId: item.schemeId, view: 'pass', text: '–' });
  const own = item.writtenViews.find(({ by }) => by === caller.id) ?? null;
  if (!deed && !own) return null;
  const typed = failed?.command === 'submit-written-view' ? failed.values : { view: own?.view, text: own?.text };
  const law = lawValue(thing.pack, 'council.written-view', { on: today });
  return {
    deed,
    id: randomUUID(),
    own: own && { on: own.on },
    open: failed?.command === 'submit-written-view',
    text: String(typed.text ?? ''),
    views: ['pass', 'conditional', 'fail'].map((value) => ({ value, key: `choice.${value}`, chosen: typed.view === value })),
    basis: law.basis,
    certainty: `certainty.${law.certainty}`,
  };
}

function dissentOf(known: KnownCouncil, item: AgendaItem, failed: Failed | null) {
  const deed = openDeed(known, 'record-dissent', { schemeId: item.schemeId, text: '–' });
  const own = item.dissents.find(({ by }) => by === known.caller.id)?.text ?? null;
  if (!deed && own === null) return null;
  const typed = failed?.command === 'record-dissent' ? failed.values : null;
  return { deed, id: randomUUID(), own, open: typed !== null, text: typed ? String(typed.text ?? '') : (own ?? '') };
}

const Params = z.strictObject({ id: Id });

const show = page({
  path: '/councils/{id}/desk',
  input: { params: Params, query: z.object({ scheme: Id.optional() }) },
  async run({ params: { id }, query, caller, language }, parts) {
    return deskPage(await knownCouncil(id, { caller, language }, parts), query.scheme, null, parts);
  },
});

/** A part of the desk anew where it has changed since it was shown; nothing where it has not. */
const part = (name: string, fragment: string, modelOf: (known: KnownCouncil, item: AgendaItem | null) => object & { seen: string }) =>
  page({
    path: `/councils/{id}/desk/${name}`,
    input: { params: Params, query: z.object({ scheme: Id.or(z.literal('')).optional(), seen: z.string().max(4_000) }) },
    async run({ params: { id }, query, caller, language, response }, parts) {
      const known = await knownCouncil(id, { caller, language }, parts);
      const model = modelOf(known, chosenItem(known.council, query.scheme));
      if (model.seen !== query.seen) return { fragment, model };
      response.status(204).end();
      return null;
    },
  });

export const deskPages: Page[] = [show, part('live', 'councils/desk-live', deskLive), part('ballot', 'councils/desk-ballot', ballotView)];
