import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ProblemError } from '../../http/problem.ts';
import { type Collection, collectionNames } from '../../things/kinds.ts';
import { type Page, page } from '../page.ts';
import { addressOf } from './asked.ts';
import type { Looking } from './room.ts';

const atMost = 50;
const Posted = z.object({
  room: z.enum(collectionNames as [Collection, ...Collection[]]),
  name: z.string().trim().min(1).max(80).normalize('NFC'),
  query: z
    .string()
    .max(1_000)
    .regex(/^[\w.%+=&,-]*$/),
});

/** A person's own ways to see a list: their names, where they lead, and which one it is now. */
export async function viewsOf(
  room: Collection,
  given: Record<string, string>,
  { caller, parts: { reader } }: Looking,
): Promise<{ id: string; name: string; href: string; current: boolean }[]> {
  const rows = await reader.savedView.findMany({ where: { personId: caller.id, room }, orderBy: { name: 'asc' }, take: atMost });
  const here = addressOf('', given).slice(1);
  return rows.map(({ id, name, query }) => ({ id, name, href: query === '' ? `/${room}` : `/${room}?${query}`, current: query === here }));
}

/** Keeps how somebody sees a list, under a name; the same name again is kept anew. */
const keep = page({
  method: 'post',
  path: '/views',
  input: {},
  async run({ posted, caller }, { reader }) {
    const given = Posted.safeParse(posted);
    if (!given.success) {
      const room = collectionNames.find((one) => one === posted.room) ?? 'schemes';
      return { redirect: `/${room}`, flash: { kind: 'warning', key: 'lists.view-unnamed' } };
    }
    const { room, name, query } = given.data;
    const key = { personId_room_name: { personId: caller.id, room, name } };
    const known = await reader.savedView.findUnique({ where: key });
    if (!known && (await reader.savedView.count({ where: { personId: caller.id, room } })) >= atMost)
      return { redirect: addressed(room, query), flash: { kind: 'warning', key: 'lists.view-too-many', values: { count: atMost } } };
    await reader.savedView.upsert({
      where: key,
      create: { id: randomUUID(), personId: caller.id, room, name, query },
      update: { query },
    });
    return { redirect: addressed(room, query), flash: { kind: 'success', key: 'lists.view-kept', values: { name } } };
  },
});

const forget = page({
  method: 'post',
  path: '/views/{id}/forget',
  input: { params: z.strictObject({ id: z.uuid() }) },
  async run({ params: { id }, caller }, { reader }) {
    const view = await reader.savedView.findFirst({ where: { id, personId: caller.id } });
    if (!view) throw new ProblemError('not-found');
    await reader.savedView.deleteMany({ where: { id, personId: caller.id } });
    return { redirect: `/${view.room}`, flash: { kind: 'success', key: 'lists.view-forgotten', values: { name: view.name } } };
  },
});

const addressed = (room: string, query: string): string => (query === '' ? `/${room}` : `/${room}?${query}`);

export const savedViewPages: Page[] = [keep, forget];
