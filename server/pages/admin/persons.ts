import { z } from 'zod';
import { noPassword } from '../../../commit/reference/persons.ts';
import type { Prisma } from '../../../prisma/generated/client.ts';
import { cut, PageQuery, readCursor } from '../../http/page.ts';
import { type Page, page } from '../page.ts';
import { assertSees, mayAdminister } from './access.ts';
import { adminCrumbs, sectionTitle } from './crumbs.ts';
import { roleChoices } from './organisation-choices.ts';

const limit = 50;

/** Persons with what they are today, found by a part of the name or address, by role, and by organisation. */
const show = page({
  path: '/admin/persons',
  input: {
    query: z.object({
      q: z.string().max(100).optional(),
      role: z.string().max(40).optional(),
      gone: z.literal('1').optional(),
      cursor: PageQuery.cursor,
    }),
  },
  async run({ query: { q = '', role = '', gone, cursor }, caller, language }, parts) {
    assertSees(caller);
    const { reader, time } = parts;
    const today = new Date(await time.today());
    const inForce = { fromDate: { lte: today }, OR: [{ toDate: null }, { toDate: { gte: today } }] };
    const after = readCursor(cursor, z.tuple([z.string(), z.string()]));
    const text = q.normalize('NFC').trim();
    const filters: Prisma.PersonWhereInput[] = [
      gone === '1' ? {} : { OR: [{ endedOn: null }, { endedOn: { gt: today } }] },
      role === '' ? {} : { positions: { some: { ...inForce, role } } },
      text === '' ? {} : { OR: [{ name: { contains: text, mode: 'insensitive' } }, { email: { contains: text, mode: 'insensitive' } }] },
      after ? { OR: [{ name: { gt: after[0] } }, { name: after[0], id: { gt: after[1] } }] } : {},
    ];
    const found = await reader.person.findMany({
      where: { AND: filters },
      select: {
        id: true,
        name: true,
        email: true,
        endedOn: true,
        passwordHash: true,
        secondFactor: { select: { confirmedAt: true } },
        positions: { where: inForce, select: { title: true, organisation: { select: { shortName: true } } }, orderBy: { id: 'asc' } },
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: limit + 1,
    });
    const { rows, next } = cut(found, limit, ({ name, id }) => [name, id]);
    const title = sectionTitle('persons', language);
    const asked = new URLSearchParams({ ...(text && { q: text }), ...(role && { role }), ...(gone && { gone }) });
    return {
      view: 'admin/persons',
      title,
      nav: 'admin',
      crumbs: adminCrumbs(language, { text: title }),
      model: {
        q: text,
        withGone: gone === '1',
        roles: roleChoices(language, parts).map((one) => ({ ...one, chosen: one.value === role })),
        rows: rows.map(({ id, name, email, endedOn, passwordHash, secondFactor, positions }) => ({
          id,
          name,
          email,
          positions: positions.map((one) => `${one.title}, ${one.organisation.shortName}`),
          endedOn: endedOn?.toISOString().slice(0, 10) ?? null,
          waits: passwordHash === noPassword,
          factor: Boolean(secondFactor?.confirmedAt),
        })),
        next: next === null ? null : `/admin/persons?${withCursor(asked, next)}`,
        mayAdd: mayAdminister(caller),
      },
    };
  },
});

function withCursor(asked: URLSearchParams, cursor: string): string {
  asked.set('cursor', cursor);
  return asked.toString();
}

export const personsPages: Page[] = [show];
