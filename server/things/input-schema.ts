import { z } from 'zod';

const known = new WeakMap<z.ZodType, Record<string, unknown>>();

/** The JSON schema of what a command takes, as a form or a program needs it. Computed once a schema. */
export function inputSchema(input: z.ZodType): Record<string, unknown> {
  const found = known.get(input);
  if (found) return found;
  const made = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>;
  known.set(input, made);
  return made;
}
