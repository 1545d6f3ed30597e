import { z } from 'zod';

/** Whether a schema spells out, by going round in a circle, that anything may stand there. */
function isAnyJson(schema: unknown): boolean {
  const any = z.object({ anyOf: z.array(z.object({ type: z.string() })) }).safeParse(schema);
  const types = any.data?.anyOf.map(({ type }) => type) ?? [];
  return ['string', 'number', 'boolean', 'null', 'array', 'object'].every((type) => types.includes(type));
}

function replaced(value: unknown, ref: string, by: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => replaced(one, ref, by));
  if (typeof value !== 'object' || value === null) return value;
  if ('$ref' in value && value.$ref === ref) return by;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner, ref, by)]));
}

/**
 * A component as programs that make up examples can follow it: one that holds itself without end is written out to its second level, and
 * what may be anything says so in one word. The server still reads every level.
 */
export function finite(name: string, schema: unknown): object {
  if (isAnyJson(schema)) return { description: 'Any JSON value.' };
  const ref = `#/components/schemas/${name}`;
  const second = replaced(schema, ref, { description: 'The same again.' });
  return replaced(schema, ref, second) as object;
}

/** From how many characters on a part is long enough to be written once only. */
const longPart = 1_000;

/** A body with its long parts written out where they come first, and only named where they come again. */
export function onceOnly(body: unknown): unknown {
  const seen = new Set<string>();
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const text = JSON.stringify(value);
    if (text.length > longPart) {
      if (seen.has(text)) return { description: 'As it stands above in this body.' };
      seen.add(text);
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(body);
}
