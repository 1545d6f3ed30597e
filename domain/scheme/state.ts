import type { Account } from '../money/ledger.ts';
import type { AdjustmentChange } from './adjustment-change.ts';
import type { Amount } from './amount.ts';
import type { PlanItemOfScheme } from './plan-link.ts';
import type { Proposal, Section } from './proposal.ts';

/** A document that speaks of the thing. */
export type NotedDocument = { documentId: string; type: string; title: string; symbol: string | null; date: string; file: string | null };

/** One member's answer counted: how many voted how. */
export type Votes = { pass: number; conditional: number; fail: number };

/**
 * Money asked for and its way to the treasury: requested → prepared → approved → paid, or refused. Of a payment, `amountDong` is the value of
 * the work; what clears advances (`clearedAdvanceDong`) is taken off, the treasury pays the rest. `no` counts advances and payments together.
 */
export type MoneyRequest = {
  no: number;
  kind: 'advance' | 'payment';
  amountDong: number;
  clearedAdvanceDong: number;
  purpose: string;
  files: string[];
  requestedOn: string;
  status: 'requested' | 'prepared' | 'approved' | 'refused' | 'paid';
  prepared?: { by: string; amountDong: number; note: string };
  approvedDong?: number;
  approvedOn?: string;
  reason?: string;
  slip?: { number: string; date: string; amountDong: number; kind: SlipKind };
};

/** How the treasury pays: on its own control of the papers, or on a payment order (lệnh chi tiền) to a social organisation. */
export type SlipKind = 'treasury-payment' | 'payment-order';

/**
 * A settlement line: what was planned, spent and vouched (of all sources), what of it is the state's support, and what finance allows of the
 * support. `lineNo` counts the proposal's budget lines from 1. đồng.
 */
export type SettlementLine = {
  lineNo: number;
  item: string;
  plannedDong: number;
  spentDong: number;
  supportDong: number;
  vouchers: { number: string; date: string; payee: string; amountDong: number }[];
  allowedDong?: number;
  disallowedDong?: number;
  reason?: string;
};

