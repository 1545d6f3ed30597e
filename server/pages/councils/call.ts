import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { waitsForSession } from '../../../domain/council/subjects.ts';
import { lawValue } from '../../../domain/regulation/law-value.ts';
import { addDays } from '../../../domain/time/dates.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import { stateTitleOf } from '../../lists/readable.ts';
import type { Parts } from '../../parts.ts';
import { mayRead } from '../../things/known-thing.ts';
import { withSchemes } from '../../things/schemes-at-hand.ts';
import { type FormProblem, giveForm } from '../forms/give-form.ts';
import { problemOf } from '../forms/whole-problem.ts';
import { type Page, type PageAnswer, type Posted, page } from '../page.ts';
import { type KnownCouncil, knownCouncil } from './known-council.ts';

type Typed = { date: string; time: string; place: string; order: Record<string, string> };

/** The form that calls a session: when, where, and which of the schemes that are ready, in which order. */
async function callPage(known: KnownCouncil, typed: Typed | null, problem: FormProblem | null, parts: Parts): Promise<PageAnswer> {
  const { thing, council, language, today } = known;
  const limit = lawValue(thing.pack, 'council.papers', { on: today });
  const earliest = addDays(today, limit.value);
  const ready = await readyFor(known, parts);
  const title = thing.chart.commands['call-session']?.title[language] ?? '';
  const here = `/councils/${thing.id}`;
  const stateTitle = stateTitleOf('scheme', parts.committing.packs, thing.route);
  return {
    view: 'councils/call',
    title,
    nav: 'councils',
    crumbs: [{ text: pageText('shell.nav.councils', language), href: '/councils' }, { text: council.name, href: here }, { text: title }],
    status: problem?.status ?? 200,
    model: {
      action: `${here}/do/call-session`,
      back: here,
      id: randomUUID(),
      problem: problem && problemOf(problem, language),
      date: typed?.date ?? earliest,
      earliest,
      days: limit.value,
      basis: limit.basis,
      certainty: `certainty.${limit.certainty}`,
      time: typed?.time ?? '08:30',
      place: typed?.place ?? '',
      schemes: ready.map(({ id, title: name, hostName, state, readable }, index) => ({
        id,
        title: name,
        host: hostName,
        state: stateTitle(state),
        href: readable ? `/schemes/${id}` : null,
        order: typed ? (typed.order[id] ?? '') : String(index + 1),
      })),
      none: ready.length === 0,
    },
  };
}

/**
 * Schemes of the round that a session may take: found eligible, put off by this council, or changed so much that it has to look again. Whoever
 * may call them to a session, the council's secretary say, chooses among them by name; their files are open to those who may read them.
 */
async function readyFor({ thing, council, caller }: KnownCouncil, { reader, names }: Parts) {
  const [{ schemes } = thing] = await withSchemes([thing], caller, { reader }, null);
  const ready = schemes.filter((scheme) => waitsForSession(thing.id, council, scheme)).map(({ schemeId }) => schemeId);
  const rows = await reader.scheme.findMany({
    where: { id: { in: ready } },
    select: { id: true, title: true, hostId: true, state: true, readers: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 500,
  });
  return Promise.all(
    rows.map(async ({ readers, ...row }) => ({ ...row, readable: mayRead(readers, caller), hostName: await names(row.hostId) })),
  );
}

function typedOf({ date, time, place, order }: Posted): Typed {
  const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
  const rows = Object.entries((order ?? {}) as Record<string, unknown>).map(([id, no]) => [id, text(no)]);
  return { date: text(date), time: text(time), place: text(place), order: Object.fromEntries(rows) };
}

/** Those with a number, by it. */
const agendaOf = ({ order }: Typed): string[] =>
  Object.entries(order)
    .filter(([, no]) => /^\d{1,4}$/.test(no))
    .toSorted(([, a], [, b]) => Number(a) - Number(b))
    .map(([id]) => id);

const Params = z.strictObject({ id: Id });
const path = '/councils/{id}/do/call-session';

const show = page({
  path,
  input: { params: Params },
  async run({ params: { id }, caller, language }, parts) {
    const known = await knownCouncil(id, { caller, language }, parts);
    const what = known.thing.chart.commands['call-session']?.title[language] ?? '';
    if (!known.open.has('call-session'))
      return { redirect: `/councils/${id}`, flash: { kind: 'warning', key: 'thing.not-open', values: { what } } };
    return callPage(known, null, null, parts);
  },
});

const send = page({
  method: 'post',
  path,
  input: { params: Params },
  keeps: true,
  async run({ params: { id }, posted, caller, language }, parts) {
    const known = await knownCouncil(id, { caller, language }, parts);
    const typed = typedOf(posted);
    const input = { date: typed.date, time: typed.time, place: typed.place, agenda: agendaOf(typed) };
    const given = await giveForm({ kind: 'council', thing: id, command: 'call-session', posted, caller, language, input }, parts);
    if (given.problem) return callPage(known, typed, given.problem, parts);
    return { redirect: `/councils/${id}`, flash: { kind: 'success', key: 'council.called' } };
  },
});

export const callPages: Page[] = [show, send];
