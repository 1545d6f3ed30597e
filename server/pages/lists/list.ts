import { formatDong } from '../../../domain/money/format.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { shownDay, shownInstant, shownNumber } from '../../../templates/shown-values.ts';
import type { Language } from '../../http/language.ts';
import { type Collection, collections } from '../../things/kinds.ts';
import { type Page, type PageAnswer, page } from '../page.ts';
import { AnyQuery, addressOf, readAsked } from './asked.ts';
import { asCsv, asXlsx } from './exports.ts';
import type { Column, Filter, ListRoom, Looking } from './room.ts';
import { viewsOf } from './saved-views.ts';

const rowsOfPage = 50;

type Cell = { text: string; href: string | null; money: boolean };

/** The pages of one list: the list itself, its sums over all that fits, and its exports. */
export function listPages(room: ListRoom): Page[] {
  const path = `/${room.room}`;
  return [
    page({
      path,
      input: { query: AnyQuery },
      run: ({ query, caller, language }, parts) => show(room, query, { caller, language, parts }),
    }),
    ...(room.sums
      ? [
          page({
            path: `${path}/sums`,
            input: { query: AnyQuery },
            async run({ query, caller, language, request }, parts) {
              const looking = { caller, language, parts };
              const asked = readAsked(room, query, language);
              const columns = await room.columns(looking, []);
              const sums = await sumsOf(room, asked.query, columns, looking);
              if (request.get('HX-Request') === 'true') return { fragment: 'lists/sums', model: { sums } };
              const list = pageText(`shell.nav.${room.room}`, language);
              const title = pageText('lists.sum-all', language);
              return {
                view: 'lists/sums-page',
                title,
                nav: room.room,
                crumbs: [{ text: list, href: addressOf(path, asked.given) }, { text: title }],
                model: {
                  count: sums.count,
                  lines: columns
                    .slice(1)
                    .flatMap(({ key, sum }, at) => (sum ? [{ label: `lists.column.${key}`, text: sums.cells[at]?.text ?? '' }] : [])),
                },
              };
            },
          }),
        ]
      : []),
    ...(['xlsx', 'csv'] as const).map((form) =>
      page({
        path: `${path}/${form}`,
        input: { query: AnyQuery },
        async run({ query, caller, language, response }, parts) {
          const looking = { caller, language, parts };
          const asked = readAsked(room, query, language);
          return form === 'xlsx' ? asXlsx(room, asked, looking) : asCsv(room, asked, looking, response);
        },
      }),
    ),
  ];
}

async function show(room: ListRoom, query: Record<string, unknown>, looking: Looking): Promise<PageAnswer> {
  const { language } = looking;
  const asked = readAsked(room, query, language);
  const path = `/${room.room}`;
  const [{ rows, next }, filters, views, create] = await Promise.all([
    room.find({ ...asked.query, cursor: asked.cursor, limit: rowsOfPage }, looking),
    room.filters(looking),
    viewsOf(room.room, asked.given, looking),
    room.create(looking),
  ]);
  const columns = await room.columns(looking, rows);
  const { sort, ...narrowed } = asked.given;
  const here = addressOf(path, asked.given);
  return {
    view: 'lists/list',
    title: pageText(`shell.nav.${room.room}`, language),
    nav: room.room === 'incoming' ? 'registers' : room.room,
    wide: true,
    model: {
      room: room.room,
      kind: collections[room.room],
      path,
      create: create && { href: create, text: `lists.create.${room.room}` },
      views,
      // Where there is nothing to choose from, nothing is asked.
      filters: filters.filter(({ choices }) => choices?.length !== 0).map((filter) => filterView(filter, asked.given)),
      sort: sort ?? null,
      isNarrowed: Object.keys(narrowed).length > 0,
      heads: columns.map((column) => headView(column, asked.given, path, room)),
      rows: rows.map((row) => ({ cells: columns.map((column) => cellOf(column, row, language)) })),
      sums: columns.some(({ sum }) => sum) && rows.length > 0 ? pageSums(columns, rows) : null,
      allSums: room.sums && rows.length > 0 ? addressOf(`${path}/sums`, narrowed) : null,
      next: next && addressOf(path, { ...asked.given, cursor: next }),
      first: asked.cursor ? here : null,
      xlsx: addressOf(`${path}/xlsx`, asked.given),
      csv: addressOf(`${path}/csv`, asked.given),
      caption: `lists.caption.${room.room}`,
      empty: `lists.empty.${room.room}`,
      emptyHelp: `lists.empty-help.${room.room}`,
      given: addressOf('', asked.given).slice(1),
      count: rows.length,
    },
  };
}

const filterView = ({ name, choices }: Filter, given: Record<string, string>) => ({
  name,
  id: `filter-${name}`,
  label: `lists.filter.${name}`,
  value: given[name] ?? '',
  choices: choices?.map((choice) => ({ ...choice, chosen: given[name] === choice.value })) ?? null,
});

/** A head that orders the list: first the one way, pressed again the other. */
function headView(column: Column<never> | Column<Record<string, unknown>>, given: Record<string, string>, path: string, room: ListRoom) {
  const base = {
    label: `lists.column.${column.key}`,
    money: column.as === 'money' || column.as === 'number',
    href: null as string | null,
    order: null as string | null,
  };
  if (!column.sort) return base;
  const sort = given.sort ?? standing[room.room] ?? '';
  const order = sort === column.sort ? 'ascending' : sort === `-${column.sort}` ? 'descending' : null;
  const to = order === 'descending' || (order === null && column.as === 'text') ? column.sort : `-${column.sort}`;
  return { ...base, order, href: addressOf(path, { ...given, sort: to }) };
}
/** The order in which a list stands where none is asked for. */
const standing: Partial<Record<Collection, string>> = { schemes: '-createdAt', documents: '-createdAt' };

function cellOf(column: Column<Record<string, unknown>>, row: Record<string, unknown>, language: Language): Cell {
  return {
    text: shown(column.as, column.value(row), language),
    href: column.href?.(row) ?? null,
    money: column.as === 'money' || column.as === 'number',
  };
}

function shown(as: Column<never>['as'], value: string | number | null, language: Language): string {
  if (value === null || value === '') return '–';
  if (as === 'money') return formatDong(Number(value));
  if (as === 'number') return shownNumber(Number(value), language);
  if (as === 'day') return shownDay(String(value));
  if (as === 'instant') return shownInstant(String(value), language);
  return String(value);
}

type Sum = { text: string; money: boolean };

function pageSums(columns: Column<Record<string, unknown>>[], rows: Record<string, unknown>[]): Sum[] {
  return columns.slice(1).map((column) => {
    const sum = column.sum ? rows.reduce((total, row) => total + Number(column.value(row) ?? 0), 0) : null;
    return { text: sum === null ? '' : formatDong(sum), money: true };
  });
}

/** The sums over all that fits, column by column beside the first, which says how many there are. */
async function sumsOf(
  room: ListRoom,
  query: Record<string, unknown>,
  columns: Column<Record<string, unknown>>[],
  looking: Looking,
): Promise<{ count: number; cells: Sum[] }> {
  const sums = (await room.sums?.(query, looking)) ?? {};
  return {
    count: sums.count ?? 0,
    cells: columns.slice(1).map(({ sum }) => ({ text: sum ? formatDong(sums[sum] ?? 0) : '', money: true })),
  };
}
