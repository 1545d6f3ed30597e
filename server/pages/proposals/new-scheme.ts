import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ruleGround } from '../../../domain/regulation/rule-ground.ts';
import type { Round } from '../../../domain/round/state.ts';
import { dateOf } from '../../../domain/time/programme-day.ts';
import { timeLeft } from '../../../domain/time/time-left.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import type { Language } from '../../http/language.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import { readableBy } from '../../lists/readable.ts';
import type { Parts } from '../../parts.ts';
import { mayCreate } from '../command-form.ts';
import { type FormProblem, giveForm } from '../forms/give-form.ts';
import { problemView } from '../forms/problem-view.ts';
import { type Page, type PageAnswer, type Posted, page } from '../page.ts';
import { leftText } from '../time-left.ts';
import { contentChoices } from './content-choices.ts';

/** A scheme is begun: in which open round, with what title, about which item of Annex II. All else is written section by section. */
const show = page({
  path: '/schemes/new',
  input: { query: z.object({ round: Id.optional().catch(undefined) }) },
  async run({ query, caller, language }, parts) {
    assertMay(caller, parts);
    return newPage(caller, language, parts, query.round === undefined ? {} : { roundId: query.round });
  },
});

const begin = page({
  method: 'post',
  path: '/schemes/new',
  input: {},
  keeps: true,
  async run({ posted, caller, language }, parts) {
    assertMay(caller, parts);
    const text = (name: string): string => (typeof posted[name] === 'string' ? posted[name] : '');
    const input = { roundId: text('roundId'), proposal: { title: text('title').trim(), contentItem: text('contentItem') } };
    const given = await giveForm({ kind: 'scheme', thing: null, command: 'draft-scheme', posted, caller, language, input }, parts);
    if (given.problem) return newPage(caller, language, parts, posted, given.problem);
    return { redirect: `/schemes/${given.outcome.id}/proposal`, flash: { kind: 'success', key: 'proposal.new.done' } };
  },
});

function assertMay(caller: Caller, parts: Parts): void {
  if (!mayCreate('schemes', caller, parts)) throw new ProblemError('forbidden');
}

/** Whether somebody drafts schemes, and a round is open to them. */
export const mayBeginScheme = async (caller: Caller, parts: Parts): Promise<boolean> =>
  mayCreate('schemes', caller, parts) && (await openRounds(caller, parts)).length > 0;

/** The rounds that are open to this person's organisation, with their last day. */
export async function openRounds(caller: Caller, parts: Parts): Promise<{ id: string; round: Round }[]> {
  const rows = await parts.reader.thing.findMany({
    where: { AND: [{ kind: 'round', state: 'open' }, readableBy(caller)] },
    select: { id: true, data: true, pack: true },
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
  const today = await parts.time.today();
  const provinces = caller.positions.filter(({ role }) => role === 'host-drafter').map(({ provinceId }) => provinceId);
  return rows
    .map(({ id, data }) => ({ id, round: data as unknown as Round }))
    .filter(({ round }) => dateOf(round.closesAt) >= today && (round.provinceId === null || provinces.includes(round.provinceId)));
}

async function newPage(caller: Caller, language: Language, parts: Parts, posted: Posted, problem?: FormProblem): Promise<PageAnswer> {
  const [rounds, today] = await Promise.all([openRounds(caller, parts), parts.time.today()]);
  const pack =
    [...parts.committing.packs.values()].find(({ id }) => rounds.some(({ round }) => round.programme === id)) ??
    [...parts.committing.packs.values()][0];
  if (!pack) throw new ProblemError('not-found');
  const ground = ruleGround(pack, 'proposal');
  const errorOf = (pointer: string): string | null => problem?.errors.find((one) => one.pointer === pointer)?.message ?? null;
  return {
    view: 'proposals/new',
    title: pageText('proposal.new.title', language),
    nav: 'schemes',
    crumbs: [{ text: pageText('shell.nav.schemes', language), href: '/schemes' }, { text: pageText('proposal.new.title', language) }],
    scripts: ['content-search.js'],
    status: problem?.status ?? 200,
    model: {
      id: randomUUID(),
      problem: problemView(problem ?? null, [], language),
      rounds: rounds.map(({ id, round }, index) => ({
        id,
        title: round.title,
        closes: dateOf(round.closesAt),
        left: leftText(timeLeft(pack.calendar, today, dateOf(round.closesAt)), language),
        chosen: typeof posted.roundId === 'string' ? posted.roundId === id : rounds.length === 1 && index === 0,
      })),
      title: typeof posted.title === 'string' ? posted.title : '',
      titleError: errorOf('/proposal/title'),
      groups: contentChoices(pack, typeof posted.contentItem === 'string' ? posted.contentItem : '', language),
      basis: ground.basis,
      certaintyKey: `certainty.${ground.certainty}`,
    },
  };
}

export const newSchemePages: Page[] = [show, begin];
