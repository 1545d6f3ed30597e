import type { NotedDocument, Votes } from '../scheme/state.ts';

export type CouncilRole = 'chair' | 'deputy' | 'reviewer' | 'secretary' | 'member';
export type Member = {
  personId: string;
  name: string;
  role: CouncilRole;
  organisationIds: string[];
  answer: 'accepted' | 'declined' | null;
};

export type ScoreSheet = { by: string; scores: { criterion: string; points: number }[]; total: number; comment: string; on: string };
export type Ballot = { by: string; vote: 'pass' | 'conditional' | 'fail'; conditions: string[]; on: string };

/** One scheme on the agenda: kept as a part of its own, so that a ballot touches nothing else. Key: schemeId. */
export type AgendaItem = {
  schemeId: string;
  title: string;
  hostId: string;
  hostName: string;
  sessionNo: number;
  order: number;
  status: 'listed' | 'open' | 'balloting' | 'counted' | 'concluded' | 'adjourned';
  interests: { by: string; kind: string; text: string; derived: boolean; bars: boolean }[];
  sheets: ScoreSheet[];
  writtenViews: { by: string; view: string; text: string; on: string }[];
  ballots: Ballot[];
  result: {
    present: number;
    entitled: number;
    votes: Votes;
    averageScore: number | null;
    conclusion: 'pass' | 'conditional' | 'fail';
    quorum: string;
    majority: string;
  } | null;
  conditions: { no: number; text: string }[];
  reviseBy: string | null;
  dissents: { by: string; text: string }[];
};

export type Session = {
  no: number;
  date: string;
  time: string;
  place: string;
  papersBy: string;
  /** The day on which the invitation was issued, with which the papers go out; absent before. */
  papersSentOn?: string;
  agenda: string[];
  calledOn: string;
  /** The moment at which it was first taken down who is there: the session is open. */
  openedAt?: string;
  attendance: { personId: string; present: boolean; reason: string | null }[];
  /** Who was asked in writing to take the chair's place; they do so while the chair is absent. */
  chairDelegation: { to: string; text: string } | null;
  /** The item that is open now: one at a time. */
  openItem: string | null;
  minutesSigned: { chair: string | null; secretary: string | null };
  adopted: boolean;
  closed: boolean;
};

/** An appraisal council (hội đồng thẩm định). `items` is kept apart, a row a scheme. */
export type Council = {
  roundId: string;
  programme: string;
  year: number;
  route: string;
  name: string;
  agencyId: string;
  members: Member[];
  appointment: { documentId: string; symbol: string; date: string } | null;
  /** A delegation of the chair given before the next session is called. */
  delegation: { to: string; text: string } | null;
  /** The session now called or held; past ones in `sessions`. */
  session: Session | null;
  sessions: Session[];
  items: Record<string, AgendaItem>;
  documents: NotedDocument[];
};
