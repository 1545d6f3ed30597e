import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { formatDong } from '../../../domain/money/format.ts';
import { readNumber } from '../../../domain/money/read-number.ts';
import { askedAmounts, freeDong, overOtherCeiling, sumOf } from '../../../domain/round/ceiling.ts';
import { placeSchemes } from '../../../domain/round/ranking.ts';
import type { Round } from '../../../domain/round/state.ts';
import { Source as Sources } from '../../../domain/scheme/amount.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import { readableBy } from '../../lists/readable.ts';
import type { Parts } from '../../parts.ts';
import { situationFor } from '../../things/try-command.ts';
import { type FormProblem, giveForm } from '../forms/give-form.ts';
import { problemOf } from '../forms/whole-problem.ts';
import { type Page, type PageAnswer, type Posted, page } from '../page.ts';
import { type KnownRound, type RoundScheme, schemesIn, weighedRound } from './known-round.ts';
import { lead } from './lead.ts';

/** What stands in the form: schemes in order, each with its amount as it was typed. */
type Typed = { schemeId: string; amount: string }[];
const rankable = ['recommended', 'ranked', 'waiting-list'];

/** The ranking: schemes in order, the sums as they add up against the ceiling, and where the money ends. */
async function rankingPage(known: KnownRound, typed: Typed | null, problem: FormProblem | null, parts: Parts): Promise<PageAnswer> {
  const { thing, round, language, source, open } = known;
  const schemes = await schemesIn(known, rankable, parts);
  const ranks = open.has('rank-schemes');
  const rows = typed ? fromForm(typed, schemes) : inOrder(schemes, round, source);
  const { free, ceilings, placed } = await moneyOf(known, rows, parts);
  const here = `/rounds/${thing.id}`;
  const title = pageText('round.ranking', language);
  let sum = 0;
  const shown = rows.map(({ scheme: { id, title: name, hostName, scheme, state }, amount }, index) => {
    const value = readNumber(amount) ?? 0;
    sum += value;
    const asked = askedAmounts(scheme.proposal);
    return {
      place: index + 1,
      schemeId: id,
      title: name,
      href: `/schemes/${id}`,
      host: hostName,
      stateTitle: thing.pack.processes[thing.route]?.scheme.states[state]?.title ?? state,
      average: scheme.appraisal.averageScore,
      votes: scheme.appraisal.votes,
      asked: sumOf(asked, source),
      amount,
      sum,
      waits: placed[index] === 'waiting',
      cut: placed[index] === 'waiting' && placed[index - 1] !== 'waiting',
      others: Object.fromEntries(ceilings.map((one) => [one.source, sumOf(asked, one.source)])),
      first: index === 0,
      last: index === rows.length - 1,
    };
  });
  return {
    view: 'rounds/ranking',
    title: `${title} · ${round.title}`,
    nav: 'rounds',
    crumbs: [{ text: pageText('shell.nav.rounds', language), href: '/rounds' }, { text: round.title, href: here }, { text: title }],
    wide: true,
    scripts: ['ranking.js'],
    status: problem?.status ?? 200,
    model: {
      action: `${here}/do/rank-schemes`,
      id: randomUUID(),
      problem: problem && problemOf(problem, language),
      ranks,
      rows: shown,
      free,
      source: `source.${source}`,
      total: shown.filter(({ waits }) => !waits).reduce((all, { amount }) => all + (readNumber(amount) ?? 0), 0),
      ceilings: ceilings.map(({ source: name, freeDong: left }) => ({ source: `source.${name}`, left })),
      rules: { free, others: ceilings.map(({ source: name, freeDong: left }) => ({ source: name, free: left })) },
      decision: open.has('propose-decision') ? `${here}/decision` : null,
      waiting: waitingOf(known, schemes),
      decided: await decidedOf(known, schemes, parts),
    },
  };
}

type Row = { scheme: RoundScheme; amount: string };

/** Those ranked before in their order, then the others by what the council thought of them. */
function inOrder(schemes: RoundScheme[], { ranking }: Round, source: KnownRound['source']): Row[] {
  const place = new Map(ranking.map((one) => [one.schemeId, one]));
  return schemes
    .toSorted(
      (one, other) =>
        (place.get(one.id)?.place ?? 10_000) - (place.get(other.id)?.place ?? 10_000) ||
        (other.scheme.appraisal.averageScore ?? 0) - (one.scheme.appraisal.averageScore ?? 0),
    )
    .map((scheme) => ({
      scheme,
      amount: formatDong(place.get(scheme.id)?.proposedDong ?? sumOf(askedAmounts(scheme.scheme.proposal), source)),
    }));
}

function fromForm(typed: Typed, schemes: RoundScheme[]): Row[] {
  const of = new Map(schemes.map((scheme) => [scheme.id, scheme]));
  return typed.flatMap(({ schemeId, amount }) => {
    const scheme = of.get(schemeId);
    return scheme ? [{ scheme, amount }] : [];
  });
}

