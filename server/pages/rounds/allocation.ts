import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readNumber } from '../../../domain/money/read-number.ts';
import { fundOf } from '../../../domain/round/ceiling.ts';
import { beforeTheSigner, statesAskedFor } from '../../../domain/round/subjects.ts';
import type { Amount } from '../../../domain/scheme/amount.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import type { Parts } from '../../parts.ts';
import { framed } from '../documents/view.ts';
import { type FormProblem, giveForm } from '../forms/give-form.ts';
import { problemOf } from '../forms/whole-problem.ts';
import { type Page, type PageAnswer, type Posted, page } from '../page.ts';
import { draftsOf, previewOf } from './drafts.ts';
import { type KnownRound, type RoundScheme, schemesIn, weighedRound } from './known-round.ts';
import { lead } from './lead.ts';
import { type ListedForm, postedList, readAmounts, shownAmounts } from './list-form.ts';

const type = 'allocation-decision';

/** The assigned estimate spread over the approved schemes, beside the decision that it will become. */
async function allocationPage(
  known: KnownRound,
  typed: { list: ListedForm[]; estimate: string } | null,
  problem: FormProblem | null,
  parts: Parts,
): Promise<PageAnswer> {
  const { thing, round, language, source, open } = known;
  const schemes = await allocable(known, parts);
  const list = typed?.list ?? defaults(known, schemes);
  const proposes = open.has('propose-allocation') && schemes.length > 0;
  const here = `/rounds/${thing.id}`;
  const title = thing.chart.commands['propose-allocation']?.title[language] ?? '';
  const years = [...new Set(schemes.flatMap((scheme) => left(known, scheme).map(({ year }) => year)))].toSorted();
  const funds = await parts.reader.fund.findMany({
    where: { OR: years.map((year) => fundOf(round, source, year, thing.pack)) },
    orderBy: { year: 'asc' },
  });
  return {
    view: 'rounds/list',
    title: `${title} · ${round.title}`,
    nav: 'rounds',
    crumbs: [{ text: pageText('shell.nav.rounds', language), href: '/rounds' }, { text: round.title, href: here }, { text: title }],
    wide: true,
    status: problem?.status ?? 200,
    model: {
      decides: false,
      why: 'round.allocation-why',
      id: randomUUID(),
      action: `${here}/do/propose-allocation`,
      back: here,
      problem: problem && problemOf(problem, language),
      proposes,
      empty: 'round.nothing-to-allocate',
      send: thing.chart.commands['propose-allocation']?.title,
      estimate: { value: typed?.estimate ?? '' },
      funds: funds.map(({ year, ceiling, reserved, allocated }) => ({ year: String(year), left: Number(ceiling - reserved - allocated) })),
      sum: list
        .filter(({ outcome }) => outcome === 'give')
        .flatMap(({ amounts }) => amounts)
        .reduce((sum, { amount }) => sum + (readNumber(amount) ?? 0), 0),
      source: `source.${source}`,
      rows: list.flatMap((form, no) => {
        const scheme = schemes.find(({ id }) => id === form.schemeId);
        if (!scheme) return [];
        const approvedDong = (scheme.scheme.approved?.amounts ?? [])
          .filter((one) => one.source === source)
          .reduce((sum, one) => sum + one.amountDong, 0);
        return [
          {
            no,
            schemeId: scheme.id,
            title: scheme.title,
            href: `/schemes/${scheme.id}`,
            host: scheme.hostName,
            stateTitle: thing.pack.processes[thing.route]?.scheme.states[scheme.state]?.title ?? scheme.state,
            place: null,
            proposedDong: approvedDong,
            outcomes: ['give', 'defer', ''].map((value) => ({
              value,
              key: `round.outcome.${value || 'later'}`,
              chosen: value === form.outcome,
            })),
            amounts: form.amounts.map((one, at) => ({ ...one, at, key: `source.${one.source}` })),
          },
        ];
      }),
      previews: [{ type, title: thing.pack.documents.find((one) => one.type === type)?.title ?? type }],
      preview: `${here}/allocation/preview`,
      shows: typed === null && proposes,
      drafts: await draftsOf(known, [type], parts),
    },
  };
}

