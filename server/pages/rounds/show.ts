import { z } from 'zod';
import { fundIdOf } from '../../../domain/round/ceiling.ts';
import type { Round } from '../../../domain/round/state.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import { readableBy, stateTitleOf } from '../../lists/readable.ts';
import type { Parts } from '../../parts.ts';
import { clockSeen } from '../../things/clock-view.ts';
import { type Page, page } from '../page.ts';
import { type KnownRound, knownRound } from './known-round.ts';

/** Commands with a page of their own. */
const own: Record<string, string> = {
  'rank-schemes': 'ranking',
  'promote-from-waiting-list': 'ranking#waiting',
  'propose-decision': 'decision',
  'propose-allocation': 'allocation',
};

/** A round: until when, with how much money, how far its schemes have come, and what lies with the signer. */
const show = page({
  path: '/rounds/{id}',
  input: { params: z.strictObject({ id: Id }) },
  async run({ params: { id }, caller, language }, parts) {
    const known = await knownRound(id, { caller, language }, parts);
    const { thing, round, weighs, open } = known;
    const here = `/rounds/${id}`;
    const [clocks, schemes, documents, ceilings, owner] = await Promise.all([
      parts.reader.clock.findMany({ where: { thingId: id }, orderBy: { due: 'asc' } }),
      schemesByState(known, parts),
      documentsOf(known, parts),
      ceilingsOf(known, parts),
      parts.names(round.provinceId ?? round.ownerId),
    ]);
    return {
      view: 'rounds/show',
      title: round.title,
      nav: 'rounds',
      crumbs: [{ text: pageText('shell.nav.rounds', language), href: '/rounds' }, { text: round.title }],
      model: {
        stateTitle: thing.chart.states[thing.state]?.title ?? { vi: thing.state, en: thing.state },
        programme: thing.pack.title,
        route: thing.pack.routes.find((one) => one.id === thing.route)?.title ?? { vi: thing.route, en: thing.route },
        year: String(round.year),
        owner,
        openedOn: round.openedOn,
        closesAt: round.closesAt,
        extensions: round.extensions,
        actions: [...open].map(([command, title]) => ({ title, href: `${here}/${own[command] ?? `do/${command}`}` })),
        ceilings,
        schemes,
        list: `/schemes?round=${encodeURIComponent(id)}`,
        ranking: weighs && round.ranking.length > 0 ? { href: `${here}/ranking`, count: round.ranking.length } : null,
        decisions: round.decisions.map((one) => decisionView(one)),
        allocations: round.allocations.map(({ no, list, status, document }) => ({
          no,
          count: list.length,
          sum: list.flatMap(({ amounts }) => amounts).reduce((sum, { amountDong }) => sum + amountDong, 0),
          status: `round.status.${status}`,
          document: document && { ...document, href: `/documents/${document.documentId}` },
        })),
        documents,
        clocks: clocks.map((clock) => clockSeen(clock, thing)),
      },
    };
  },
});

function decisionView({ no, list, status, approvals, refusals }: Round['decisions'][number]) {
  const linked = (one: typeof approvals) => one && { ...one, href: `/documents/${one.documentId}` };
  return {
    no,
    approved: list.filter(({ outcome }) => outcome === 'approve').length,
    refused: list.filter(({ outcome }) => outcome === 'refuse').length,
    status: `round.status.${status}`,
    documents: [linked(approvals), linked(refusals)].filter((one) => one !== null),
  };
}

/** How many schemes stand where, of those that the reader may know of. */
async function schemesByState({ thing, caller }: KnownRound, { reader, committing }: Parts) {
  const rows = await reader.scheme.groupBy({
    by: ['state'],
    where: { AND: [{ roundId: thing.id }, readableBy(caller)] },
    _count: { id: true },
    _sum: { supportDong: true },
  });
  const title = stateTitleOf('scheme', committing.packs, thing.route);
  const order = Object.keys(thing.pack.processes[thing.route]?.scheme.states ?? {});
  return rows
    .toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state))
    .map(({ state, _count, _sum }) => ({
      state,
      title: title(state),
      count: _count.id,
      supportDong: Number(_sum.supportDong ?? 0n),
      href: `/schemes?round=${encodeURIComponent(thing.id)}&state=${state}`,
    }));
}

/** The ceilings of the call, and of the state's money what of it is taken up, for those who weigh the schemes. */
async function ceilingsOf({ thing, round, weighs, source }: KnownRound, { reader }: Parts) {
  const fund = weighs ? await reader.fund.findUnique({ where: { id: fundIdOf(round, source, thing.pack) } }) : null;
  return round.ceilings.map((ceiling) => {
    const taken = fund && ceiling.source === source ? Number(fund.reserved + fund.allocated) : null;
    const limit = fund && ceiling.source === source ? Number(fund.ceiling) : ceiling.ceilingDong;
    return { source: `source.${ceiling.source}`, ceilingDong: limit, taken, left: taken === null ? null : limit - taken };
  });
}

/** Documents of the round itself: the call, submissions, decisions, also as drafts for those who work on them. */
async function documentsOf({ thing, caller }: KnownRound, { reader, committing }: Parts) {
  const rows = await reader.document.findMany({
    where: { AND: [{ roundId: thing.id, schemeId: null, councilId: null }, readableBy(caller)] },
    select: { id: true, title: true, symbol: true, date: true, state: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 30,
  });
  const title = stateTitleOf('document', committing.packs, thing.route);
  return rows.map(({ id, title: name, symbol, date, state }) => ({
    href: `/documents/${id}`,
    title: name,
    symbol,
    date: date?.toISOString().slice(0, 10) ?? null,
    state: title(state),
  }));
}

export const showPages: Page[] = [show];
