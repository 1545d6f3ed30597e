import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readNumber } from '../../../domain/money/read-number.ts';
import { askedAmounts, cutTo, freeDong, sumOf } from '../../../domain/round/ceiling.ts';
import { beforeTheSigner, statesAskedFor } from '../../../domain/round/subjects.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import type { Parts } from '../../parts.ts';
import { situationFor } from '../../things/try-command.ts';
import { framed } from '../documents/view.ts';
import { type FormProblem, giveForm } from '../forms/give-form.ts';
import { problemOf } from '../forms/whole-problem.ts';
import { type Page, type PageAnswer, page } from '../page.ts';
import { draftsOf, previewOf } from './drafts.ts';
import { type KnownRound, type RoundScheme, schemesIn, weighedRound } from './known-round.ts';
import { lead } from './lead.ts';
import { type ListedForm, postedList, readAmounts, shownAmounts } from './list-form.ts';

/** Which drafts follow from a list on this route: what a preview can show. */
const typesOn = (route: string): string[] =>
  route === 'local' ? ['local-plan-decision', 'refusal'] : ['submission', 'approval-decision', 'refusal'];

/** The list that is laid before the signer, beside the documents that it will become. */
async function decisionPage(known: KnownRound, typed: ListedForm[] | null, problem: FormProblem | null, parts: Parts): Promise<PageAnswer> {
  const { thing, round, language, source, open, caller, today } = known;
  const schemes = await decidable(known, parts);
  const forms = typed ?? defaults(known, schemes);
  const situation = await situationFor(
    thing,
    'propose-decision',
    { list: schemes.map(({ id }) => ({ schemeId: id })) },
    caller,
    today,
    parts.committing,
  );
  const proposes = open.has('propose-decision') && schemes.length > 0;
  const here = `/rounds/${thing.id}`;
  const title = thing.chart.commands['propose-decision']?.title[language] ?? '';
  const types = typesOn(thing.route);
  const rank = new Map(round.ranking.map((one) => [one.schemeId, one]));
  const approvedDong = forms
    .filter(({ outcome }) => outcome === 'approve')
    .flatMap(({ amounts }) => amounts)
    .reduce((sum, one) => sum + (one.source === source ? (readNumber(one.amount) ?? 0) : 0), 0);
  return {
    view: 'rounds/list',
    title: `${title} · ${round.title}`,
    nav: 'rounds',
    crumbs: [{ text: pageText('shell.nav.rounds', language), href: '/rounds' }, { text: round.title, href: here }, { text: title }],
    wide: true,
    status: problem?.status ?? 200,
    model: {
      decides: true,
      why: 'round.decision-why',
      id: randomUUID(),
      action: `${here}/do/propose-decision`,
      back: here,
      problem: problem && problemOf(problem, language),
      proposes,
      empty: 'round.nothing-to-decide',
      unranked: schemes.filter(({ id, state }) => state !== 'not-recommended' && !rank.has(id)).length,
      ranking: `${here}/ranking`,
      send: thing.chart.commands['propose-decision']?.title,
      free: freeDong(round, source, situation, thing.pack),
      sum: approvedDong,
      source: `source.${source}`,
      rows: forms.flatMap((form, no) => {
        const scheme = schemes.find(({ id }) => id === form.schemeId);
        if (!scheme) return [];
        const mayApprove = rank.get(scheme.id)?.list === 'ranked' && scheme.state !== 'not-recommended';
        const outcomes = [...(mayApprove ? ['approve'] : []), 'refuse', ''];
        return [
          {
            no,
            schemeId: scheme.id,
            title: scheme.title,
            href: `/schemes/${scheme.id}`,
            host: scheme.hostName,
            stateTitle: thing.pack.processes[thing.route]?.scheme.states[scheme.state]?.title ?? scheme.state,
            place: rank.get(scheme.id)?.place ?? null,
            proposedDong: rank.get(scheme.id)?.proposedDong ?? null,
            outcomes: outcomes.map((value) => ({ value, key: `round.outcome.${value || 'later'}`, chosen: value === form.outcome })),
            reason: form.reason,
            reasonNeeded: scheme.state !== 'not-recommended',
            amounts: mayApprove ? form.amounts.map((one, at) => ({ ...one, at, key: `source.${one.source}` })) : [],
            state: scheme.state,
          },
        ];
      }),
      previews: types.map((type) => ({ type, title: thing.pack.documents.find((one) => one.type === type)?.title ?? type })),
      preview: `${here}/decision/preview`,
      shows: typed === null && proposes && forms.some(({ outcome }) => outcome !== ''),
      drafts: await draftsOf(known, types, parts),
    },
  };
}

