import { z } from 'zod';
import { openStream } from '../../live/stream.ts';
import { type Page, page } from '../page.ts';

/** `id:seq` of what a page shows, by commas; a page holds no more. */
const shownAtMost = 100;
const Things = z
  .string()
  .max(5_000)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}(:\d{1,9})?(,[A-Za-z0-9][A-Za-z0-9._-]{0,99}(:\d{1,9})?)*$/)
  .optional();
/** Kinds of things of which the page lists some, by commas. */
const Kinds = z
  .string()
  .max(200)
  .regex(/^[a-z]+(,[a-z]+)*$/)
  .optional();

/** The line by which an open page hears what has changed: things that it shows, kinds that it lists, and its reader's inbox. */
export const eventsPage: Page = page({
  path: '/events',
  input: {
    query: z.strictObject({
      things: Things,
      kinds: Kinds,
      mark: z
        .string()
        .regex(/^[\w-]{12}$/)
        .optional(),
    }),
  },
  async run({ query: { things = '', kinds = '', mark }, caller, response }, { live }) {
    const known = new Map(
      things
        .split(',')
        .filter(Boolean)
        .slice(0, shownAtMost)
        .map((one) => {
          const [id = '', seq = '0'] = one.split(':');
          return [id, Number(seq)];
        }),
    );
    const stream = openStream(response);
    void live.open(caller, { things: known, kinds: new Set(kinds.split(',')) }, mark ?? null, stream);
    return null;
  },
});
