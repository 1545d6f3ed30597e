import { z } from 'zod';
import { dateOf } from '../../../domain/time/programme-day.ts';
import { CouncilQuery, findCouncils } from '../../lists/councils.ts';
import type { CouncilRow } from '../../things/rows.ts';
import { mayCreate } from '../command-form.ts';
import { roundsToAppraise } from '../councils/rounds-to-appraise.ts';
import { roundChoices, stateChoices } from './choices.ts';
import { listRoom } from './room.ts';

const Query = z.object(CouncilQuery);
type Query = z.infer<typeof Query>;
type Row = z.infer<typeof CouncilRow>;

/** Appraisal councils, each of a round. */
export const councilList = listRoom<Row>({
  room: 'councils',
  query: Query,
  find: (query, { caller, parts }) => findCouncils(query as Query & { limit: number }, caller, parts),
  async columns(looking) {
    const { language } = looking;
    const rounds = new Map((await roundChoices(looking)).map(({ value, text }) => [value, text]));
    return [
      { key: 'title', as: 'text', value: ({ title }) => title, href: ({ id }) => `/councils/${id}` },
      { key: 'state', as: 'text', value: ({ stateTitle }) => stateTitle[language] },
      {
        key: 'round',
        as: 'text',
        value: ({ roundId }) => rounds.get(roundId) ?? roundId,
        href: ({ roundId }) => (rounds.has(roundId) ? `/rounds/${roundId}` : null),
      },
      { key: 'members', as: 'number', value: ({ members }) => members.length },
      { key: 'created', as: 'day', value: ({ createdAt }) => dateOf(createdAt) },
    ];
  },
  filters: async (looking) => [
    { name: 'q', choices: null },
    { name: 'state', choices: stateChoices('council', looking) },
    { name: 'round', choices: await roundChoices(looking) },
  ],
  create: async ({ caller, parts }) =>
    mayCreate('councils', caller, parts) && (await roundsToAppraise(caller, parts)).length > 0 ? '/councils/new' : null,
});
