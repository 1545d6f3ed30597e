import { ProblemError } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';

const holds = ({ positions }: Caller, ...roles: string[]): boolean => positions.some(({ role }) => roles.includes(role));

/** Whether somebody keeps organisations, persons and positions. */
export const mayAdminister = (caller: Caller): boolean => holds(caller, 'administrator');
/** Whether somebody reads everything: what an administrator may not know of, an auditor may. */
export const readsAll = (caller: Caller): boolean => holds(caller, 'auditor');

/** These pages are there for administrators and auditors. @throws ProblemError 404 for all others */
export function assertSees(caller: Caller): void {
  if (!holds(caller, 'administrator', 'auditor')) throw new ProblemError('not-found');
}

/** What is changed here is changed by administrators. @throws ProblemError 404, 403 for an auditor, who only reads */
export function assertKeeps(caller: Caller): void {
  assertSees(caller);
  if (!mayAdminister(caller)) throw new ProblemError('forbidden');
}
