import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isBarred } from '../../../domain/council/seats.ts';
import type { AgendaItem } from '../../../domain/council/state.ts';
import { lawValue } from '../../../domain/regulation/law-value.ts';
import { roleTitle } from '../../../domain/regulation/role-title.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import { readableBy } from '../../lists/readable.ts';
import type { Parts } from '../../parts.ts';
import { clockSeen } from '../../things/clock-view.ts';
import { type Page, page } from '../page.ts';
import { atBoard, atDesk } from './commands-here.ts';
import { openDeed } from './deed.ts';
import { interestsView, resultView } from './item-view.ts';
import { itemsOf, type KnownCouncil, knownCouncil } from './known-council.ts';

/** Done by one button on the page. */
const atOnce = ['accept-appointment'];

/** A council: who sits on it, what it is called to, what it has before it, and what it concluded. */
const show = page({
  path: '/councils/{id}',
  input: { params: z.strictObject({ id: Id }) },
  async run({ params: { id }, caller, language }, parts) {
    const known = await knownCouncil(id, { caller, language }, parts);
    const { thing, council, open, today } = known;
    const here = `/councils/${id}`;
    const member = council.members.find(({ personId }) => personId === caller.id);
    const sits = member !== undefined && member.answer !== 'declined';
    const [clocks, documents, round, organisations] = await Promise.all([
      parts.reader.clock.findMany({ where: { thingId: id }, orderBy: { due: 'asc' } }),
      documentsOf(known, parts),
      parts.reader.thing.findUnique({ where: { id: council.roundId }, select: { data: true } }),
      Promise.all(council.members.map(async ({ organisationIds }) => Promise.all(organisationIds.map(parts.names)))),
    ]);
    const papers = lawValue(thing.pack, 'council.papers', { on: today });
    return {
      view: 'councils/show',
      title: council.name,
      nav: 'councils',
      crumbs: [{ text: pageText('shell.nav.councils', language), href: '/councils' }, { text: council.name }],
      wide: true,
      model: {
        stateTitle: thing.chart.states[thing.state]?.title ?? { vi: thing.state, en: thing.state },
        round: { href: `/rounds/${council.roundId}`, title: String((round?.data as { title?: string } | null)?.title ?? council.roundId) },
        appointment: council.appointment && { ...council.appointment, href: `/documents/${council.appointment.documentId}` },
        accept: open.has('accept-appointment')
          ? { action: `${here}/do/accept-appointment`, id: randomUUID(), title: open.get('accept-appointment') }
          : null,
        desk: sits && council.session ? `${here}/desk` : null,
        board: council.session ? `${here}/board` : null,
        actions: [...open]
          .filter(([command]) => ![...atBoard, ...atDesk, ...atOnce].includes(command))
          .map(([command, title]) => ({ title, href: `${here}/do/${command}` })),
        members: council.members.map(({ name, role, answer, personId }, index) => ({
          name,
          role: roleTitle(thing.pack, role),
          organisations: organisations[index]?.join(', '),
          answer: `council.answer.${answer ?? 'open'}`,
          tone: answer === 'accepted' ? 'good' : answer === 'declined' ? 'bad' : 'plain',
          me: personId === caller.id,
        })),
        session: council.session,
        calls: ['proposed', 'appointed'].includes(thing.state),
        papers: { basis: papers.basis, certainty: `certainty.${papers.certainty}` },
        agenda: council.session ? itemsOf(council).map((item) => agendaRow(item, known, sits)) : [],
        past: council.sessions.toReversed().map(({ no, date, place }, index) => ({
          no,
          date,
          place,
          open: index === 0 && council.session === null,
          agenda: Object.values(council.items)
            .filter((item) => item.sessionNo === no)
            .toSorted((one, other) => one.order - other.order)
            .map((item) => agendaRow(item, known, false)),
        })),
        documents,
        clocks: clocks.map((clock) => clockSeen(clock, thing)),
        waits: thing.state === 'proposed',
      },
    };
  },
});

const statusOf = (item: AgendaItem): string =>
  item.result && item.status === 'concluded' ? `council.conclusion.${item.result.conclusion}` : `council.status.${item.status}`;

function agendaRow(item: AgendaItem, known: KnownCouncil, sits: boolean) {
  const { caller, thing } = known;
  const barred = isBarred(item, caller.id);
  return {
    order: item.order,
    title: item.title,
    href: `/schemes/${item.schemeId}`,
    readable: !barred,
    desk: sits && known.council.session ? `/councils/${thing.id}/desk?scheme=${item.schemeId}` : null,
    host: item.hostName,
    status: statusOf(item),
    result: resultView(item, known),
    schemeId: item.schemeId,
    declare: sits && !item.interests.some(({ by }) => by === caller.id) ? declaring(item, known) : null,
    interests: interestsView(item, known),
    dissents: item.dissents.map(({ by, text }) => ({
      name: known.council.members.find(({ personId }) => personId === by)?.name ?? by,
      text,
    })),
  };
}

/** That there is no interest is said by one button; whatever else, at the desk. */
function declaring({ schemeId }: AgendaItem, known: KnownCouncil) {
  const deed = openDeed(known, 'declare-interest', { schemeId, kind: 'none', text: '' });
  return deed && { action: deed.action, id: randomUUID(), next: `/councils/${known.thing.id}` };
}

/** Papers of the council that the reader may open, by type: invitations, records of the count, score sheets, minutes. */
async function documentsOf({ thing, caller }: KnownCouncil, { reader }: Parts) {
  const rows = await reader.document.findMany({
    where: { AND: [{ councilId: thing.id }, readableBy(caller)] },
    select: { id: true, title: true, type: true, symbol: true, date: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 500,
  });
  const groups = [...Map.groupBy(rows, ({ type }) => type)];
  return groups.map(([type, list]) => ({
    title: thing.pack.documents.find((one) => one.type === type)?.title ?? { vi: type, en: type },
    many: list.length > 3,
    count: list.length,
    list: list.map(({ id, title, symbol, date }) => ({
      href: `/documents/${id}`,
      title,
      symbol,
      date: date?.toISOString().slice(0, 10) ?? null,
    })),
  }));
}

export const showPages: Page[] = [show];
