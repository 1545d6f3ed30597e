import { z } from 'zod';
import { disposition } from '../files/send-file.ts';
import { BudgetYear, Id } from '../http/common.ts';
import { type Answer, type Endpoint, endpoint } from '../http/endpoint.ts';
import { cut, PageQuery, pageOf, readCursor } from '../http/page.ts';
import { IncomingEntry, incoming } from './incoming.ts';
import { houseOf } from './keepers.ts';
import { OutgoingEntry, outgoing } from './outgoing.ts';
import { incomingSheet, outgoingSheet } from './sheet.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const asXlsx = {
  description: 'The whole year as XLSX.',
  content: { [xlsx]: { schema: { type: 'string' as const, format: 'binary' as const } } },
};
/** A book of more lines than this is read page by page. */
const longestSheet = 20_000;
const Series = z.string().min(1).max(20);
const Place = z.tuple([z.string().max(20), z.int32()]);

function sent(body: Buffer, name: string): Answer {
  return { status: 200, body, type: xlsx, headers: { 'Content-Disposition': disposition(name), 'Cache-Control': 'private, no-store' } };
}

const listOutgoing = endpoint({
  method: 'get',
  path: '/api/register/outgoing',
  id: 'bookOfOutgoing',
  summary: 'The book of outgoing documents of an issuer and year, by series and number',
  tag: 'register',
  input: { query: z.strictObject({ issuer: Id, year: BudgetYear, series: Series.optional(), ...PageQuery }) },
  answers: { 200: { description: 'A page.', schema: pageOf(OutgoingEntry) } },
  problems: [404],
  async run({ query: { issuer, year, series, cursor, limit }, caller }, parts) {
    await houseOf(issuer, caller, parts);
    const found = await outgoing(parts.reader, { issuer, year, series, after: readCursor(cursor, Place), take: limit + 1 });
    const { rows, next } = cut(found, limit, (entry) => [entry.series, entry.number]);
    return { status: 200, body: { items: rows, next } };
  },
});

const outgoingAsSheet = endpoint({
  method: 'get',
  path: '/api/register/outgoing/xlsx',
  id: 'bookOfOutgoingAsXlsx',
  summary: 'The same as a table for printing and filing',
  tag: 'register',
  input: { query: z.strictObject({ issuer: Id, year: BudgetYear, series: Series.optional() }) },
  answers: { 200: asXlsx },
  problems: [404],
  async run({ query: { issuer, year, series }, caller }, parts) {
    const { name } = await houseOf(issuer, caller, parts);
    const entries = await outgoing(parts.reader, { issuer, year, series, after: null, take: longestSheet });
    return sent(await outgoingSheet(name, year, entries), `So dang ky van ban di ${year}.xlsx`);
  },
});

const listIncoming = endpoint({
  method: 'get',
  path: '/api/register/incoming',
  id: 'bookOfIncoming',
  summary: 'The book of incoming documents of a receiver and year, by number of arrival',
  tag: 'register',
  input: { query: z.strictObject({ owner: Id, year: BudgetYear, ...PageQuery }) },
  answers: { 200: { description: 'A page.', schema: pageOf(IncomingEntry) } },
  problems: [404],
  async run({ query: { owner, year, cursor, limit }, caller }, parts) {
    await houseOf(owner, caller, parts);
    const after = readCursor(cursor, z.tuple([z.int32()]))?.[0] ?? 0;
    const { rows, next } = cut(await incoming(parts.reader, { owner, year, after, take: limit + 1 }), limit, ({ number }) => [number]);
    return { status: 200, body: { items: rows, next } };
  },
});

const incomingAsSheet = endpoint({
  method: 'get',
  path: '/api/register/incoming/xlsx',
  id: 'bookOfIncomingAsXlsx',
  summary: 'The same as a table for printing and filing',
  tag: 'register',
  input: { query: z.strictObject({ owner: Id, year: BudgetYear }) },
  answers: { 200: asXlsx },
  problems: [404],
  async run({ query: { owner, year }, caller }, parts) {
    const { name } = await houseOf(owner, caller, parts);
    const entries = await incoming(parts.reader, { owner, year, after: 0, take: longestSheet });
    return sent(await incomingSheet(name, year, entries), `So dang ky van ban den ${year}.xlsx`);
  },
});

/** Books of documents, for those who keep and inspect them (Decree 30/2020/NĐ-CP, Articles 15 and 22). */
export const registerEndpoints: Endpoint[] = [listOutgoing, outgoingAsSheet, listIncoming, incomingAsSheet];