/** A scheme (đề án): the fold of its facts. Everything is plain JSON; sums in đồng, dates ISO. */
export type Scheme = {
  roundId: string;
  programme: string;
  route: string;
  year: number;
  host: { id: string; name: string };
  provinceId: string | null;
  localFinanceId: string | null;
  /** Central hosts (VECOM, associations) submit straight; local ones through their province. */
  hostIsCentral: boolean;
  /** Drawn from a plan's item and year. */
  planItem: PlanItemOfScheme | null;
  /** Last day for submitting, of its round. */
  cutOff: string;
  version: number;
  proposal: Proposal;
  /** Of all versions; the difference between two is computed when asked. */
  versions: { version: number; seq: number; on: string; by: string }[];
  submittedOn: string | null;
  opinion: {
    /** When the province was asked. */
    askedOn: string | null;
    prepared: { by: string; outcome: 'forward' | 'return' | 'reject'; counterpartDong: number; text: string; sections: Section[] } | null;
    /** `sections`: those to mend, where the province sent it back. */
    given: { by: string; outcome: string; counterpartDong: number; text: string; on: string; sections?: Section[] } | null;
  };
  intake: {
    supplementBy: string | null;
    openedSections: Section[];
    /** `version`: the one that was found wanting. */
    requests: { on: string; by: string; sections: Section[]; reason: string; until: string; version: number }[];
    ineligible: string | null;
  };
  council: { councilId: string; sessionNo: number; roster: Record<string, string[]> } | null;
  appraisal: {
    conclusion: 'pass' | 'conditional' | 'fail' | null;
    conditions: { no: number; text: string }[];
    reviseBy: string | null;
    votes: Votes | null;
    averageScore: number | null;
    answers: { no: number; answer: 'accepted' | 'explained'; text: string }[];
    revisionSubmitted: boolean;
  };
  ranking: { place: number; proposedDong: number; list: 'ranked' | 'waiting' } | null;
  approved: { documentId: string; symbol: string; date: string; amounts: Amount[] } | null;
  refusal: { documentId: string; symbol: string; date: string; reason: string } | null;
  /** `answeredOn`: the day from which it stands: taken down as approved, or the smaller sum accepted. */
  allocation: { documentId: string; symbol: string; date: string; amounts: Amount[]; reduced: boolean; answeredOn: string | null } | null;
  contract: {
    number: string;
    date: string;
    sumDong: number;
    startsOn: string;
    endsOn: string;
    milestones: { name: string; due: string; amountDong: number }[];
    agreedBy: { side: 'agency' | 'host'; by: string; on: string }[];
  } | null;
  /** What the scheme has moved in the fund of each year; equal to its movements, so that it adds up with the funds. */
  accounts: Account[];
  requests: MoneyRequest[];
  /** Advances that the treasury paid, and how much of them accepted work has cleared. đồng */
  advancedDong: number;
  clearedDong: number;
  /** Payments that the treasury made besides the advances: what the host has received is both together. đồng */
  paidDong: number;
  /** What waits of the requests for money, and of which kind the one is that is not decided yet. */
  moneyWaits: { kind: MoneyRequest['kind'] | null; toPrepare: boolean; toApprove: boolean; toPay: boolean };
  /** The last month reported; `month` as 2022-05. */
  reportedMonth: string | null;
  reports: { on: string; month: string; text: string; percent: number; spent: Amount[]; difficulties: string; late: boolean }[];
  inspection: { mendBy: string | null; records: { on: string; by: string; findings: string; mendBy: string | null }[] };
  suspension: { reason: string; on: string; by: string } | null;
  /** The latest one asked for. `moreDong`: support that it adds, reserved in the fund while the signer has it. */
  adjustment: {
    no: number;
    kind: AdjustmentChange['change'];
    reason: string;
    changes: AdjustmentChange;
    decider: 'agency-head' | 'signer';
    toCouncil: boolean;
    appraised: boolean;
    conclusion: 'pass' | 'conditional' | 'fail' | null;
    /** On which the council agrees to it, where it does so on conditions. */
    conditions?: { no: number; text: string }[];
    moreDong: number;
    status: 'asked' | 'at-council' | 'at-signer' | 'accepted' | 'refused';
    askedOn: string;
    decision: { on: string; by: string; note: string; document: { documentId: string; symbol: string | null; date: string } | null } | null;
  } | null;
  /** How many were asked for. */
  adjustments: number;
  /** `grounds`: a ground of the pack's list. */
  termination: {
    grounds: string;
    text: string;
    askedByHost: boolean;
    proposed: boolean;
    document: { documentId: string; symbol: string | null; date: string } | null;
  } | null;
  /** Planned outputs with what was done and accepted of them, all told; `output` counts the proposal's outputs from 1. */
  acceptance: {
    complete: boolean;
    lastOn: string | null;
    reported: { output: number; done: number; evidence: string[] }[];
    /** Who reported last. */
    reportedBy?: string;
    accepted: { output: number; volume: number; outcome: 'accepted' | 'partial' | 'failed' }[];
    records: { on: string; outcome: 'accepted' | 'partial' | 'failed' | 'redo'; text: string; committee: string[] }[];
  };
  settlement: {
    filedOn: string | null;
    late: boolean;
    lines: SettlementLine[];
    otherSources: Amount[];
    reviewedBy: string | null;
    /** What the treasury's record showed as paid when the file was reviewed. */
    treasuryDong: number | null;
    allowedDong: number;
    disallowedDong: number;
    /** Still to be returned by the host, and still to be paid to it. */
    owesBackDong: number;
    owesBack: boolean;
    owedToHostDong: number;
    /** Returned in all, before and after the settlement was confirmed. */
    repaidDong: number;
    repayments: { number: string; date: string; amountDong: number }[];
    confirmedOn: string | null;
    returns: { on: string; reason: string }[];
  };
  carryOver: { reason: string; toYear: number; amountDong: number } | null;
  documents: NotedDocument[];
  closedOn: string | null;
  archivedOn: string | null;
  /** The archive package in the file store. */
  deposit?: { on: string; file: string; bytes: number };
};
