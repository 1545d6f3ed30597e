import type { DocumentRecord } from './state.ts';

type Approved = Pick<DocumentRecord, 'approvals' | 'approvalRule' | 'digest'>;

/** Approvals that hold: given for what the draft says now. */
const standing = ({ approvals, digest }: Approved): DocumentRecord['approvals'] => approvals.filter((one) => one.digest === digest);

/** How many approvals the law asks for before a draft is signed: one, unless it says more for the type. */
export const approvalsNeeded = ({ approvalRule }: Pick<Approved, 'approvalRule'>): number => approvalRule?.need ?? 1;

/** Whether the draft has been approved as it reads now, by as many as the law asks for. */
export const isApproved = (document: Approved): boolean => standing(document).length >= approvalsNeeded(document);

/**
 * Roles whose approval is still open: the next one where they come in order, else all that have not given theirs. Null where the law names
 * nobody for the type, so that the chart alone says who approves.
 */
export function openApprovers(document: Approved): string[] | null {
  const { approvalRule: rule } = document;
  if (!rule) return null;
  const given = standing(document).flatMap(({ role }) => (role === undefined ? [] : [role]));
  const open = rule.by.map(({ role }) => role).filter((role) => !given.includes(role));
  if (given.length >= rule.need) return [];
  return rule.ordered ? open.slice(0, 1) : open;
}
