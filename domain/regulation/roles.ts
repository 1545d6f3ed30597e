import { z } from 'zod';
import { BothLanguages, Grounded } from './basis.ts';

/** A role that a person has by a position, by appointment to a council, or because a document names them. A reader sees, and never acts. */
export const Role = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  title: BothLanguages,
  by: z.enum(['position', 'appointment', 'name', 'process']),
  reader: z.boolean().optional(),
});
export type Role = z.infer<typeof Role>;

/** Duties that nobody may unite on one file (bất kiêm nhiệm), each a name that the process gives to a capacity. */
export const DutiesApart = Grounded.extend({ title: BothLanguages, duties: z.array(z.string()).min(2) });
export type DutiesApart = z.infer<typeof DutiesApart>;

export const Roles = z.strictObject({ roles: z.array(Role).min(1), apart: z.array(DutiesApart) });
export type Roles = z.infer<typeof Roles>;
