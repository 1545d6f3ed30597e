import type { z } from 'zod';
import { isBarred, presentAt } from '../../council/seats.ts';
import type { AgendaItem, Council, Session } from '../../council/state.ts';
import { lawValue } from '../../regulation/law-value.ts';
import { councilRoleName } from '../compose/council.ts';
import { type MinutesItem, minutes } from '../compose/minutes.ts';
import { conclusions } from './count-record.ts';
import type { Draw, DrawContext } from './drawn.ts';
import {
  councilFact,
  councilOf,
  itemOf,
  memberName,
  memberSigning,
  membersOf,
  ofCouncil,
  ownFrame,
  sessionOf,
  startOf,
} from './of-council.ts';
import { compose, drawn } from './paper.ts';

/**
 * A session's minutes, drawn up from what was recorded: who was there, and of every scheme what was declared, said, scored, voted and concluded. They
 * are the council's and the agency's: an organisation for which a member works may be a host whose scheme was judged.
 */
export const drawMinutes: Draw = (context) => {
  const { pack, today, now } = context;
  const council = councilOf(context);
  const { no } = councilFact(context, 'minutes-adopted');
  const session = sessionOf(council, no);
  const there = presentAt(session);
  const members = membersOf(context, council);
  const present = members.filter(({ personId }) => there.has(personId));
  const { basis } = lawValue(pack, 'council.quorum', { on: today });
  const leader = leaderOf(context, council, session);
  const secretary = session.minutesSigned.secretary ?? members.find(({ role }) => role === 'secretary')?.personId ?? '';
  const content = compose(minutes, {
    frame: ownFrame(context, 'minutes', { recipients: ['Các thành viên Hội đồng'] }),
    councilName: council.name,
    session: no,
    startsAt: openedAt(session, now),
    endsAt: now,
    meetingPlace: session.place,
    chair: { name: leader.name, role: leader.role },
    secretary: { name: memberName(council, secretary) },
    present: present.map(({ name, role, organisation }) => ({ name, role, organisation })),
    absent: members
      .filter(({ personId }) => !there.has(personId))
      .map(({ personId, name }) => ({
        name,
        reason: session.attendance.find((one) => one.personId === personId)?.reason || 'vắng mặt',
      })),
    quorum: `Hội đồng có mặt ${present.length}/${members.length} thành viên, đủ điều kiện họp theo quy định (${basis})`,
    items: session.agenda.map((schemeId) => itemText(council, itemOf(council, schemeId))),
  });
  const paper = ofCouncil(context, 'minutes');
  return [
    drawn(context, {
      ...paper,
      about: `phiên thứ ${no}, ${council.name}`,
      subjects: [context.thing.id, ...session.agenda],
      content,
      signers: [memberSigning(context, secretary), memberSigning(context, leader.personId)],
    }),
  ];
};

/** When a session was opened, as it was taken down; of one from before that was kept, when it was called for, or the end where that came first. */
const openedAt = (session: Session, end: string): string => session.openedAt ?? [startOf(session), end].toSorted()[0] ?? end;

/** Who led the session: the chair, or whoever took the chair's place. */
function leaderOf(context: DrawContext, council: Council, session: Session): { personId: string; name: string; role: string } {
  const members = membersOf(context, council);
  const signed = session.minutesSigned.chair;
  const leader = members.find(({ personId }) => personId === signed) ?? members.find(({ role }) => role === 'chair');
  if (!leader) return { personId: signed ?? '', name: memberName(council, signed ?? ''), role: 'Chủ trì' };
  const delegated = session.chairDelegation?.to === leader.personId && leader.role !== 'chair';
  return {
    personId: leader.personId,
    name: leader.name,
    role: `${councilRoleName(leader.role)}${delegated ? ' (theo ủy quyền của Chủ tịch Hội đồng)' : ''}`,
  };
}

const views: Record<string, string> = {
  pass: 'đề nghị phê duyệt',
  conditional: 'đề nghị phê duyệt sau khi chỉnh sửa, hoàn thiện',
  fail: 'đề nghị không phê duyệt',
};

function itemText(council: Council, item: AgendaItem): z.input<typeof MinutesItem> {
  const { result } = item;
  const roleOf = (personId: string) => council.members.find((one) => one.personId === personId)?.role;
  const judging = ({ by }: { by: string }) => !isBarred(item, by);
  const reviewersFirst = item.sheets
    .filter(judging)
    .toSorted((a, b) => Number(roleOf(b.by) === 'reviewer') - Number(roleOf(a.by) === 'reviewer'));
  return {
    title: item.title,
    host: item.hostName,
    barred: item.interests
      .filter(({ bars }) => bars)
      .map(({ by, text, kind }) => ({ name: memberName(council, by), interest: text || kind })),
    opinions: [
      ...reviewersFirst
        .filter(({ comment }) => comment !== '')
        .map(({ by, comment }) => ({ name: memberName(council, by), text: comment })),
      ...item.writtenViews.filter(judging).map(({ by, view, text }) => ({
        name: memberName(council, by),
        text: `${views[view] ?? view}; ${text}`,
        written: true,
      })),
    ],
    ...(result && result.averageScore !== null && { averageScore: result.averageScore }),
    ...(result && { votes: result.votes }),
    conclusion: result && item.status === 'concluded' ? conclusions[result.conclusion] : 'adjourned',
    conditions: item.conditions.map(({ text }) => text),
    dissent: item.dissents.map(({ by, text }) => ({ name: memberName(council, by), text })),
  };
}
