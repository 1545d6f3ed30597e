import { commandOf } from '../command.ts';
import type { Votes } from '../scheme/state.ts';
import type { AgendaItem, Ballot, Council, Member, ScoreSheet, Session } from './state.ts';

type Issued = { documentId: string; symbol: string | null; date: string };
type Conclusion = NonNullable<AgendaItem['result']>['conclusion'];
/** What a session's agenda says of one scheme; interests are those that follow from the members' positions. */
export type ListedItem = Pick<AgendaItem, 'schemeId' | 'title' | 'hostId' | 'hostName' | 'order' | 'interests'>;

/** What can have happened to a council. What concerns one scheme names it: those facts touch that item alone. */
export type CouncilFact =
  | ({ type: 'council-proposed'; members: Omit<Member, 'answer'>[] } & Pick<
      Council,
      'roundId' | 'programme' | 'year' | 'route' | 'name' | 'agencyId'
    >)
  | ({ type: 'council-appointed' } & Issued)
  | { type: 'appointment-returned'; reason: string }
  | { type: 'appointment-accepted' }
  | { type: 'appointment-declined'; reason: string }
  | ({ type: 'session-called'; councilId: string; items: ListedItem[] } & Pick<Session, 'no' | 'date' | 'time' | 'place' | 'papersBy'>)
  | { type: 'session-cancelled'; councilId: string; no: number; agenda: string[]; reason: string }
  | { type: 'chair-delegated'; to: string; text: string }
  /** `councilId`: where it changes who appraises the scheme, which is told so. */
  | { type: 'interest-declared'; schemeId: string; kind: string; text: string; bars: boolean; councilId?: string }
  | { type: 'attendance-recorded'; attendance: Session['attendance'] }
  | { type: 'item-opened'; schemeId: string }
  | ({ type: 'score-sheet-submitted'; schemeId: string } & Pick<ScoreSheet, 'scores' | 'total' | 'comment'>)
  | { type: 'written-view-submitted'; schemeId: string; view: Ballot['vote']; text: string }
  | { type: 'ballot-opened'; schemeId: string }
  | { type: 'ballot-cast'; schemeId: string; vote: Ballot['vote']; conditions: string[] }
  | ({ type: 'ballot-closed'; schemeId: string } & NonNullable<AgendaItem['result']>)
  | {
      type: 'item-concluded';
      councilId: string;
      sessionNo: number;
      schemeId: string;
      conclusion: Conclusion;
      conditions: AgendaItem['conditions'];
      reviseBy: string | null;
      votes: Votes;
      averageScore: number | null;
    }
  | { type: 'item-adjourned'; councilId: string; sessionNo: number; schemeId: string; reason: string }
  | { type: 'dissent-recorded'; schemeId: string; text: string }
  | { type: 'minutes-signed'; as: 'chair' | 'secretary'; no: number }
  | { type: 'minutes-adopted'; no: number }
  | { type: 'session-closed'; no: number }
  | { type: 'council-dissolved'; reason: string }
  | ({ type: 'document-noted'; documentType: string; title: string; file: string | null } & Issued);

/** Makes a command of a council. */
export const councilCommand = commandOf<Council, CouncilFact>();
