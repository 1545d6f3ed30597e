import { z } from 'zod';
import { dateOf } from '../../../domain/time/programme-day.ts';
import type { Letter } from '../../../prisma/generated/client.ts';
import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import { cut } from '../../http/page.ts';
import type { Caller } from '../../identity/caller.ts';
import { afterNewest, placeOf } from '../../lists/by-creation.ts';
import type { Parts } from '../../parts.ts';
import { actionsOf } from '../../things/actions.ts';
import { collectionOf } from '../../things/kinds.ts';
import { asKnown, type KnownThing, mayRead } from '../../things/known-thing.ts';
import { withSchemes } from '../../things/schemes-at-hand.ts';
import { buttonsOf } from '../inbox-items.ts';
import { type Page, page } from '../page.ts';
import { addressOfThing } from '../where-done.ts';

const rowsOfPage = 30;
const digestsShown = 5;
const Cursor = z
  .string()
  .max(500)
  .regex(/^[\w-]+$/)
  .optional();

/** The mailbox on screen: every letter with the way to where it is done, the digests, and how one wants to be told. */
const show = page({
  path: '/mail',
  input: { query: z.strictObject({ cursor: Cursor }) },
  async run({ query: { cursor }, caller, language }, parts) {
    const { reader, environment } = parts;
    const { where, orderBy } = afterNewest(cursor);
    const [found, telling, digests] = await Promise.all([
      reader.letter.findMany({ where: { AND: [{ personId: caller.id }, where] }, orderBy, take: rowsOfPage + 1 }),
      reader.telling.findUnique({ where: { personId: caller.id } }),
      cursor ? [] : reader.digest.findMany({ where: { personId: caller.id }, orderBy: { day: 'desc' }, take: digestsShown }),
    ]);
    const { rows, next } = cut(found, rowsOfPage, placeOf);
    const things = await thingsOf(rows, caller, parts);
    const now = await parts.time.now();
    return {
      view: 'telling/mail',
      title: pageText('mail.title', language),
      nav: 'inbox',
      crumbs: [{ text: pageText('inbox.title', language), href: '/' }, { text: pageText('mail.title', language) }],
      model: {
        ways: (['at-once', 'digest'] as const).map((way) => ({
          way,
          text: `mail.way.${way}`,
          help: `mail.way-help.${way}`,
          chosen: (telling?.way ?? 'at-once') === way,
        })),
        bySmtp: environment.smtpUrl !== undefined,
        letters: rows.map((letter) =>
          letterView(letter, things.get(letter.thingId), { caller, language, now, publicUrl: environment.publicUrl }),
        ),
        digests: digests.map(({ subject, body, day, sentAt }) => ({
          subject,
          body,
          day: day.toISOString().slice(0, 10),
          sent: sentAt !== null,
        })),
        next: next && `/mail?cursor=${next}`,
        first: cursor ? '/mail' : null,
      },
    };
  },
});

/** The things that letters speak of, of those that their reader may still know of. */
async function thingsOf(letters: Letter[], caller: Caller, { reader, committing }: Parts): Promise<Map<string, KnownThing>> {
  const ids = [...new Set(letters.map(({ thingId }) => thingId))];
  const [rows, pieces] = await Promise.all([
    reader.thing.findMany({ where: { id: { in: ids } } }),
    reader.thingPart.findMany({ where: { thingId: { in: ids } } }),
  ]);
  const piecesOf = Map.groupBy(pieces, ({ thingId }) => thingId);
  const whole = rows
    .filter(({ kind, readers }) => collectionOf(kind as KnownThing['kind']) !== null && mayRead(readers, caller))
    .map((row) => asKnown(row, piecesOf.get(row.id) ?? [], committing.packs));
  return new Map((await withSchemes(whole, caller, { reader })).map((thing) => [thing.id, thing]));
}

type Reading = { caller: Caller; language: Language; now: string; publicUrl: string };

function letterView(
  { subject, body, at, sentAt, held, digestId }: Letter,
  thing: KnownThing | undefined,
  { caller, language, now, publicUrl }: Reading,
) {
  const lines = body.trimEnd().split('\n');
  const last = lines.at(-1) ?? '';
  const link = last.startsWith(`${publicUrl}/`) ? last.slice(publicUrl.length) : null;
  return {
    subject: inOne(subject, language),
    on: dateOf(at.toISOString()),
    text: (link === null ? lines : lines.slice(0, -1)).join('\n').trim(),
    state: sentAt !== null ? 'mail.sent' : held ? (digestId ? 'mail.in-digest' : 'mail.held') : null,
    href: thing ? addressOfThing(thing.kind, thing.id) : link,
    actions: thing ? buttonsOf(thing, actionsOf(thing, caller, now), language) : [],
  };
}

/** A subject is written in both languages, one after the other: the reader's half, where it can be told. */
function inOne(subject: string, language: Language): string {
  const parts = subject.split(' · ');
  if (parts.length % 2 === 1) return subject;
  const half = parts.length / 2;
  return (language === 'vi' ? parts.slice(0, half) : parts.slice(half)).join(' · ');
}

const choose = page({
  method: 'post',
  path: '/mail/telling',
  input: {},
  async run({ posted, caller }, { reader }) {
    const way = posted.way === 'digest' ? 'digest' : 'at-once';
    await reader.telling.upsert({
      where: { personId: caller.id },
      create: { personId: caller.id, way },
      update: { way, changedAt: new Date() },
    });
    return { redirect: '/mail', flash: { kind: 'success', key: `mail.chosen.${way}` } };
  },
});

export const mailPages: Page[] = [show, choose];
