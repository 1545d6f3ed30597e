import { z } from 'zod';
import { pageText } from '../../../templates/page-texts.ts';
import { booksOf } from '../../register/keepers.ts';
import { mayCreate } from '../command-form.ts';
import { type Page, page } from '../page.ts';

/** The books that somebody may see, house by house and year by year. */
export const booksPage: Page = page({
  path: '/registers',
  input: { query: z.strictObject({}) },
  async run({ caller, language }, parts) {
    const books = await booksOf(caller, parts);
    const houses = Map.groupBy(books, ({ house }) => house);
    return {
      view: 'registers/books',
      title: pageText('registers.title', language),
      nav: 'registers',
      model: {
        create: mayCreate('incoming', caller, parts),
        houses: [...houses.values()].map((years) => ({
          name: years[0]?.name,
          years: years.map(({ house, year, outgoing, incoming }) => ({
            year: String(year),
            outgoing:
              outgoing > 0 ? { count: outgoing, href: `/registers/outgoing?issuer=${encodeURIComponent(house)}&year=${year}` } : null,
            incoming:
              incoming > 0 ? { count: incoming, href: `/registers/incoming?owner=${encodeURIComponent(house)}&year=${year}` } : null,
          })),
        })),
      },
    };
  },
});
