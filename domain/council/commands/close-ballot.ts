import { z } from 'zod';
import { isRefusal, refuse } from '../../command.ts';
import { lawValue } from '../../regulation/law-value.ts';
import { IsoDate } from '../../time/dates.ts';
import { addWorkingDays } from '../../time/working-days.ts';
import { councilCommand } from '../facts.ts';
import { Conditions, oneItem, ThingId } from '../input.ts';
import { absence, barring, itemOnAgenda } from '../on-agenda.ts';
import { reaches } from '../quorum.ts';
import { quorumFor } from '../quorum-refusal.ts';
import { averageScore, conclude, countVotes } from '../tally.ts';

/**
 * The vote is counted. Quorum and majority come from what was recorded, never from what somebody types. A scheme passed on conditions has
 * them from the closer, else from the ballots, and a day by which the host has to answer, else the law's own.
 */
export const closeBallot = councilCommand('close-ballot', {
  input: z.strictObject({ schemeId: ThingId, conditions: Conditions.optional(), reviseBy: IsoDate.optional() }),
  parts: oneItem,

  decide({ input, id, state, pack, today, actor }) {
    const { schemeId } = input;
    const item = itemOnAgenda(state, schemeId, ['balloting']);
    if (isRefusal(item)) return item;
    const { attendance, refusal, basis } = quorumFor(state, item, pack, today);
    const refused = absence(state, actor) ?? barring(item, actor) ?? refusal;
    if (refused) return refused;

    const quorum = lawValue(pack, 'council.quorum', { on: today });
    const { present, entitled, neededCount } = attendance;
    if (!reaches(item.ballots.length, entitled.length, quorum.value.share)) {
      const awaited = present.filter(({ personId }) => !item.ballots.some(({ by }) => by === personId)).map(({ name }) => name);
      return refuse('ballot.too-few', { scheme: item.title, cast: item.ballots.length, needed: neededCount, awaited }, quorum);
    }
    const majority = lawValue(pack, 'council.majority', { on: today });
    const votes = countVotes(item.ballots);
    const conclusion = conclude(votes, present.length, majority.value);
    const average = averageScore(item, present);
    const conditional = conclusion === 'conditional';
    const texts = input.conditions ?? [...new Set(item.ballots.flatMap(({ conditions }) => conditions))];
    if (conditional && texts.length === 0) return refuse('ballot.conditions-needed');
    const period = lawValue(pack, 'revision.period', { on: today });
    const reviseBy = conditional ? (input.reviseBy ?? addWorkingDays(pack.calendar, today, period.value)) : null;
    if (reviseBy !== null && reviseBy <= today) return refuse('ballot.revise-by', { reviseBy, today });

    const conditions = conditional ? texts.map((text, index) => ({ no: index + 1, text })) : [];
    const { count, of } = majority.value;
    const consent = conclusion === 'pass' ? votes.pass : votes.pass + votes.conditional;
    return {
      facts: [
        {
          type: 'ballot-closed',
          schemeId,
          present: present.length,
          entitled: entitled.length,
          votes,
          averageScore: average,
          conclusion,
          quorum: `${present.length}/${entitled.length} ≥ ${quorum.value.share.count}/${quorum.value.share.of} (${basis})`,
          majority: `${consent}/${present.length} ${conclusion === 'fail' ? '<' : '≥'} ${count}/${of} (${majority.basis})`,
        },
        {
          type: 'item-concluded',
          councilId: id,
          sessionNo: item.sessionNo,
          schemeId,
          conclusion,
          conditions,
          reviseBy,
          votes,
          averageScore: average,
        },
      ],
      result: { conclusion, votes, present: present.length, entitled: entitled.length, averageScore: average, conditions, reviseBy },
    };
  },
});
