import type { CouncilFact, ListedItem } from './facts.ts';
import { evolveItem, type ItemFact } from './item.ts';
import type { AgendaItem, Council, Member, Session } from './state.ts';

/** A council before its first fact. */
export const initialCouncil: Council = {
  roundId: '',
  programme: '',
  year: 0,
  route: 'central',
  name: '',
  agencyId: '',
  members: [],
  appointment: null,
  delegation: null,
  session: null,
  sessions: [],
  items: {},
  documents: [],
};

type At = { now: string; today: string; actor: string };

/** The council after a fact. A fact about one item leaves everything else as it is, to the very object: what is unchanged is not written again. */
export function evolveCouncil(council: Council, fact: CouncilFact, at: At): Council {
  switch (fact.type) {
    case 'council-proposed': {
      const { type: _, members, ...proposed } = fact;
      return { ...council, ...proposed, members: members.map((member) => ({ ...member, answer: null })) };
    }
    case 'council-appointed':
      return { ...council, appointment: { documentId: fact.documentId, symbol: fact.symbol ?? '', date: fact.date } };
    case 'appointment-accepted':
      return { ...council, members: answered(council.members, at.actor, 'accepted') };
    case 'appointment-declined':
      return { ...council, members: answered(council.members, at.actor, 'declined') };
    case 'session-called':
      return called(council, fact, at);
    case 'session-cancelled': {
      const items = { ...council.items };
      for (const id of fact.agenda) if (items[id]) items[id] = { ...items[id], status: 'adjourned' };
      return ended({ ...council, items });
    }
    case 'chair-delegated': {
      const delegation = { to: fact.to, text: fact.text };
      return council.session ? inSession(council, { chairDelegation: delegation }) : { ...council, delegation };
    }
    case 'attendance-recorded':
      return inSession(council, { attendance: fact.attendance, openedAt: council.session?.openedAt ?? at.now });
    case 'minutes-signed':
      return council.session ? inSession(council, { minutesSigned: { ...council.session.minutesSigned, [fact.as]: at.actor } }) : council;
    case 'minutes-adopted':
      return inSession(council, { adopted: true });
    case 'session-closed':
      return ended(council);
    case 'document-noted': {
      const { type: _, documentType, ...noted } = fact;
      const after = { ...council, documents: [...council.documents, { ...noted, type: documentType }] };
      return documentType === 'invitation' ? invited(after, fact.date, at) : after;
    }
    case 'appointment-returned':
    case 'council-dissolved':
      return council;
    default:
      return aboutItem(council, fact, at);
  }
}

/** The members have their invitation, and with it the papers. One from before the session was called is of another session. */
const invited = (council: Council, date: string, { today }: At): Council =>
  council.session && date >= council.session.calledOn
    ? inSession(council, { papersSentOn: council.session.papersSentOn ?? today })
    : council;

const answered = (members: Member[], personId: string, answer: Member['answer']): Member[] =>
  members.map((member) => (member.personId === personId ? { ...member, answer } : member));

function called(council: Council, fact: Extract<CouncilFact, { type: 'session-called' }>, { today }: At): Council {
  const { no, date, time, place, papersBy, items } = fact;
  const session: Session = {
    no,
    date,
    time,
    place,
    papersBy,
    agenda: items.map(({ schemeId }) => schemeId),
    calledOn: today,
    attendance: [],
    chairDelegation: council.delegation,
    openItem: null,
    minutesSigned: { chair: null, secretary: null },
    adopted: false,
    closed: false,
  };
  const listed = Object.fromEntries(items.map((item) => [item.schemeId, newItem(item, no)]));
  return { ...council, session, delegation: null, items: { ...council.items, ...listed } };
}

const newItem = (listed: ListedItem, sessionNo: number): AgendaItem => ({
  ...listed,
  sessionNo,
  status: 'listed',
  sheets: [],
  writtenViews: [],
  ballots: [],
  result: null,
  conditions: [],
  reviseBy: null,
  dissents: [],
});

const inSession = (council: Council, change: Partial<Session>): Council =>
  council.session ? { ...council, session: { ...council.session, ...change } } : council;

/** The session is over, held or not: it joins the past ones. */
function ended(council: Council): Council {
  if (!council.session) return council;
  return { ...council, session: null, sessions: [...council.sessions, { ...council.session, openItem: null, closed: true }] };
}

function aboutItem(council: Council, fact: ItemFact, at: At): Council {
  const item = council.items[fact.schemeId];
  const after = item ? { ...council, items: { ...council.items, [fact.schemeId]: evolveItem(item, fact, at) } } : council;
  if (fact.type === 'item-opened') return inSession(after, { openItem: fact.schemeId });
  const closes = fact.type === 'item-concluded' || fact.type === 'item-adjourned';
  return closes && council.session?.openItem === fact.schemeId ? inSession(after, { openItem: null }) : after;
}
