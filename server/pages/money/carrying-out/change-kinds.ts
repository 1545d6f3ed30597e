import type { AdjustmentChange } from '../../../../domain/scheme/adjustment-change.ts';

export type ChangeKind = AdjustmentChange['change'];
/** What each kind of change may change, in the order in which its form asks. */
export const changeParts = {
  'more-money': ['lines', 'outputs'],
  content: ['aims', 'targets', 'outputs', 'schedule', 'lines'],
  'next-year': ['schedule', 'endsOn', 'carryDong'],
  stop: ['stopOn'],
  place: ['place'],
  beneficiary: ['beneficiaries'],
  dates: ['schedule', 'endsOn'],
  reduction: ['lines', 'outputs'],
} as const satisfies Record<ChangeKind, readonly string[]>;

export const isChangeKind = (text: unknown): text is ChangeKind => typeof text === 'string' && Object.hasOwn(changeParts, text);
/** The parts that are tables. */
export const listParts = ['lines', 'outputs', 'schedule'] as const;
