import type { Value } from './pdf-syntax.ts';

/** Whether two values are written alike but for spaces and the order of keys; references are compared as references. */
export function same(one: Value | undefined, other: Value | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null || one.kind !== other.kind) return false;
  if (one.kind === 'name' && other.kind === 'name') return one.name === other.name;
  if (one.kind === 'ref' && other.kind === 'ref') return one.number === other.number && one.generation === other.generation;
  if (one.kind === 'text' && other.kind === 'text') return one.bytes.equals(other.bytes);
  if (one.kind === 'list' && other.kind === 'list')
    return one.items.length === other.items.length && one.items.every((item, index) => same(item, other.items[index]));
  if (one.kind === 'dict' && other.kind === 'dict')
    return (
      one.entries.size === other.entries.size &&
      [...one.entries].every(([key, value]) => other.entries.has(key) && same(value, other.entries.get(key)))
    );
  return one.kind === 'stream' && other.kind === 'stream' && one.raw.equals(other.raw) && same(one.dict, other.dict);
}
