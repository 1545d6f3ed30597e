import type { Json } from '../../../domain/command.ts';

/** A field in which two people have written different things over the same one. `null`: it is not there. */
export type Clash = { field: string; base: Json; theirs: Json; mine: Json };
/** What comes of two changes of one value: merged where they do not meet, and where they do, the fields to choose in (`value` has theirs there). */
export type Merged = { value: Json; clashes: Clash[] };

/**
 * Puts two changes of one value together, field by field: what only one side changed is taken, what both changed alike too. Lists are put
 * together by position where both sides kept their length; else a list is one field.
 */
export function merge(base: Json | undefined, theirs: Json | undefined, mine: Json | undefined, field = ''): Merged {
  if (same(theirs, mine) || same(base, mine)) return { value: theirs ?? null, clashes: [] };
  if (same(base, theirs)) return { value: mine ?? null, clashes: [] };
  if (isList(base) && isList(theirs) && isList(mine) && base.length === theirs.length && base.length === mine.length) {
    const parts = theirs.map((one, i) => merge(base[i], one, mine[i], `${field}[${i}]`));
    return { value: parts.map(({ value }) => value), clashes: parts.flatMap(({ clashes }) => clashes) };
  }
  if (isRecord(base) && isRecord(theirs) && isRecord(mine)) {
    const names = [...new Set([...Object.keys(base), ...Object.keys(theirs), ...Object.keys(mine)])];
    const parts = names.map((name): [string, Merged] => [name, merge(base[name], theirs[name], mine[name], `${field}.${name}`)]);
    return {
      value: Object.fromEntries(parts.flatMap(([name, { value }]) => (value === null ? [] : [[name, value]]))),
      clashes: parts.flatMap(([, { clashes }]) => clashes),
    };
  }
  return { value: theirs ?? null, clashes: [{ field, base: base ?? null, theirs: theirs ?? null, mine: mine ?? null }] };
}

/** The merged value with one's own words in the fields that were chosen so. */
export function choose({ value, clashes }: Merged, mineIn: (field: string) => boolean): Json {
  return clashes.filter(({ field }) => mineIn(field)).reduce<Json>((whole, { field, mine }) => put(whole, stepsOf(field), mine), value);
}

const stepsOf = (field: string): string[] => field.split(/[.[\]]+/).filter((step) => step !== '');

function put(whole: Json, [step, ...rest]: string[], value: Json): Json {
  if (step === undefined) return value;
  if (isList(whole)) return whole.map((one, i) => (i === Number(step) ? put(one, rest, value) : one));
  const record = isRecord(whole) ? whole : {};
  const inner = put(record[step] ?? null, rest, value);
  const { [step]: _, ...others } = record;
  return inner === null ? others : { ...others, [step]: inner };
}

const same = (a: Json | undefined, b: Json | undefined): boolean => {
  if (a === b || ((a ?? null) === null && (b ?? null) === null)) return true;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((one, i) => same(one, b[i]));
  if (isRecord(a) && isRecord(b)) return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => same(a[name], b[name]));
  return false;
};
const isList = (value: Json | undefined): value is Json[] => Array.isArray(value);
const isRecord = (value: Json | undefined): value is { [key: string]: Json | undefined } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
