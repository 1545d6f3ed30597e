import { z } from 'zod';
import { findIncoming, IncomingQuery } from '../../lists/incoming.ts';
import type { IncomingRow } from '../../things/rows.ts';
import { mayCreate } from '../command-form.ts';
import { stateChoices, yearChoices } from './choices.ts';
import { listRoom } from './room.ts';

const Query = z.object(IncomingQuery);
type Query = z.infer<typeof Query>;
type Row = z.infer<typeof IncomingRow>;

/** Documents that came from outside, the newest first. */
export const incomingList = listRoom<Row>({
  room: 'incoming',
  query: Query,
  find: (query, { caller, parts }) => findIncoming(query as Query & { limit: number }, caller, parts),
  columns: async ({ language }) => [
    { key: 'subject', as: 'text', value: ({ typeName, subject }) => `${typeName}: ${subject}`, href: ({ id }) => `/incoming/${id}` },
    { key: 'arrival', as: 'text', value: ({ number, year }) => `${number}/${year}` },
    { key: 'arrived', as: 'day', value: ({ arrivedOn }) => arrivedOn },
    { key: 'author', as: 'text', value: ({ author }) => author },
    { key: 'symbol', as: 'text', value: ({ symbol }) => symbol },
    { key: 'date', as: 'day', value: ({ date }) => date },
    { key: 'handler', as: 'text', value: ({ handler }) => handler },
    { key: 'state', as: 'text', value: ({ stateTitle }) => stateTitle[language] },
  ],
  filters: async (looking) => [
    { name: 'q', choices: null },
    { name: 'state', choices: stateChoices('incoming', looking) },
    { name: 'year', choices: await yearChoices(looking) },
  ],
  create: ({ caller, parts }) => (mayCreate('incoming', caller, parts) ? '/incoming/new' : null),
});
