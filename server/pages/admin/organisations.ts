import { z } from 'zod';
import { searchable } from '../../../commit/projections.ts';
import { pageText } from '../../../templates/page-texts.ts';
import type { Parts } from '../../parts.ts';
import { type Page, page } from '../page.ts';
import { assertSees, mayAdminister } from './access.ts';
import { adminCrumbs, sectionTitle } from './crumbs.ts';

type Unit = {
  id: string;
  name: string;
  shortName: string;
  from: string;
  to: string | null;
  ended: boolean;
  successor: string | null;
  children: Unit[];
};

/** Organisations as a tree, bodies above their units, each with the time in which it is there. */
const show = page({
  path: '/admin/organisations',
  input: { query: z.object({ q: z.string().max(100).optional(), ended: z.literal('1').optional() }) },
  async run({ query: { q = '', ended }, caller, language }, parts) {
    assertSees(caller);
    const title = sectionTitle('organisations', language);
    const tree = await treeOf({ q, withEnded: ended === '1' }, parts);
    return {
      view: 'admin/organisations',
      title,
      nav: 'admin',
      crumbs: adminCrumbs(language, { text: title }),
      model: {
        tree,
        q,
        withEnded: ended === '1',
        mayAdd: mayAdminister(caller),
        empty: tree.length === 0 ? pageText('admin.organisations.none', language) : null,
      },
    };
  },
});

async function treeOf({ q, withEnded }: { q: string; withEnded: boolean }, { reader, time }: Parts): Promise<Unit[]> {
  const [rows, today] = await Promise.all([reader.organisation.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] }), time.today()]);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const wanted = searchable(q);
  const unitsOf = (parent: string | null): Unit[] =>
    rows
      .filter(({ parentId }) => (parentId !== null && names.has(parentId) ? parentId : null) === parent)
      .map((row) => {
        const to = row.toDate?.toISOString().slice(0, 10) ?? null;
        return {
          id: row.id,
          name: row.name,
          shortName: row.shortName,
          from: row.fromDate.toISOString().slice(0, 10),
          to,
          ended: to !== null && to < today,
          successor: row.successorId === null ? null : (names.get(row.successorId) ?? row.successorId),
          children: unitsOf(row.id),
        };
      })
      .filter(
        (unit) => unit.children.length > 0 || ((withEnded || !unit.ended) && searchable(`${unit.name} ${unit.shortName}`).includes(wanted)),
      );
  return unitsOf(null);
}

export const organisationsPages: Page[] = [show];