/** Schemes of which nothing has been decided yet, and that are on no list that lies with the signer. */
async function decidable(known: KnownRound, parts: Parts): Promise<RoundScheme[]> {
  const lying = beforeTheSigner(known.round);
  return (await schemesIn(known, statesAskedFor['propose-decision'] ?? [], parts)).filter(({ id }) => !lying.has(id));
}

/** What is ranked is approved with the proposed sum, what the council did not recommend is refused, the rest stays for a later list. */
function defaults({ round, source }: KnownRound, schemes: RoundScheme[]): ListedForm[] {
  const rank = new Map(round.ranking.map((one) => [one.schemeId, one]));
  return schemes
    .toSorted((one, other) => (rank.get(one.id)?.place ?? 10_000) - (rank.get(other.id)?.place ?? 10_000))
    .map(({ id, state, scheme }) => {
      const ranked = rank.get(id);
      const asked = askedAmounts(scheme.proposal);
      const approves = ranked?.list === 'ranked' && state !== 'not-recommended';
      return {
        schemeId: id,
        outcome: approves ? 'approve' : state === 'not-recommended' ? 'refuse' : '',
        reason: '',
        amounts: shownAmounts(cutTo(asked, source, ranked?.proposedDong ?? sumOf(asked, source))),
      };
    });
}

const inputOf = (list: ListedForm[]): unknown => ({
  list: list
    .filter(({ outcome }) => outcome !== '')
    .map(({ schemeId, outcome, reason, amounts }) => ({
      schemeId,
      outcome,
      ...(outcome === 'approve' && { amounts: readAmounts(amounts) }),
      ...(reason !== '' && { reason }),
    })),
});

const Params = z.strictObject({ id: Id });

const show = page({
  path: '/rounds/{id}/decision',
  input: { params: Params },
  async run({ params: { id }, caller, language }, parts) {
    return decisionPage(await weighedRound(id, { caller, language }, parts), null, null, parts);
  },
});

const propose = page({
  method: 'post',
  path: '/rounds/{id}/do/propose-decision',
  input: { params: Params },
  keeps: true,
  async run({ params: { id }, posted, caller, language }, parts) {
    const known = await weighedRound(id, { caller, language }, parts);
    const list = postedList(posted);
    const given = await giveForm(
      { kind: 'round', thing: id, command: 'propose-decision', posted, caller, language, input: inputOf(list) },
      parts,
    );
    if (given.problem) return decisionPage(known, list, given.problem, parts);
    return { redirect: `/rounds/${id}/decision`, flash: { kind: 'success', key: 'round.sent' } };
  },
});

/** The first of the documents as the list would make it that the form begins with. */
const firstPreview = page({
  path: '/rounds/{id}/decision/preview',
  input: { params: Params },
  async run({ params: { id }, caller, language, response }, parts) {
    const known = await weighedRound(id, { caller, language }, parts);
    const list = defaults(known, await decidable(known, parts));
    return framed(await previewOf(known, 'propose-decision', inputOf(list), firstType(known, list), parts), response);
  },
});

/** The submission where there is one; else the approvals, or the refusals where nothing else is on the list. */
function firstType({ thing }: KnownRound, list: ListedForm[]): string {
  const [first = 'refusal'] = typesOn(thing.route);
  return first === 'submission' || list.some(({ outcome }) => outcome === 'approve') ? first : 'refusal';
}

/** One of the documents as the list in the form would make it, in the frame beside it. */
const preview = page({
  method: 'post',
  path: '/rounds/{id}/decision/preview',
  input: { params: Params },
  async run({ params: { id }, posted, caller, language, response }, parts) {
    const known = await weighedRound(id, { caller, language }, parts);
    const type = typesOn(known.thing.route).find((one) => one === posted._type) ?? typesOn(known.thing.route)[0]!;
    return framed(await previewOf(known, 'propose-decision', inputOf(postedList(posted)), type, parts), response);
  },
});

export const decisionPages: Page[] = [show, lead('propose-decision', 'decision'), propose, firstPreview, preview];
