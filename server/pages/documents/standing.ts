import type { DocumentRecord } from '../../../domain/document/state.ts';
import { dateOf } from '../../../domain/time/programme-day.ts';
import { refusalText } from '../../http/texts.ts';
import { readableBy } from '../../lists/readable.ts';
import type { Parts } from '../../parts.ts';
import { clockSeen } from '../../things/clock-view.ts';
import { findingsOf } from '../../things/findings.ts';
import { personNames } from '../../things/person-names.ts';
import { readingOf } from '../../things/reading.ts';
import { visibleFact } from '../../things/visible.ts';
import { titleOf } from '../title-of.ts';
import { deedsOf, type Failed } from './deeds.ts';
import { type FindingsView, findingsView } from './findings-view.ts';
import type { KnownDocument } from './known-document.ts';
import { readingView } from './reading-view.ts';
import { type Happened, signingOf } from './signing.ts';

type Owed = { what: string; waits: string | null };

/** Everything about a document that changes while it goes its way: what may be done, findings, approvals, signatures, receipts. */
export async function standingOf(
  known: KnownDocument,
  closed: boolean,
  failed: Failed | null,
  parts: Parts,
): Promise<Record<string, unknown> & { seen: string }> {
  const { thing, document, caller, language } = known;
  const [now, reading, facts, clocks, owedRows] = await Promise.all([
    parts.time.now(),
    closed ? null : readingOf(thing, caller, parts),
    parts.reader.fact.findMany({ where: { thingId: thing.id }, orderBy: { seq: 'asc' } }),
    parts.reader.clock.findMany({ where: { thingId: thing.id }, orderBy: { due: 'asc' } }),
    parts.reader.owed.findMany({ where: { thingId: thing.id, doneAt: null }, orderBy: [{ seq: 'asc' }, { ordinal: 'asc' }], take: 20 }),
  ]);
  const happened = facts.flatMap(({ type, data, at, actor }): Happened[] => {
    const seen = visibleFact({ type, data: data as never, actor }, thing, caller);
    return seen === null ? [] : [{ type, at: at.toISOString(), actor, data: seen }];
  });
  const nameOf = await personNames(
    [
      ...happened.map(({ actor }) => actor),
      ...(document.approvals?.map(({ by }) => by) ?? []),
      ...(reading?.voided.map(({ by }) => by) ?? []),
      ...document.recipients.flatMap(({ receipts = [] }) => receipts.map(({ by }) => by)),
    ],
    parts.reader,
  );
  const { deeds, checks, edits } = await deedsOf(known, reading, failed, now, parts);
  const owed = owedRows.map(({ what, waits }): Owed => {
    const held = waits as { rule: string; values: Record<string, never> } | null;
    return { what, waits: held ? refusalText(held.rule, language, held.values) : null };
  });
  const working = owed.length > 0;
  const findings: FindingsView | null =
    !closed && thing.state === 'draft' ? findingsView(findingsOf(thing, dateOf(now), language), known, checks, failed) : null;
  return {
    id: thing.id,
    seq: thing.seq,
    seen: seenAs(thing.seq, owed),
    poll: working,
    working: working && { waits: owed.flatMap(({ waits }) => waits ?? []) },
    state: thing.state,
    stateTitle: thing.chart.states[thing.state]?.title ?? { vi: thing.state, en: thing.state },
    tone: toneOf(thing.state),
    deeds,
    nothingToDo: deeds.length === 0 && !checks && !edits,
    edit: edits ? `/documents/${thing.id}/do/edit-draft` : null,
    findings,
    reading:
      reading && ['draft', 'checked', 'approved'].includes(thing.state) && document.route === 'signed'
        ? readingView(reading, document, thing.pack, nameOf, language)
        : null,
    returned: thing.state === 'draft' ? lastReturn(document, nameOf) : null,
    signing: closed ? null : signingOf(document, thing.state, happened, nameOf, language),
    sent: ['issued', 'corrected', 'replaced', 'recalled'].includes(thing.state),
    recipients: recipientsOf(document, nameOf),
    links: await linksOf(known, parts),
    clocks: clocks.map((clock) => clockSeen(clock, thing)),
    history: happened
      .filter(({ type }) => type !== 'preview-rendered')
      .map(({ type, at, actor, data }) => ({ key: `document.fact.${type}`, at, by: nameOf(actor), reason: reasonOf(data) })),
  };
}

/** What a page shows of a document's way, in one word: another word, and it has to be shown anew. */
export const seenAs = (seq: number, owed: readonly Owed[]): string =>
  `${seq}-${owed.length}-${owed.filter(({ waits }) => waits !== null).length}`;

const reasonOf = ({ reason, notes, note, text }: Record<string, unknown>): string | null =>
  [reason, notes, note, text].find((one): one is string => typeof one === 'string' && one !== '') ?? null;

function lastReturn(document: DocumentRecord, nameOf: (id: string) => string) {
  const back = document.returns.at(-1);
  const check = document.checks.at(-1);
  if (back) return { by: nameOf(back.by), on: back.on, reason: back.reason };
  return check && !check.accepted ? { by: nameOf(check.by), on: check.on, reason: check.notes } : null;
}

function toneOf(state: string): string {
  if (['issued', 'signed'].includes(state)) return 'good';
  if (['recalled', 'discarded', 'replaced'].includes(state)) return 'bad';
  return state === 'corrected' ? 'mark' : 'plain';
}

function recipientsOf({ recipients }: DocumentRecord, nameOf: (id: string) => string) {
  return recipients.map(({ name, status, confirmed, receipts = [] }) => ({
    name,
    status: status ? `choice.status.${status}` : confirmed ? 'choice.status.03' : 'document.receipt.none',
    answered: Boolean(status || confirmed),
    receipts: receipts.map((one) => ({ status: `choice.status.${one.status}`, on: one.on, by: nameOf(one.by), note: one.note })),
    on: receipts.at(-1)?.on ?? confirmed?.on ?? null,
  }));
}

/** Other documents that hang together with it, and the things that it speaks of, as far as the reader may know of them. */
async function linksOf({ document, caller }: KnownDocument, { reader }: Parts) {
  const others = document.links.map(({ documentId }) => documentId);
  const things = [document.roundId, document.councilId, document.schemeId].flatMap((id) => id ?? []);
  const rows = await reader.thing.findMany({
    where: { AND: [{ id: { in: [...others, ...things] } }, readableBy(caller)] },
    select: { id: true, kind: true, data: true },
  });
  const of = new Map(rows.map((row) => [row.id, row]));
  return {
    others: document.links.map(({ kind, documentId, symbol, date }) => ({
      kind: `document.link.${kind}`,
      href: of.has(documentId) ? `/documents/${documentId}` : null,
      symbol: symbol ?? null,
      date: date ?? null,
      title: of.has(documentId) ? titleOf(of.get(documentId)?.data as Record<string, unknown>, documentId) : '',
    })),
    things: things.flatMap((id) => {
      const row = of.get(id);
      return row
        ? [{ key: `document.about.${row.kind}`, title: titleOf(row.data as Record<string, unknown>, id), href: `/${row.kind}s/${id}` }]
        : [];
    }),
  };
}
