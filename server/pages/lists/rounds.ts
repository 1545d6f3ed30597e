import { z } from 'zod';
import { findRounds, RoundQuery } from '../../lists/rounds.ts';
import type { RoundRow } from '../../things/rows.ts';
import { roundsToOpen } from '../rounds/openable.ts';
import { routeChoices, stateChoices, yearChoices } from './choices.ts';
import { listRoom } from './room.ts';

const Query = z.object(RoundQuery);
type Query = z.infer<typeof Query>;
type Row = z.infer<typeof RoundRow>;

/** Calls for schemes, year by year. */
export const roundList = listRoom<Row>({
  room: 'rounds',
  query: z.object({ state: RoundQuery.state, year: RoundQuery.year, route: RoundQuery.route, q: RoundQuery.q }),
  find: (query, { caller, parts }) => findRounds(query as Query & { limit: number }, caller, parts),
  async columns(looking, rows) {
    const { language, parts } = looking;
    const routes = new Map(routeChoices(looking).map(({ value, text }) => [value, text]));
    const owners = new Map(
      await Promise.all([...new Set(rows.map(({ ownerId }) => ownerId))].map(async (id) => [id, await parts.names(id)] as const)),
    );
    return [
      { key: 'title', as: 'text', value: ({ title }) => title, href: ({ id }) => `/rounds/${id}` },
      { key: 'state', as: 'text', value: ({ stateTitle }) => stateTitle[language] },
      { key: 'year', as: 'text', value: ({ year }) => String(year) },
      { key: 'route', as: 'text', value: ({ route }) => routes.get(route) ?? route },
      { key: 'owner', as: 'text', value: ({ ownerId }) => owners.get(ownerId) ?? ownerId },
      { key: 'closes', as: 'instant', value: ({ closesAt }) => closesAt },
    ];
  },
  filters: async (looking) => [
    { name: 'q', choices: null },
    { name: 'state', choices: stateChoices('round', looking) },
    { name: 'year', choices: await yearChoices(looking) },
    { name: 'route', choices: routeChoices(looking) },
  ],
  create: async ({ caller, parts }) => ((await roundsToOpen(caller, parts)).length > 0 ? '/rounds/new' : null),
});
