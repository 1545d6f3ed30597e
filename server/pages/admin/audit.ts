import { z } from 'zod';
import { thingKinds } from '../../../domain/process/chart.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { cut, MomentPlace, PageQuery, readCursor } from '../../http/page.ts';
import { type Page, page } from '../page.ts';
import { assertSees, readsAll } from './access.ts';
import { commandsSeen } from './audit-commands.ts';
import { changesSeen } from './changes-of.ts';
import { adminCrumbs, sectionCrumb, sectionTitle } from './crumbs.ts';

const limit = 50;
const DayOrNone = z.iso.date().or(z.literal('')).optional();

/** Commands given and refused: who, when, what, with which outcome. */
const commands = page({
  path: '/admin/audit',
  input: {
    query: z.object({
      person: z.string().max(100).optional(),
      kind: z.enum(thingKinds).or(z.literal('')).optional(),
      outcome: z.enum(['', 'done', 'refused']).optional(),
      from: DayOrNone,
      to: DayOrNone,
      process: z.literal('1').optional(),
      cursor: PageQuery.cursor,
    }),
  },
  async run({ query, caller, language }, parts) {
    assertSees(caller);
    const { person = '', kind = '', outcome = '', from = '', to = '', process, cursor } = query;
    const filter = { person: person.normalize('NFC').trim(), kind, outcome, from, to, process: process === '1', cursor };
    const { rows, next } = await commandsSeen(filter, { all: readsAll(caller), language }, parts);
    const asked = new URLSearchParams(
      Object.entries({ person, kind, outcome, from, to, process: process ?? '' }).filter(([, value]) => value),
    );
    if (next) asked.set('cursor', next);
    const title = sectionTitle('audit', language);
    return {
      view: 'admin/audit',
      title,
      nav: 'admin',
      crumbs: adminCrumbs(language, { text: title }),
      model: {
        filter,
        kinds: thingKinds.map((value) => ({ value, text: pageText(`admin.kind.${value}`, language), chosen: value === kind })),
        outcomes: (['done', 'refused'] as const).map((value) => ({
          value,
          text: pageText(`admin.audit.${value}`, language),
          chosen: value === outcome,
        })),
        rows,
        next: next === null ? null : `/admin/audit?${asked}`,
        all: readsAll(caller),
      },
    };
  },
});

/** What was changed of organisations, persons, positions and authorities. */
const changes = page({
  path: '/admin/audit/changes',
  input: { query: z.object({ cursor: PageQuery.cursor }) },
  async run({ query: { cursor }, caller, language }, parts) {
    assertSees(caller);
    const after = readCursor(cursor, z.tuple([MomentPlace, z.string()]));
    const found = await parts.reader.referenceChange.findMany({
      where: after ? { OR: [{ recordedAt: { lt: new Date(after[0]) } }, { recordedAt: new Date(after[0]), id: { lt: after[1] } }] } : {},
      orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const { rows, next } = cut(found, limit, ({ recordedAt, id }) => [recordedAt.toISOString(), id]);
    const title = pageText('admin.audit.changes', language);
    return {
      view: 'admin/audit-changes',
      title,
      nav: 'admin',
      crumbs: adminCrumbs(language, sectionCrumb('audit', language), { text: title }),
      model: { rows: await changesSeen(rows, language, parts), next: next === null ? null : `/admin/audit/changes?cursor=${next}` },
    };
  },
});

export const auditPages: Page[] = [commands, changes];
