import type { AgendaItem, Council, CouncilRole, Member, Session } from './state.ts';

/** The members: those who have not declined. */
export const seated = (council: Pick<Council, 'members'>): Member[] => council.members.filter(({ answer }) => answer !== 'declined');

/** Who has been recorded as present at the session. */
export const presentAt = (session: Session | null): Set<string> =>
  new Set((session?.attendance ?? []).filter(({ present }) => present).map(({ personId }) => personId));

/** Whether somebody has an interest in the scheme that keeps them from judging it. */
export const isBarred = (item: Pick<AgendaItem, 'interests'>, personId: string): boolean =>
  item.interests.some(({ by, bars }) => by === personId && bars);

/** Who appraises one scheme: those appointed, without whom an interest keeps from it. Where that is the chair, the deputy takes the chair's part. */
export function rosterFor(council: Pick<Council, 'members'>, item: Pick<AgendaItem, 'interests'>): Record<CouncilRole, string[]> {
  const roster: Record<CouncilRole, string[]> = { chair: [], deputy: [], reviewer: [], secretary: [], member: [] };
  for (const { role, personId } of seated(council)) if (!isBarred(item, personId)) roster[role].push(personId);
  return roster.chair.length > 0 ? roster : { ...roster, chair: roster.deputy };
}

/** Who takes the chair's place by written delegation: only while the chair is not there. */
export function deputising(council: Pick<Council, 'members' | 'session'>): string | null {
  const { session } = council;
  if (!session?.chairDelegation || session.attendance.length === 0) return null;
  const there = presentAt(session);
  const chairIsThere = seated(council).some(({ role, personId }) => role === 'chair' && there.has(personId));
  return chairIsThere ? null : session.chairDelegation.to;
}

/** Roles by appointment, with whoever has been delegated the chair among the chairs; `invited` are those who have not answered yet. */
export function rosterOf(council: Pick<Council, 'members' | 'session'>): Record<CouncilRole | 'invited', string[]> {
  const of = (role: CouncilRole) =>
    seated(council)
      .filter((member) => member.role === role)
      .map(({ personId }) => personId);
  const delegate = deputising(council);
  return {
    chair: [...of('chair'), ...(delegate === null ? [] : [delegate])],
    deputy: of('deputy'),
    reviewer: of('reviewer'),
    secretary: of('secretary'),
    member: of('member'),
    invited: council.members.filter(({ answer }) => answer === null).map(({ personId }) => personId),
  };
}
