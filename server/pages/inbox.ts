import { z } from 'zod';
import { type ThingKind, thingKinds } from '../../domain/process/chart.ts';
import { dateOf } from '../../domain/time/programme-day.ts';
import { timeLeft } from '../../domain/time/time-left.ts';
import { pageText } from '../../templates/page-texts.ts';
import type { Language } from '../http/language.ts';
import type { Caller } from '../identity/caller.ts';
import { type Awaited, awaitedBy, touchedBy } from '../inbox/awaited.ts';
import { decidedFor } from '../inbox/decided.ts';
import { mostUrgent, type WaitingRow } from '../inbox/waiting.ts';
import { waitingThings } from '../inbox/waiting-of.ts';
import type { Parts } from '../parts.ts';
import { commandTitle, peopleCommands } from '../things/kinds.ts';
import { bulkCommands, bulkFields, bulkOf, doBulk } from './inbox-bulk.ts';
import { aside, type Item, itemOf, urgencies, withoutDue } from './inbox-items.ts';
import { roundsToBegin } from './inbox-rounds.ts';
import { nameHolders } from './name-holders.ts';
import { type Page, page } from './page.ts';
import { isOver, leftText } from './time-left.ts';
import { addressOfThing } from './where-done.ts';

/** So many of the most urgent are counted and can be leafed through; a page shows so many. */
const counted = 500;
const rowsOfPage = 50;

const Query = z.strictObject({
  kind: z.enum(['', ...thingKinds]).optional(),
  do: z
    .string()
    .regex(/^[a-z-]{0,60}$/)
    .optional(),
  page: z
    .string()
    .regex(/^[1-9]\d?$/)
    .optional(),
});

/** "Việc của tôi": what waits for the caller, the most urgent first, each with the way to where it is done; what waits for others; what was decided. */
const show = page({
  path: '/',
  input: { query: Query },
  async run({ query, caller, language }, parts) {
    const [all, touched, now] = await Promise.all([mostUrgent(caller, parts.reader, counted), touchedBy(caller, parts), parts.time.now()]);
    const wanted = query.do || null;
    const bulk = wanted === null ? null : bulkOf(wanted);
    const fitting = all.filter(
      ({ kind, state }) => (!query.kind || kind === query.kind) && (wanted === null || mayCome(kind, state, wanted, caller, parts)),
    );
    const at = Number(query.page ?? 1);
    const [waiting, awaited, decided, rounds] = await Promise.all([
      waitingThings(fitting.slice((at - 1) * rowsOfPage, at * rowsOfPage), caller, parts),
      awaitedBy(caller, touched, parts),
      decidedFor(caller, touched, parts),
      roundsToBegin(caller, parts),
    ]);
    const items = waiting
      .map((one) => itemOf(one, dateOf(now), language))
      .filter(({ commands }) => wanted === null || commands.includes(wanted));
    const title = (command: string, kind: ThingKind) => commandTitle(kind, command, parts.committing.packs.values());
    return {
      view: 'inbox',
      title: pageText('inbox.title', language),
      nav: 'inbox',
      wide: true,
      ...(bulk && { scripts: ['ticks.js'] }),
      model: {
        total: all.length,
        more: all.length >= counted,
        kinds: kindsOf(all, query.kind || null, wanted === null),
        bulks: bulksOf(all, caller, parts).map((one) => ({ ...one, current: one.command === wanted, href: `/?do=${one.command}` })),
        actions: actionsIn(all, wanted, caller, language, parts),
        wanted: wanted !== null,
        bulk:
          bulk && items.length > 0
            ? {
                command: wanted,
                title: title(bulk.command, bulk.kind),
                id: crypto.randomUUID(),
                fields: await bulkFields(bulk, waiting, parts),
              }
            : null,
        groups: groupsOf(items),
        previous: at > 1 ? addressOfPage(query, at - 1) : null,
        next: fitting.length > at * rowsOfPage ? addressOfPage(query, at + 1) : null,
        rounds,
        awaited: await Promise.all(awaited.map((one) => awaitedView(one, now, language, parts))),
        decided: decided.map(({ kind, id, what, at: on, title: called }) => ({
          href: addressOfThing(kind, id),
          title: called,
          what: `inbox.decided.${what}`,
          on: dateOf(on),
        })),
      },
    };
  },
});

