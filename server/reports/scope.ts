import { readerKeys } from '../../domain/process/permit.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import type { Caller } from '../identity/caller.ts';

/** Of what a report speaks: the schemes that somebody may know of, of one year or route if one is named. */
export type Scope = { caller: Caller; year: number | null; route: string | null };

/** The same as a condition on the table of schemes, `s`. */
export function schemesIn({ caller, year, route }: Scope): Prisma.Sql {
  const conditions = [
    Prisma.sql`s.readers && ${['all', ...readerKeys(caller)]}`,
    ...(year === null ? [] : [Prisma.sql`s.year = ${year}`]),
    ...(route === null ? [] : [Prisma.sql`s.route = ${route}`]),
  ];
  return Prisma.join(conditions, ' AND ');
}
