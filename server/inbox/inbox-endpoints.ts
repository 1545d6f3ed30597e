import { z } from 'zod';
import { thingKinds } from '../../domain/process/chart.ts';
import { Id, Instant, TitleText } from '../http/common.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { cut, PageQuery, pageOf } from '../http/page.ts';
import { afterNewest, placeOf } from '../lists/by-creation.ts';
import { most, waitingOf } from './waiting-of.ts';

const Letter = z
  .object({ id: z.string(), thingId: z.string(), subject: z.string(), body: z.string(), at: Instant, sentAt: Instant.nullable() })
  .meta({ id: 'Letter' });
const Waiting = z
  .object({
    kind: z.enum(thingKinds),
    id: Id,
    title: z.string(),
    state: z.string(),
    stateTitle: TitleText,
    since: Instant,
    due: Instant.nullable(),
    workingDaysLeft: z.int().nullable().meta({ description: 'Negative when it is overdue.' }),
    href: z.string(),
    actions: z.array(z.object({ command: z.string(), title: TitleText })),
  })
  .meta({ id: 'Waiting' });

const inbox = endpoint({
  method: 'get',
  path: '/api/inbox',
  id: 'inbox',
  summary: 'What waits for the caller, the most urgent first, and the latest letters',
  tag: 'inbox',
  input: {},
  answers: { 200: { description: `At most ${most} things.`, schema: z.object({ items: z.array(Waiting), letters: z.array(Letter) }) } },
  async run({ caller }, parts) {
    const [items, letters] = await Promise.all([
      waitingOf(caller, parts),
      parts.reader.letter.findMany({ where: { personId: caller.id }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 20 }),
    ]);
    return { status: 200, body: { items, letters: letters.map(letterSeen) } };
  },
});

const letters = endpoint({
  method: 'get',
  path: '/api/letters',
  id: 'letters',
  summary: "The caller's mailbox on screen",
  tag: 'inbox',
  input: { query: z.strictObject(PageQuery) },
  answers: { 200: { description: 'A page, newest first.', schema: pageOf(Letter) } },
  async run({ caller, query: { cursor, limit } }, { reader }) {
    const { where, orderBy } = afterNewest(cursor);
    const found = await reader.letter.findMany({ where: { AND: [{ personId: caller.id }, where] }, orderBy, take: limit + 1 });
    const { rows, next } = cut(found, limit, placeOf);
    return { status: 200, body: { items: rows.map(letterSeen), next } };
  },
});

const letterSeen = ({
  id,
  thingId,
  subject,
  body,
  at,
  sentAt,
}: {
  id: string;
  thingId: string;
  subject: string;
  body: string;
  at: Date;
  sentAt: Date | null;
}) => ({
  id,
  thingId,
  subject,
  body,
  at: at.toISOString(),
  sentAt: sentAt?.toISOString() ?? null,
});

export const inboxEndpoints: Endpoint[] = [inbox, letters];
