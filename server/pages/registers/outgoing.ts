import { z } from 'zod';
import { arrivals } from '../../../domain/incoming/commands/register-incoming.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { BudgetYear, Id } from '../../http/common.ts';
import { cut, readCursor } from '../../http/page.ts';
import { stateTitleOf } from '../../lists/readable.ts';
import { houseOf } from '../../register/keepers.ts';
import { type OutgoingEntry, outgoing } from '../../register/outgoing.ts';
import { outgoingSheet } from '../../register/sheet.ts';
import { type Page, page } from '../page.ts';
import { AnyQuery, addressOf, readBook } from './read-book.ts';
import { longestBook, rowsOfBook, xlsx } from './sizes.ts';

const Asked = { issuer: Id, year: BudgetYear, series: z.string().min(1).max(20).optional() };
const Place = z.tuple([z.string().max(20), z.int32()]);
const path = '/registers/outgoing';

/** The book of outgoing documents of a house and year (Decree 30/2020/NĐ-CP, Annex IV), with the numbers that were given up. */
const show = page({
  path,
  input: { query: AnyQuery },
  async run({ query, caller, language }, parts) {
    const { issuer, year, series, cursor } = readBook(Asked, query, language);
    const house = await houseOf(issuer, caller, parts);
    const [found, kinds] = await Promise.all([
      outgoing(parts.reader, { issuer, year, series, after: readCursor(cursor, Place), take: rowsOfBook + 1 }),
      parts.reader.register.findMany({ where: { issuerId: issuer, year }, select: { series: true }, orderBy: { series: 'asc' } }),
    ]);
    const { rows, next } = cut(found, rowsOfBook, (entry) => [entry.series, entry.number]);
    const titles = stateTitleOf('document', parts.committing.packs);
    const title = pageText('registers.outgoing', language, { year: String(year) });
    const given = { issuer, year: String(year), ...(series && { series }) };
    return {
      view: 'registers/outgoing',
      title,
      nav: 'registers',
      wide: true,
      crumbs: [{ text: pageText('registers.title', language), href: '/registers' }, { text: title }],
      model: {
        house: house.name,
        issuer,
        year: String(year),
        path,
        series: kinds.filter((one) => one.series !== arrivals).map((one) => ({ value: one.series, chosen: one.series === series })),
        rows: rows.map((entry) => lineOf(entry, titles)),
        next: next && addressOf(path, { ...given, cursor: next }),
        first: cursor ? addressOf(path, given) : null,
        xlsx: addressOf(`${path}/xlsx`, given),
      },
    };
  },
});

/** A line of the book as it is shown: what was given up says why, and leads to the paper that had it. */
function lineOf(entry: OutgoingEntry, titles: (state: string) => { vi: string; en: string }) {
  const { symbol, date, typeName, abstract, signer, receivers, keeper, copies, sentOn, received, state, unusedWhy, documentId } = entry;
  return {
    symbol,
    date,
    about: `${typeName}: ${abstract}`,
    href: `/documents/${documentId}`,
    signer,
    receivers: receivers.join('; '),
    keeper,
    copies: copies === null ? '' : String(copies),
    sentOn,
    received: received.of === 0 ? '' : `${received.answered}/${received.of}`,
    state: state === null ? null : titles(state),
    unusedWhy,
  };
}

const asSheet = page({
  path: `${path}/xlsx`,
  input: { query: AnyQuery },
  async run({ query, caller, language }, parts) {
    const { issuer, year, series } = readBook(Asked, query, language);
    const { name } = await houseOf(issuer, caller, parts);
    const entries = await outgoing(parts.reader, { issuer, year, series, after: null, take: longestBook });
    return { file: await outgoingSheet(name, year, entries), type: xlsx, name: `So dang ky van ban di ${year}.xlsx` };
  },
});

export const outgoingPages: Page[] = [show, asSheet];
