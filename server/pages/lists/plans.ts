import { z } from 'zod';
import { dateOf } from '../../../domain/time/programme-day.ts';
import { findPlans, PlanQuery } from '../../lists/plans.ts';
import type { PlanRow } from '../../things/rows.ts';
import { provinceChoices } from './choices.ts';
import { type Looking, listRoom } from './room.ts';

const Query = z.object(PlanQuery);
type Query = z.infer<typeof Query>;
type Row = z.infer<typeof PlanRow>;

/** Whether a chart lets a position of theirs take a plan in; that is done by handing in its file. */
function mayTakeIn({ caller, parts }: Looking): boolean {
  const roles = new Set(caller.positions.map(({ role }) => role));
  return [...parts.committing.packs.values()].some(({ processes }) =>
    Object.values(processes).some(({ plan }) => plan.commands['take-in-plan']?.by.some(({ role }) => roles.has(role))),
  );
}

/** Plans of the provinces, as they were printed and computed again. */
export const planList = listRoom<Row>({
  room: 'plans',
  query: Query,
  find: (query, { caller, parts }) => findPlans(query as Query & { limit: number }, caller, parts),
  async columns({ language, parts }, rows) {
    const provinces = new Map(
      await Promise.all([...new Set(rows.map(({ provinceId }) => provinceId))].map(async (id) => [id, await parts.names(id)] as const)),
    );
    return [
      { key: 'title', as: 'text', value: ({ title }) => title, href: ({ id }) => `/plans/${id}` },
      { key: 'province', as: 'text', value: ({ provinceId }) => provinces.get(provinceId) ?? provinceId },
      {
        key: 'years',
        as: 'text',
        value: ({ fromYear, toYear }) => (fromYear === toYear ? String(fromYear ?? '') : `${fromYear}–${toYear}`),
      },
      { key: 'plan-total', as: 'money', value: ({ totalDong }) => totalDong, sum: 'totalDong' },
      { key: 'differences', as: 'number', value: ({ differenceCount }) => differenceCount },
      { key: 'state', as: 'text', value: ({ stateTitle }) => stateTitle[language] },
      { key: 'created', as: 'day', value: ({ createdAt }) => dateOf(createdAt) },
    ];
  },
  filters: async (looking) => [
    { name: 'q', choices: null },
    { name: 'province', choices: await provinceChoices(looking) },
  ],
  create: (looking) => (mayTakeIn(looking) ? '/plans/new' : null),
});
