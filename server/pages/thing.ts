import { z } from 'zod';
import { pageText } from '../../templates/page-texts.ts';
import { Id } from '../http/common.ts';
import { actionsOf } from '../things/actions.ts';
import { clockSeen } from '../things/clock-view.ts';
import { type Collection, collections } from '../things/kinds.ts';
import { knownThing } from '../things/known-thing.ts';
import { type Page, page } from './page.ts';
import { titleOf } from './title-of.ts';

/** A thing of any kind: where it stands, what runs, and what the caller may do. Kinds with a page of their own show more. */
export const thingPage = (collection: Collection): Page =>
  page({
    path: `/${collection}/{id}`,
    input: { params: z.strictObject({ id: Id }) },
    async run({ params: { id }, caller, language }, parts) {
      const thing = await knownThing(collections[collection], id, caller, parts);
      const [clocks, now] = await Promise.all([
        parts.reader.clock.findMany({ where: { thingId: id }, orderBy: { due: 'asc' } }),
        parts.time.now(),
      ]);
      return {
        view: 'thing',
        title: titleOf(thing.data, id),
        nav: collection,
        crumbs: [
          { text: pageText(`shell.nav.${collection === 'incoming' ? 'registers' : collection}`, language), href: `/${collection}` },
          { text: titleOf(thing.data, id) },
        ],
        model: {
          stateTitle: thing.chart.states[thing.state]?.title ?? { vi: thing.state, en: thing.state },
          actions: actionsOf(thing, caller, now).map(({ command, title }) => ({ title, href: `/${collection}/${id}/do/${command}` })),
          clocks: clocks.map((clock) => clockSeen(clock, thing)),
        },
      };
    },
  });
