import { z } from 'zod';
import { pageText } from '../../../templates/page-texts.ts';
import { BudgetYear, Id } from '../../http/common.ts';
import { cut, readCursor } from '../../http/page.ts';
import { stateTitleOf } from '../../lists/readable.ts';
import { incoming } from '../../register/incoming.ts';
import { houseOf } from '../../register/keepers.ts';
import { incomingSheet } from '../../register/sheet.ts';
import { mayCreate } from '../command-form.ts';
import { type Page, page } from '../page.ts';
import { AnyQuery, addressOf, readBook } from './read-book.ts';
import { longestBook, rowsOfBook, xlsx } from './sizes.ts';

const Asked = { owner: Id, year: BudgetYear };
const path = '/registers/incoming';

/** The book of incoming documents of a house and year, by number of arrival (Decree 30/2020/NĐ-CP, Article 22 and Annex IV). */
const show = page({
  path,
  input: { query: AnyQuery },
  async run({ query, caller, language }, parts) {
    const { owner, year, cursor } = readBook(Asked, query, language);
    const house = await houseOf(owner, caller, parts);
    const after = readCursor(cursor, z.tuple([z.int32()]))?.[0] ?? 0;
    const { rows, next } = cut(await incoming(parts.reader, { owner, year, after, take: rowsOfBook + 1 }), rowsOfBook, ({ number }) => [
      number,
    ]);
    const titles = stateTitleOf('incoming', parts.committing.packs);
    const title = pageText('registers.incoming', language, { year: String(year) });
    const given = { owner, year: String(year) };
    return {
      view: 'registers/incoming',
      title,
      nav: 'registers',
      wide: true,
      crumbs: [{ text: pageText('registers.title', language), href: '/registers' }, { text: title }],
      model: {
        house: house.name,
        create: mayCreate('incoming', caller, parts),
        rows: rows.map((entry) => ({
          ...entry,
          arrival: String(entry.number),
          about: `${entry.typeName}: ${entry.subject}`,
          href: `/incoming/${entry.incomingId}`,
          state: titles(entry.state),
        })),
        next: next && addressOf(path, { ...given, cursor: next }),
        first: cursor ? addressOf(path, given) : null,
        xlsx: addressOf(`${path}/xlsx`, given),
      },
    };
  },
});

const asSheet = page({
  path: `${path}/xlsx`,
  input: { query: AnyQuery },
  async run({ query, caller, language }, parts) {
    const { owner, year } = readBook(Asked, query, language);
    const { name } = await houseOf(owner, caller, parts);
    const entries = await incoming(parts.reader, { owner, year, after: 0, take: longestBook });
    return { file: await incomingSheet(name, year, entries), type: xlsx, name: `So dang ky van ban den ${year}.xlsx` };
  },
});

export const incomingBookPages: Page[] = [show, asSheet];