/** Whether a command may come in this state from a role of theirs: enough to narrow by before things are read. */
function mayCome(kind: ThingKind, state: string, command: string, { positions }: Caller, { committing }: Parts): boolean {
  const roles = new Set(positions.map(({ role }) => role));
  return [...committing.packs.values()].some(({ processes }) =>
    Object.values(processes).some((process) => {
      const known = process[kind].commands[command];
      return known?.in.includes(state) && known.by.some(({ role, of }) => roles.has(role) || of === 'council' || of === 'named');
    }),
  );
}

/** What there is to do in somebody's inbox, to narrow it by: every command that may come in one of its states from a role of theirs. */
function actionsIn(all: WaitingRow[], current: string | null, caller: Caller, language: Language, parts: Parts) {
  const places = [...new Map(all.map(({ kind, state }) => [`${kind} ${state}`, { kind, state }])).values()];
  const found = new Map<string, string>();
  for (const { kind, state } of places)
    for (const { name } of peopleCommands(kind, parts.committing.packs.values()))
      if (!aside.has(name) && mayCome(kind, state, name, caller, parts))
        found.set(name, commandTitle(kind, name, parts.committing.packs.values())[language]);
  if (found.size < 2 && current === null) return [];
  return [...found]
    .map(([value, text]) => ({ value, text, chosen: value === current }))
    .toSorted((a, b) => a.text.localeCompare(b.text, language));
}

function kindsOf(all: WaitingRow[], current: string | null, unnarrowed: boolean) {
  const counts = Map.groupBy(all, ({ kind }) => kind);
  if (counts.size < 2 && current === null) return [];
  return [
    { label: 'inbox.kind.all', href: '/', count: all.length, current: current === null && unnarrowed },
    ...thingKinds
      .filter((kind) => counts.has(kind) || kind === current)
      .map((kind) => ({
        label: `inbox.kind.${kind}`,
        href: `/?kind=${kind}`,
        count: counts.get(kind)?.length ?? 0,
        current: kind === current,
      })),
  ];
}

/** What can be done to several at once, where there are several. */
function bulksOf(all: WaitingRow[], caller: Caller, parts: Parts) {
  return bulkCommands.flatMap(({ command, kind }) => {
    const count = all.filter((row) => row.kind === kind && mayCome(kind, row.state, command, caller, parts)).length;
    return count > 1 ? [{ command, title: commandTitle(kind, command, parts.committing.packs.values()), count }] : [];
  });
}

const groupsOf = (items: Item[]) =>
  urgencies
    .map((urgency) => ({ urgency, heading: `inbox.urgency.${urgency}`, items: items.filter((item) => item.urgency === urgency) }))
    .filter((group) => group.items.length > 0);

async function awaitedView({ kind, id, title, stateTitle, did, holders, due }: Awaited, now: string, language: Language, parts: Parts) {
  const [pack] = parts.committing.packs.values();
  const left = due && pack ? timeLeft(pack.calendar, dateOf(now), dateOf(due)) : null;
  return {
    href: addressOfThing(kind, id),
    title,
    stateTitle,
    did,
    who: await nameHolders(holders, language, parts),
    dueOn: due && dateOf(due),
    left: left ? leftText(left, language) : withoutDue(false, null, language),
    late: isOver(left),
  };
}

function addressOfPage({ kind, do: wanted }: z.infer<typeof Query>, at: number): string {
  const query = new URLSearchParams({
    ...(kind && { kind }),
    ...(wanted && { do: wanted }),
    ...(at > 1 && { page: String(at) }),
  }).toString();
  return query === '' ? '/' : `/?${query}`;
}

export const inboxPages: Page[] = [show, doBulk];
