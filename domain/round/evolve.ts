import { dateOf } from '../time/programme-day.ts';
import type { RoundFact, RoundFactOf } from './facts.ts';
import type { AllocationProposal, DecisionProposal, Round } from './state.ts';

/** A round before its first fact. */
export const initialRound: Round = {
  programme: '',
  year: 0,
  route: 'central',
  ownerId: '',
  provinceId: null,
  title: '',
  openedOn: '',
  closesAt: '',
  extensions: [],
  ceilings: [],
  ranking: [],
  decisions: [],
  openDecisions: 0,
  standing: 'undecided',
  allocations: [],
  documents: [],
};

/** The round after a fact. */
export function evolveRound(round: Round, fact: RoundFact, at: { now: string; today: string }): Round {
  switch (fact.type) {
    case 'round-opened': {
      const { type: _, ...opened } = fact;
      return { ...round, ...opened, openedOn: at.today };
    }
    case 'round-extended':
      return {
        ...round,
        closesAt: fact.to,
        extensions: [...round.extensions, { to: dateOf(fact.to), reason: fact.reason, on: at.today }],
      };
    case 'schemes-ranked':
    case 'scheme-promoted':
      return { ...round, ranking: fact.ranking };
    case 'decision-proposed':
      return withDecisions(round, [...round.decisions, proposed(fact)]);
    case 'decision-issued':
      return withDecisions(
        round,
        replaced(round.decisions, fact.decisionNo, (decision) => issued(decision, fact)),
      );
    case 'decision-returned':
      return withDecisions(round, replaced(round.decisions, fact.decisionNo, answered));
    case 'allocation-proposed': {
      const { type: _, ...proposal } = fact;
      return { ...round, allocations: [...round.allocations, { ...proposal, status: 'proposed', document: null }] };
    }
    case 'allocation-issued': {
      const document = { documentId: fact.documentId, symbol: fact.symbol ?? '', date: fact.date };
      return withAllocation(round, fact.allocationNo, (allocation) => ({ ...allocation, status: 'issued', document }));
    }
    case 'allocation-returned':
      return withAllocation(round, fact.allocationNo, (allocation) => ({ ...allocation, status: 'returned' }));
    case 'document-noted': {
      const { type: _, documentType, ...noted } = fact;
      return { ...round, documents: [...round.documents, { ...noted, type: documentType }] };
    }
    case 'round-closed':
    case 'round-finished':
      return round;
  }
}

function proposed({ no, list }: RoundFactOf<'decision-proposed'>): DecisionProposal {
  const outcomes = new Set(list.map(({ outcome }) => outcome));
  return { no, list, status: 'proposed', approvals: null, refusals: null, waitsForDocuments: outcomes.size };
}

function issued(decision: DecisionProposal, fact: RoundFactOf<'decision-issued'>): DecisionProposal {
  const document = { documentId: fact.documentId, symbol: fact.symbol ?? '', date: fact.date };
  return answered({ ...decision, ...(fact.outcome === 'approve' ? { approvals: document } : { refusals: document }) });
}

/** One of its documents has been issued or given up; after the last of them the proposal is closed. */
function answered(decision: DecisionProposal): DecisionProposal {
  const waitsForDocuments = Math.max(0, decision.waitsForDocuments - 1);
  if (waitsForDocuments > 0) return { ...decision, waitsForDocuments };
  return { ...decision, waitsForDocuments, status: decision.approvals || decision.refusals ? 'issued' : 'returned' };
}

function withDecisions(round: Round, decisions: DecisionProposal[]): Round {
  const openDecisions = decisions.filter(({ status }) => status === 'proposed').length;
  const closed = decisions.some(({ status }) => status === 'issued') ? 'decided' : 'undecided';
  return { ...round, decisions, openDecisions, standing: openDecisions > 0 ? 'open' : closed };
}

function withAllocation(round: Round, no: number, change: (allocation: AllocationProposal) => AllocationProposal): Round {
  return { ...round, allocations: replaced(round.allocations, no, change) };
}

function replaced<T extends { no: number }>(list: T[], no: number, change: (one: T) => T): T[] {
  return list.map((one) => (one.no === no ? change(one) : one));
}
