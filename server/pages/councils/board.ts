import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { seated } from '../../../domain/council/seats.ts';
import type { AgendaItem, Session } from '../../../domain/council/state.ts';
import { roleTitle } from '../../../domain/regulation/role-title.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import { problemOf } from '../forms/whole-problem.ts';
import { type Page, type PageAnswer, page } from '../page.ts';
import { deedOf, openDeed } from './deed.ts';
import { type Failed, linesIn } from './desk.ts';
import { agendaLine, countView, quorumView, resultView } from './item-view.ts';
import { chosenItem, itemsOf, type KnownCouncil, knownCouncil } from './known-council.ts';

/** The board in the meeting: who is there, whether that is enough and why, item after item, and what the minutes will say. */
export function boardPage(known: KnownCouncil, schemeId: string | undefined, failed: Failed | null): PageAnswer {
  const { thing, council, language } = known;
  const title = pageText('council.board', language);
  const here = `/councils/${thing.id}`;
  return {
    view: 'councils/board',
    title: `${title} · ${council.name}`,
    nav: 'councils',
    crumbs: [{ text: pageText('shell.nav.councils', language), href: '/councils' }, { text: council.name, href: here }, { text: title }],
    wide: true,
    scripts: ['meeting.js'],
    status: failed?.problem.status ?? 200,
    model: {
      problem: failed && problemOf(failed.problem, language),
      session: council.session,
      overview: here,
      live: boardLive(known, schemeId),
      steps: boardSteps(known, schemeId, failed),
      attendance: attendanceView(known, failed),
      minutes: minutesView(known),
    },
  };
}

/** What changes on the board while members vote. */
function boardLive(known: KnownCouncil, asked: string | undefined) {
  const { thing, council } = known;
  const item = chosenItem(council, asked);
  const items = itemsOf(council);
  const { session } = council;
  const schemeId = item?.schemeId ?? '';
  return {
    id: thing.id,
    seq: thing.seq,
    asked: asked ?? '',
    schemeId,
    seen: [
      schemeId.slice(0, 8),
      thing.state.slice(0, 3),
      session?.attendance.filter(({ present }) => present).length ?? 0,
      ...items.map(({ status, ballots, sheets, interests }) => `${status.slice(0, 3)}${ballots.length}${sheets.length}${interests.length}`),
    ].join('.'),
    poll: session !== null,
    agenda: items.map((one) => agendaLine(one, known, schemeId)),
    item: item && {
      title: item.title,
      host: item.hostName,
      status: `council.status.${item.status}`,
      order: item.order,
      quorum: quorumView(item, known),
      count: countView(item, known),
      balloting: item.status === 'balloting',
      result: resultView(item, known),
      barred: item.interests.filter(({ bars }) => bars).map(({ by, text }) => ({ name: nameOf(known, by), text })),
      dissents: item.dissents.map(({ by, text }) => ({ name: nameOf(known, by), text })),
      why: nextStep(known, item)?.why ?? null,
    },
  };
}

const nameOf = ({ council }: KnownCouncil, id: string) => council.members.find(({ personId }) => personId === id)?.name ?? id;

/** The one next step of an item, and why it cannot be taken yet; null for who does not lead. */
function nextStep(known: KnownCouncil, { schemeId, status }: AgendaItem) {
  const next = { listed: 'open-item', open: 'open-ballot', balloting: 'close-ballot' }[status as string];
  return next ? deedOf(known, next, { schemeId }) : null;
}

