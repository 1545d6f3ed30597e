import type { Kind } from '../command.ts';
import { acceptAppointment } from './commands/accept-appointment.ts';
import { adjournItem } from './commands/adjourn-item.ts';
import { adoptMinutes } from './commands/adopt-minutes.ts';
import { appoint } from './commands/appoint.ts';
import { callSession } from './commands/call-session.ts';
import { cancelSession } from './commands/cancel-session.ts';
import { castBallot } from './commands/cast-ballot.ts';
import { closeBallot } from './commands/close-ballot.ts';
import { closeSession } from './commands/close-session.ts';
import { declareInterest } from './commands/declare-interest.ts';
import { declineAppointment } from './commands/decline-appointment.ts';
import { delegateChair } from './commands/delegate-chair.ts';
import { dissolveCouncil } from './commands/dissolve-council.ts';
import { noteDocument } from './commands/note-document.ts';
import { openBallot } from './commands/open-ballot.ts';
import { openItem } from './commands/open-item.ts';
import { proposeCouncil } from './commands/propose-council.ts';
import { recordAttendance } from './commands/record-attendance.ts';
import { recordDissent } from './commands/record-dissent.ts';
import { returnAppointment } from './commands/return-appointment.ts';
import { submitScoreSheet } from './commands/submit-score-sheet.ts';
import { submitWrittenView } from './commands/submit-written-view.ts';
import { councilEffects } from './effects.ts';
import { evolveCouncil, initialCouncil } from './evolve.ts';
import type { CouncilFact } from './facts.ts';
import { rosterOf, seated } from './seats.ts';
import type { Council } from './state.ts';

const provinceOf = (council: Council): string | null => (council.route === 'local' ? `province:${council.agencyId}` : null);

/** An appraisal council as the kernel knows it; each scheme on its agenda is a part of its own. */
export const councilKind: Kind<Council, CouncilFact> = {
  kind: 'council',
  initial: initialCouncil,
  evolve: evolveCouncil,
  partsIn: 'items',
  commands: {
    'propose-council': proposeCouncil,
    appoint,
    'return-appointment': returnAppointment,
    'accept-appointment': acceptAppointment,
    'decline-appointment': declineAppointment,
    'call-session': callSession,
    'cancel-session': cancelSession,
    'delegate-chair': delegateChair,
    'declare-interest': declareInterest,
    'record-attendance': recordAttendance,
    'open-item': openItem,
    'submit-score-sheet': submitScoreSheet,
    'submit-written-view': submitWrittenView,
    'open-ballot': openBallot,
    'cast-ballot': castBallot,
    'close-ballot': closeBallot,
    'record-dissent': recordDissent,
    'adjourn-item': adjournItem,
    'adopt-minutes': adoptMinutes,
    'close-session': closeSession,
    'dissolve-council': dissolveCouncil,
    'note-document': noteDocument,
  },
  relations: (council, pack) => {
    const province = provinceOf(council);
    return {
      agency: `org:${pack.organisations.agency}`,
      ministry: `org:${pack.organisations.ministry}`,
      finance: `org:${pack.organisations.finance}`,
      ...(province && { province, 'local-finance': province }),
    };
  },
  roster: rosterOf,
  readers: (council, _state, pack) => {
    const province = provinceOf(council);
    const offices = province ? [province] : [`org:${pack.organisations.agency}`, `org:${pack.organisations.ministry}`];
    return ['role:auditor', ...offices, ...seated(council).map(({ personId }) => `person:${personId}`)];
  },
  effects: councilEffects,
};
