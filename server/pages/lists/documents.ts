import { z } from 'zod';
import { dateOf } from '../../../domain/time/programme-day.ts';
import { DocumentQuery, findDocuments } from '../../lists/documents.ts';
import { readableBy } from '../../lists/readable.ts';
import type { DocumentRow } from '../../things/rows.ts';
import { documentTypeChoices, roundChoices, stateChoices } from './choices.ts';
import { listRoom } from './room.ts';

const Query = z.object(DocumentQuery);
type Query = z.infer<typeof Query>;
type Row = z.infer<typeof DocumentRow>;

/** Documents from draft to issue and after. */
export const documentList = listRoom<Row>({
  room: 'documents',
  query: Query,
  find: (query, { caller, parts }) => findDocuments(query as Query & { limit: number }, caller, parts),
  async columns(looking, rows) {
    const { language, caller, parts } = looking;
    const types = new Map(documentTypeChoices(looking).map(({ value, text }) => [value, text]));
    const ids = [...new Set(rows.flatMap(({ schemeId }) => schemeId ?? []))];
    const [schemes, issuers] = await Promise.all([
      parts.reader.scheme.findMany({ where: { AND: [{ id: { in: ids } }, readableBy(caller)] }, select: { id: true, title: true } }),
      Promise.all([...new Set(rows.map(({ issuerId }) => issuerId))].map(async (id) => [id, await parts.names(id)] as const)),
    ]);
    const titles = new Map(schemes.map(({ id, title }) => [id, title]));
    const names = new Map(issuers);
    return [
      { key: 'document', as: 'text', value: ({ title }) => title, href: ({ id }) => `/documents/${id}`, sort: 'title' },
      { key: 'type', as: 'text', value: ({ type }) => types.get(type) ?? type },
      { key: 'symbol', as: 'text', value: ({ symbol }) => symbol },
      { key: 'date', as: 'day', value: ({ date }) => date },
      { key: 'state', as: 'text', value: ({ stateTitle }) => stateTitle[language] },
      { key: 'issuer', as: 'text', value: ({ issuerId }) => names.get(issuerId) ?? issuerId },
      {
        key: 'scheme',
        as: 'text',
        value: ({ schemeId }) => (schemeId ? (titles.get(schemeId) ?? null) : null),
        href: ({ schemeId }) => (schemeId && titles.has(schemeId) ? `/schemes/${schemeId}` : null),
      },
      { key: 'created', as: 'day', value: ({ createdAt }) => dateOf(createdAt), sort: 'createdAt' },
    ];
  },
  filters: async (looking) => [
    { name: 'q', choices: null },
    { name: 'type', choices: documentTypeChoices(looking) },
    { name: 'state', choices: stateChoices('document', looking) },
    { name: 'round', choices: await roundChoices(looking) },
  ],
  create: () => null,
});