/** The money that is free, other ceilings of the call, and which scheme is then ranked and which waits: by the rule of the command itself. */
async function moneyOf(known: KnownRound, rows: Row[], parts: Parts) {
  const { thing, round, source, caller, today } = known;
  const input = { schemes: rows.map(({ scheme: { id }, amount }) => ({ schemeId: id, proposedDong: readNumber(amount) ?? 0 })) };
  const situation = await situationFor(thing, 'rank-schemes', input, caller, today, parts.committing);
  const free = freeDong(round, source, situation, thing.pack);
  const asked = new Map(rows.map(({ scheme }) => [scheme.id, askedAmounts(scheme.scheme.proposal)]));
  const fits = (ids: readonly string[]) =>
    overOtherCeiling(
      round,
      situation,
      ids.flatMap((id) => asked.get(id) ?? []),
    ) === null;
  const placed = placeSchemes(input.schemes, free, fits) ?? [];
  const ceilings = Sources.options.flatMap((name) => {
    const limit = name === source ? null : round.ceilings.find((one) => one.source === name);
    const over = limit && overOtherCeiling(round, situation, [{ source: name, year: round.year, amountDong: Number.MAX_SAFE_INTEGER }]);
    return limit ? [{ source: name, freeDong: over?.source === name ? over.freeDong : limit.ceilingDong }] : [];
  });
  return { free, ceilings, placed: placed.map(({ list }) => list) };
}

/** Those ranked before of whom something has been decided since, in their order. */
async function decidedOf({ thing, round, caller }: KnownRound, schemes: RoundScheme[], { reader }: Parts) {
  const left = round.ranking.filter(({ schemeId }) => !schemes.some(({ id }) => id === schemeId));
  const rows = await reader.scheme.findMany({
    where: { AND: [{ id: { in: left.map(({ schemeId }) => schemeId) } }, readableBy(caller)] },
    select: { id: true, title: true, state: true },
  });
  const states = thing.pack.processes[thing.route]?.scheme.states ?? {};
  return left.flatMap(({ schemeId, place, proposedDong, list }) => {
    const row = rows.find(({ id }) => id === schemeId);
    if (!row) return [];
    const stateTitle = states[row.state]?.title ?? row.state;
    return [{ place, proposedDong, waits: list === 'waiting', title: row.title, href: `/schemes/${schemeId}`, stateTitle }];
  });
}

/** Who waits for money to come free, each with the form by which it moves up. */
function waitingOf({ thing, round, open }: KnownRound, schemes: RoundScheme[]) {
  const title = open.get('promote-from-waiting-list');
  const waiting = round.ranking.filter(
    ({ schemeId, list }) => list === 'waiting' && schemes.some(({ id, state }) => id === schemeId && state === 'waiting-list'),
  );
  if (!title || waiting.length === 0) return null;
  return {
    title,
    action: `/rounds/${thing.id}/do/promote-from-waiting-list`,
    list: waiting.map(({ schemeId, place, proposedDong }, index) => ({
      schemeId,
      place,
      id: randomUUID(),
      amount: formatDong(proposedDong),
      title: schemes.find(({ id }) => id === schemeId)?.title ?? schemeId,
      skips: index > 0,
    })),
  };
}

function typedOf({ schemes }: Posted): Typed {
  return Object.entries((schemes ?? {}) as Record<string, { schemeId?: unknown; proposedDong?: unknown }>)
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([, row]) => ({ schemeId: String(row.schemeId ?? ''), amount: String(row.proposedDong ?? '').trim() }));
}

/** The order after a button of a row: `up:ID`, `down:ID`; anything else leaves it as it is and adds up anew. */
function moved(typed: Typed, button: string): Typed {
  const [way, id] = button.split(':');
  const at = typed.findIndex(({ schemeId }) => schemeId === id);
  const to = way === 'up' ? at - 1 : way === 'down' ? at + 1 : at;
  const [one, other] = [typed[at], typed[to]];
  return one && other ? typed.with(at, other).with(to, one) : typed;
}

const Params = z.strictObject({ id: Id });

const show = page({
  path: '/rounds/{id}/ranking',
  input: { params: Params },
  async run({ params: { id }, caller, language }, parts) {
    return rankingPage(await weighedRound(id, { caller, language }, parts), null, null, parts);
  },
});

const rank = page({
  method: 'post',
  path: '/rounds/{id}/do/rank-schemes',
  input: { params: Params },
  keeps: true,
  async run({ params: { id }, posted, caller, language }, parts) {
    const known = await weighedRound(id, { caller, language }, parts);
    const typed = typedOf(posted);
    if (typeof posted._move === 'string') return rankingPage(known, moved(typed, posted._move), null, parts);
    const input = { schemes: typed.map(({ schemeId, amount }) => ({ schemeId, proposedDong: readNumber(amount) ?? amount })) };
    const given = await giveForm({ kind: 'round', thing: id, command: 'rank-schemes', posted, caller, language, input }, parts);
    if (given.problem) return rankingPage(known, typed, given.problem, parts);
    return { redirect: `/rounds/${id}/ranking`, flash: { kind: 'success', key: 'round.ranked' } };
  },
});

const promote = page({
  method: 'post',
  path: '/rounds/{id}/do/promote-from-waiting-list',
  input: { params: Params },
  keeps: true,
  async run({ params: { id }, posted, caller, language }, parts) {
    const known = await weighedRound(id, { caller, language }, parts);
    const given = await giveForm({ kind: 'round', thing: id, command: 'promote-from-waiting-list', posted, caller, language }, parts);
    if (given.problem) return rankingPage(known, null, given.problem, parts);
    return { redirect: `/rounds/${id}/ranking`, flash: { kind: 'success', key: 'round.promoted' } };
  },
});

export const rankingPages: Page[] = [show, lead('rank-schemes', 'ranking'), lead('promote-from-waiting-list', 'ranking'), rank, promote];
