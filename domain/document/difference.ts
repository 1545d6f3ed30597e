import type { OfficialDocument } from './model.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
/** One field that reads otherwise: where (JSON pointer), and how it read before and reads now; null where it is not there. */
export type ContentDifference = { pointer: string; before: Json; after: Json };

/**
 * What differs between two versions of a document, field by field, in the order of its fields. Lists are compared by position; what one version
 * lacks altogether is one difference, the whole entry.
 */
export function contentDifferences(before: OfficialDocument, after: OfficialDocument): ContentDifference[] {
  return differing(before as unknown as Json, after as unknown as Json, '');
}

function differing(before: Json | undefined, after: Json | undefined, pointer: string): ContentDifference[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    const longer = before.length > after.length ? before : after;
    return longer.flatMap((_, index) => differing(before[index], after[index], `${pointer}/${index}`));
  }
  if (isRecord(before) && isRecord(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) => differing(before[name], after[name], `${pointer}/${escaped(name)}`));
  }
  return before === after ? [] : [{ pointer, before: before ?? null, after: after ?? null }];
}

/** A name in a JSON pointer (RFC 6901). */
const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

const isRecord = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
