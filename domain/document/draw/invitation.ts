import { councilRoleName } from '../compose/council.ts';
import { invitation } from '../compose/invitation.ts';
import type { Draw } from './drawn.ts';
import { councilFact, councilFrame, councilOf, memberOrganisations, membersOf, ofCouncil, startOf } from './of-council.ts';
import { compose, drawn } from './paper.ts';

/** A session is called: when and where, and which schemes it takes. */
export const drawInvitation: Draw = (context) => {
  const council = councilOf(context);
  const called = councilFact(context, 'session-called');
  const members = membersOf(context, council);
  const chair = members.find(({ role }) => role === 'chair') ?? members[0];
  const frame = councilFrame(context, 'invitation', { recipients: ['Như trên'] });
  const content = compose(invitation, {
    frame,
    addressees: members.map(({ name, organisation }) => `Ông (bà) ${name}, ${organisation}`),
    councilName: council.name,
    session: called.no,
    startsAt: startOf(called),
    meetingPlace: called.place,
    chair: chair ? `${chair.name} - ${councilRoleName(chair.role)}` : 'Chủ tịch Hội đồng',
    agenda: called.items.toSorted((a, b) => a.order - b.order).map(({ title, hostName }) => ({ title, host: hostName })),
    papersSentOn: context.today,
  });
  const paper = ofCouncil(context, 'invitation');
  return [
    drawn(context, {
      ...paper,
      about: `phiên thứ ${called.no}, ${council.name}`,
      subjects: [context.thing.id, ...called.items.map(({ schemeId }) => schemeId)],
      content,
      signers: [frame.signedBy],
      recipients: [...paper.recipients, ...memberOrganisations(context)],
    }),
  ];
};
