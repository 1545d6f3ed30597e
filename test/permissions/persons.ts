import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Actor } from '../../domain/command.ts';

const Person = z.object({ id: z.string(), name: z.string(), role: z.string(), organisationId: z.string(), title: z.string() });
const Organisation = z.object({ id: z.string(), provinceId: z.string().nullable() });
const read = <T>(name: string, schema: z.ZodType<T>): T[] =>
  z.array(schema).parse(JSON.parse(readFileSync(`prisma/seed/${name}.json`, 'utf8')));

/** A sample person: who they are, in which office they sit, and the actor that the rules see. */
export type Somebody = { id: string; role: string; organisationId: string; actor: Actor };

const provinceOf = new Map(read('organisations', Organisation).map(({ id, provinceId }) => [id, provinceId]));
export const everybody: Somebody[] = read('persons', Person).map(({ id, name, role, organisationId, title }) => ({
  id,
  role,
  organisationId,
  actor: { id, name, positions: [{ role, title, organisationId, provinceId: provinceOf.get(organisationId) ?? null }] },
}));
