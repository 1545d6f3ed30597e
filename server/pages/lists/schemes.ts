import { z } from 'zod';
import { dateOf } from '../../../domain/time/programme-day.ts';
import { findSchemes, SchemeQuery, sumSchemes } from '../../lists/find-schemes.ts';
import type { SchemeRow } from '../../things/rows.ts';
import { mayBeginScheme } from '../proposals/new-scheme.ts';
import { hostChoices, provinceChoices, roundChoices, sourceChoices, stageChoices, stateChoices, yearChoices } from './choices.ts';
import { listRoom } from './room.ts';

const Query = z.object(SchemeQuery);
type Query = z.infer<typeof Query>;
type Row = z.infer<typeof SchemeRow>;

/** All schemes that one may know of, with their money. */
export const schemeList = listRoom<Row>({
  room: 'schemes',
  query: Query,
  find: (query, { caller, parts }) => findSchemes(query as Query & { limit: number }, caller, parts),
  sums: (query, { caller, parts }) => sumSchemes(query as Query, caller, parts),
  columns: async ({ language }) => [
    { key: 'title', as: 'text', value: ({ title }) => title, href: ({ id }) => `/schemes/${id}`, sort: 'title' },
    { key: 'state', as: 'text', value: ({ stateTitle }) => stateTitle[language] },
    { key: 'host', as: 'text', value: ({ hostName }) => hostName },
    { key: 'year', as: 'text', value: ({ year }) => String(year) },
    { key: 'total', as: 'money', value: ({ totalDong }) => totalDong, sum: 'totalDong' },
    { key: 'support', as: 'money', value: ({ supportDong }) => supportDong, sum: 'supportDong', sort: 'amount' },
    { key: 'approved', as: 'money', value: ({ approvedDong }) => approvedDong, sum: 'approvedDong' },
    { key: 'allocated', as: 'money', value: ({ allocatedDong }) => allocatedDong, sum: 'allocatedDong' },
    { key: 'paid', as: 'money', value: ({ paidDong }) => paidDong, sum: 'paidDong' },
    { key: 'settled', as: 'money', value: ({ settledDong }) => settledDong, sum: 'settledDong' },
    { key: 'created', as: 'day', value: ({ createdAt }) => dateOf(createdAt), sort: 'createdAt' },
  ],
  async filters(looking) {
    const [rounds, hosts, provinces, years] = await Promise.all([
      roundChoices(looking),
      hostChoices(looking),
      provinceChoices(looking),
      yearChoices(looking),
    ]);
    return [
      { name: 'q', choices: null },
      { name: 'state', choices: [...stageChoices(looking), ...stateChoices('scheme', looking)] },
      { name: 'round', choices: rounds },
      { name: 'year', choices: years },
      { name: 'host', choices: hosts },
      { name: 'province', choices: provinces },
      { name: 'source', choices: sourceChoices(looking) },
    ];
  },
  create: async ({ caller, parts }) => ((await mayBeginScheme(caller, parts)) ? '/schemes/new' : null),
});