/** What whoever leads may do to the item, apart from what follows the votes: nothing moves under their hand while they write. */
function boardSteps(known: KnownCouncil, asked: string | undefined, failed: Failed | null = null) {
  const { thing, council } = known;
  const item = chosenItem(council, asked);
  const schemeId = item?.schemeId ?? '';
  const closing = failed?.command === 'close-ballot' ? failed.values : null;
  const putOff = failed?.command === 'adjourn-item' ? failed.values : null;
  const step = item && nextStep(known, item);
  const adjourn = item && openDeed(known, 'adjourn-item', { schemeId, reason: '–' });
  return {
    id: thing.id,
    asked: asked ?? '',
    schemeId,
    poll: council.session !== null,
    seen: [schemeId.slice(0, 8), item?.status ?? 'none', step === null ? '-' : step.why === null, adjourn !== null].join('.'),
    step: step && {
      ...step,
      id: randomUUID(),
      waits: step.why !== null,
      closes: step.command === 'close-ballot',
      opened: closing !== null,
      conditions: linesIn(closing?.conditions),
      reviseBy: String(closing?.reviseBy ?? ''),
    },
    adjourn: adjourn && { ...adjourn, id: randomUUID(), opened: putOff !== null, reason: String(putOff?.reason ?? '') },
  };
}

/** Who is there, and the form by which the secretary takes it down. */
function attendanceView(known: KnownCouncil, failed: Failed | null) {
  const { thing, council } = known;
  const members = seated(council);
  const typed = failed?.command === 'record-attendance' ? (failed.values.attendance as Session['attendance']) : null;
  const recorded = council.session?.attendance ?? [];
  const sample = { attendance: members.slice(0, 1).map(({ personId }) => ({ personId, present: true })) };
  const deed = council.session && deedOf(known, 'record-attendance', sample);
  return {
    deed: deed && { ...deed, id: randomUUID() },
    taken: recorded.length > 0,
    present: recorded.filter(({ present }) => present).length,
    of: members.length,
    members: members.map(({ personId, name, role }, no) => {
      const row = (typed ?? recorded).find((one) => one.personId === personId);
      return { no, personId, name, role: roleTitle(thing.pack, role), present: row?.present ?? false, reason: row?.reason ?? '' };
    }),
  };
}

/** The minutes to be adopted: whose signature is there, what they will say, and the end of the session. */
function minutesView(known: KnownCouncil) {
  const { thing, council } = known;
  const { session } = council;
  if (!session || session.attendance.length === 0) return null;
  const left = itemsOf(council).filter(({ status }) => status !== 'concluded' && status !== 'adjourned').length;
  const adopt = deedOf(known, 'adopt-minutes', {});
  const close = openDeed(known, 'close-session', {});
  return {
    preview: left < (session.agenda.length || 1) ? `/councils/${thing.id}/minutes` : null,
    left,
    chair: session.minutesSigned.chair && nameOf(known, session.minutesSigned.chair),
    secretary: session.minutesSigned.secretary && nameOf(known, session.minutesSigned.secretary),
    adopted: session.adopted,
    adopt: session.adopted || left > 0 ? null : adopt && { ...adopt, id: randomUUID() },
    close: close && { ...close, id: randomUUID() },
  };
}

const Params = z.strictObject({ id: Id });

const show = page({
  path: '/councils/{id}/board',
  input: { params: Params, query: z.object({ scheme: Id.optional() }) },
  async run({ params: { id }, query, caller, language }, parts) {
    return boardPage(await knownCouncil(id, { caller, language }, parts), query.scheme, null);
  },
});

/** A part of the board anew where it has changed since it was shown; nothing where it has not. */
const part = (name: string, fragment: string, modelOf: (known: KnownCouncil, asked: string | undefined) => object & { seen: string }) =>
  page({
    path: `/councils/{id}/board/${name}`,
    input: { params: Params, query: z.object({ scheme: Id.or(z.literal('')).optional(), seen: z.string().max(4_000) }) },
    async run({ params: { id }, query, caller, language, response }, parts) {
      const model = modelOf(await knownCouncil(id, { caller, language }, parts), query.scheme || undefined);
      if (model.seen !== query.seen) return { fragment, model };
      response.status(204).end();
      return null;
    },
  });

export const boardPages: Page[] = [show, part('live', 'councils/board-live', boardLive), part('steps', 'councils/board-steps', boardSteps)];