/** Approved schemes that wait for money and are on no allocation that lies with the signer. */
async function allocable(known: KnownRound, parts: Parts): Promise<RoundScheme[]> {
  const lying = beforeTheSigner(known.round);
  const schemes = await schemesIn(known, statesAskedFor['propose-allocation'] ?? [], parts);
  return schemes.filter(({ id, scheme }) => !lying.has(id) && scheme.approved !== null);
}

/** All that was approved and has not been given yet is given. */
const defaults = (known: KnownRound, schemes: RoundScheme[]): ListedForm[] =>
  schemes.map((scheme) => ({ schemeId: scheme.id, outcome: 'give', reason: '', amounts: shownAmounts(left(known, scheme)) }));

/** What was approved of the state's money and has not been given yet, by year. */
function left({ round, source }: KnownRound, { id, scheme }: RoundScheme): Amount[] {
  const given = round.allocations
    .filter(({ status }) => status === 'issued')
    .flatMap(({ list }) => list.filter(({ schemeId }) => schemeId === id))
    .flatMap(({ amounts }) => amounts);
  const taken = (year: number) => given.filter((one) => one.year === year).reduce((sum, one) => sum + one.amountDong, 0);
  const declined = scheme.accounts.reduce((sum, { reserved }) => sum + reserved, 0) < 0;
  return (scheme.approved?.amounts ?? [])
    .filter((one) => one.source === source)
    .map((one) => ({ ...one, amountDong: declined ? one.amountDong : Math.max(0, one.amountDong - taken(one.year)) }));
}

const estimateIn = ({ estimate }: Posted): string => (typeof estimate === 'string' ? estimate.trim() : '');
const inputOf = (list: ListedForm[], estimate: string): unknown => ({
  estimate,
  list: list
    .filter(({ outcome }) => outcome !== '')
    .map(({ schemeId, outcome, amounts }) => ({ schemeId, amounts: outcome === 'give' ? readAmounts(amounts) : [] })),
});

const Params = z.strictObject({ id: Id });

const show = page({
  path: '/rounds/{id}/allocation',
  input: { params: Params },
  async run({ params: { id }, caller, language }, parts) {
    return allocationPage(await weighedRound(id, { caller, language }, parts), null, null, parts);
  },
});

const propose = page({
  method: 'post',
  path: '/rounds/{id}/do/propose-allocation',
  input: { params: Params },
  keeps: true,
  async run({ params: { id }, posted, caller, language }, parts) {
    const known = await weighedRound(id, { caller, language }, parts);
    const typed = { list: postedList(posted), estimate: estimateIn(posted) };
    const given = await giveForm(
      { kind: 'round', thing: id, command: 'propose-allocation', posted, caller, language, input: inputOf(typed.list, typed.estimate) },
      parts,
    );
    if (given.problem) return allocationPage(known, typed, given.problem, parts);
    return { redirect: `/rounds/${id}/allocation`, flash: { kind: 'success', key: 'round.sent' } };
  },
});

/** The decision as it would be if all were given; the estimate, which nobody has named yet, stands as an ellipsis. */
const firstPreview = page({
  path: '/rounds/{id}/allocation/preview',
  input: { params: Params },
  async run({ params: { id }, caller, language, response }, parts) {
    const known = await weighedRound(id, { caller, language }, parts);
    const input = inputOf(defaults(known, await allocable(known, parts)), '…');
    return framed(await previewOf(known, 'propose-allocation', input, type, parts), response);
  },
});

const preview = page({
  method: 'post',
  path: '/rounds/{id}/allocation/preview',
  input: { params: Params },
  async run({ params: { id }, posted, caller, language, response }, parts) {
    const known = await weighedRound(id, { caller, language }, parts);
    const input = inputOf(postedList(posted), estimateIn(posted));
    return framed(await previewOf(known, 'propose-allocation', input, type, parts), response);
  },
});

export const allocationPages: Page[] = [show, lead('propose-allocation', 'allocation'), propose, firstPreview, preview];
