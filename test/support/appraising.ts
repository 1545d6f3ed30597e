import { vecom } from './cast.ts';
import { issueAll } from './deciding.ts';
import { centralRound } from './steps.ts';
import type { World } from './world.ts';

export const seats: [person: string, role: string][] = [
  ['council-1', 'chair'],
  ['council-2', 'deputy'],
  ['council-3', 'reviewer'],
  ['council-4', 'reviewer'],
  ['council-5', 'secretary'],
  ['council-6', 'member'],
  ['council-7', 'member'],
  ['council-8', 'member'],
  ['council-9', 'member'],
];
export const members = seats.map(([person]) => person);
const sheet = (schemeId: string) => ({
  schemeId,
  scores: [
    { criterion: 'need', points: 14 },
    { criterion: 'content', points: 38 },
    { criterion: 'capacity', points: 32 },
    { criterion: 'effect', points: 9 },
  ],
  comment: 'Phù hợp.',
});

/** The council of the central round, appointed by a signed decision; each member has accepted but those who decline. */
export async function appointCouncil(world: World, declining: string[] = []): Promise<string> {
  const { id } = await world.act('agency-head', 'council', null, 'propose-council', {
    roundId: centralRound,
    name: 'Hội đồng thẩm định năm 2022 (MẪU THỬ – KHÔNG CÓ GIÁ TRỊ)',
    members: seats.map(([personId, role]) => ({ personId, role })),
  });
  await issueAll(world, vecom, centralRound);
  for (const person of members) {
    if (declining.includes(person)) await world.act(person, 'council', id, 'decline-appointment', { reason: 'Bận công tác.' });
    else await world.act(person, 'council', id, 'accept-appointment');
  }
  return id;
}

/** A session ten days on with these schemes, everybody present. Time moves to its day. */
export async function openSession(world: World, council: string, agenda: string[], date: string): Promise<void> {
  const session = { date, time: '08:30', place: 'Phòng họp số 2', agenda };
  await world.act('council-5', 'council', council, 'call-session', session);
  await world.moveTo(date);
  const attendance = members.map((personId) => ({ personId, present: true }));
  await world.act('council-5', 'council', council, 'record-attendance', { attendance });
}

/** An item opened by who leads, scored by these, its ballot open. */
export async function openBallot(world: World, council: string, schemeId: string, voters = members, lead = 'council-1'): Promise<void> {
  await world.act(lead, 'council', council, 'open-item', { schemeId });
  for (const person of voters) await world.act(person, 'council', council, 'submit-score-sheet', sheet(schemeId));
  await world.act(lead, 'council', council, 'open-ballot', { schemeId });
}

/** The whole appraisal of one scheme. */
export async function appraise(
  world: World,
  council: string,
  schemeId: string,
  vote: 'pass' | 'conditional' | 'fail',
  barred: string[] = [],
) {
  const conditions = vote === 'conditional' ? ['Làm rõ tiêu chí chọn học viên.'] : [];
  const voters = members.filter((person) => !barred.includes(person));
  await openBallot(world, council, schemeId, voters);
  for (const person of voters) await world.act(person, 'council', council, 'cast-ballot', { schemeId, vote, conditions });
  await world.act('council-1', 'council', council, 'close-ballot', { schemeId });
}

/** A member's dissent, to stand in the minutes. */
export const dissent = (world: World, council: string, schemeId: string) =>
  world.act('council-3', 'council', council, 'record-dissent', { schemeId, text: 'Không đồng ý với mức hỗ trợ.' });

/** Minutes by chair and secretary; the session is over. */
export async function endSession(world: World, council: string): Promise<void> {
  await world.act('council-1', 'council', council, 'adopt-minutes');
  await world.act('council-5', 'council', council, 'adopt-minutes');
  await world.act('council-5', 'council', council, 'close-session');
}
