import type { Json } from '../command.ts';
import { type Proposal, type Section, sections } from './proposal.ts';

/** One field that differs: `lines[2].unitPriceDong`. `null`: it is not there in that version. */
export type Difference = { section: Section; field: string; before: Json; after: Json };

/**
 * What differs between two versions of a proposal, field by field. Lists are compared by position: the third line with the third line;
 * what one version lacks altogether is one difference, the whole entry.
 */
export function differencesOf(before: Proposal, after: Proposal): Difference[] {
  return sections.flatMap((section) => fieldsThatDiffer(before[section], after[section], section).map((one) => ({ section, ...one })));
}

/** The sections in which two versions differ. */
export const changedSections = (before: Proposal, after: Proposal): Section[] => [
  ...new Set(differencesOf(before, after).map(({ section }) => section)),
];

function fieldsThatDiffer(before: Json | undefined, after: Json | undefined, field: string): Omit<Difference, 'section'>[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    const longer = before.length > after.length ? before : after;
    return longer.flatMap((_, index) => fieldsThatDiffer(before[index], after[index], `${field}[${index}]`));
  }
  if (isRecord(before) && isRecord(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) => fieldsThatDiffer(before[name], after[name], `${field}.${name}`));
  }
  return before === after ? [] : [{ field, before: before ?? null, after: after ?? null }];
}

const isRecord = (value: Json | undefined): value is { [key: string]: Json | undefined } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
