import type { Fraction, LawKeyValue } from '../regulation/law-catalogue.ts';
import { deputising, isBarred, presentAt, seated } from './seats.ts';
import type { AgendaItem, Council, CouncilRole, Member } from './state.ts';

export type QuorumRule = LawKeyValue<'council.quorum'>;
export type Composition = LawKeyValue<'council.composition'>;

/** Somebody without whom the item cannot be taken, and why they are not counted. */
export type Missing = { role: CouncilRole; name: string; why: 'absent' | 'barred' | 'not-appointed' };
/** The attendance of one item. `entitled`: members who may judge it; `present`: those of them who are there. */
export type Attendance = { entitled: Member[]; present: Member[]; neededCount: number; missing: Missing[]; met: boolean };

/** Whether a count reaches a fraction of a whole, in whole numbers: 5 of 7 reach 2/3. */
export const reaches = (count: number, whole: number, share: Fraction): boolean => count * share.of >= whole * share.count;

/** The smallest count that reaches a fraction of a whole. */
export const neededOf = (whole: number, share: Fraction): number => Math.ceil((whole * share.count) / share.of);

/**
 * Whether enough members are there for this item (27/2015/TT-BTNMT, Article 26, by analogy): the share of those who may judge it, one of
 * the roles of which one has to be there, and every role all of whose seats have to be taken. Who is barred by an interest counts neither as
 * entitled nor as present, and leaves their seat empty. Whoever has been delegated the chair counts as chair.
 */
export function attendanceOf(council: Council, item: AgendaItem, rule: QuorumRule, composition: Composition): Attendance {
  const there = presentAt(council.session);
  const members = seated(council);
  const entitled = members.filter(({ personId }) => !isBarred(item, personId));
  const present = entitled.filter(({ personId }) => there.has(personId));
  const neededCount = neededOf(entitled.length, rule.share);
  const missing = [...missingOne(council, members, present, item, rule), ...missingAll(members, present, item, rule, composition)];
  const met = present.length > 0 && reaches(present.length, entitled.length, rule.share) && missing.length === 0;
  return { entitled, present, neededCount, missing, met };
}

function missingOne(council: Council, members: Member[], present: Member[], item: AgendaItem, { oneOf }: QuorumRule): Missing[] {
  const delegate = deputising(council);
  const led = present.some(({ role, personId }) => oneOf.includes(role) || (oneOf.includes('chair') && personId === delegate));
  if (led || oneOf.length === 0) return [];
  return members.filter(({ role }) => oneOf.includes(role)).map((member) => absence(member, item));
}

function missingAll(members: Member[], present: Member[], item: AgendaItem, { allOf }: QuorumRule, composition: Composition): Missing[] {
  return allOf.flatMap((role) => {
    const seats = composition[role] ?? 1;
    const holders = members.filter((member) => member.role === role);
    const vacant = Array.from({ length: Math.max(0, seats - holders.length) }, () => ({ role, name: '', why: 'not-appointed' as const }));
    const away = holders.filter((holder) => !present.includes(holder));
    return [...away.map((member) => absence(member, item)), ...vacant];
  });
}

const absence = (member: Member, item: AgendaItem): Missing => ({
  role: member.role,
  name: member.name,
  why: isBarred(item, member.personId) ? 'barred' : 'absent',
});
