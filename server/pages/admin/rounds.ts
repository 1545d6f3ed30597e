import { type Page, page } from '../page.ts';
import { assertSees, readsAll } from './access.ts';
import { adminCrumbs, sectionTitle } from './crumbs.ts';

/** The rounds of all programmes and how they stand. What was handed in to them is no business of an administrator. */
const show = page({
  path: '/admin/rounds',
  input: {},
  async run({ caller, language }, { reader, committing }) {
    assertSees(caller);
    const rows = await reader.round.findMany({ orderBy: [{ year: 'desc' }, { programme: 'asc' }, { id: 'asc' }] });
    const title = sectionTitle('rounds', language);
    return {
      view: 'admin/rounds',
      title,
      nav: 'admin',
      crumbs: adminCrumbs(language, { text: title }),
      model: {
        rows: rows.map(({ id, programme, year, route, state, closesAt }) => {
          const pack = committing.packs.get(programme);
          return {
            href: readsAll(caller) ? `/rounds/${id}` : null,
            programme: pack?.shortTitle[language] ?? programme,
            year: String(year),
            route: pack?.routes.find((one) => one.id === route)?.title[language] ?? route,
            state: pack?.processes[route]?.round.states[state]?.title[language] ?? state,
            closesAt: closesAt.toISOString(),
          };
        }),
      },
    };
  },
});

export const roundsOverviewPages: Page[] = [show];
