import { roleTitle } from '../../domain/regulation/role-title.ts';
import type { Language } from '../http/language.ts';
import type { Parts } from '../parts.ts';
import type { Caller } from './caller.ts';

/** A position as people read it; `signsFor` are the types of documents that a written authority lets its holder sign. */
export type PositionSeen = { title: string; role: string; organisation: string; signsFor: string[] };

/** The caller's positions of today, by names. */
export async function positionsOf(
  { positions }: Caller,
  language: Language,
  { committing, names }: Pick<Parts, 'committing' | 'names'>,
): Promise<PositionSeen[]> {
  const packs = [...committing.packs.values()];
  const roleOf = (role: string) => packs.map((pack) => roleTitle(pack, role)[language]).find((title) => title !== role) ?? role;
  const typeOf = (type: string) => packs.flatMap(({ documents }) => documents).find((one) => one.type === type)?.title[language] ?? type;
  return Promise.all(
    positions.map(async ({ title, role, organisationId, delegated = [] }) => ({
      title,
      role: roleOf(role),
      organisation: await names(organisationId),
      signsFor: delegated.map(typeOf),
    })),
  );
}
