import { z } from 'zod';
import { type OrganisationView, type PersonView, type Refusal, refuse } from '../../command.ts';
import { belongsTo, standingFor } from '../../organisations.ts';
import type { RegulationPack } from '../../regulation/pack.ts';
import { headTitle, isDeputy } from '../draw/offices.ts';
import { DocumentType } from '../model.ts';
import { Line } from '../table.ts';
import { giversRight } from './authority.ts';
import { type Delegation, delegationKinds } from './delegation.ts';

const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/);

/** A written authority as an administrator takes it down from its instrument. A TUQ. is always limited in time. */
export const NewDelegation = z
  .strictObject({
    kind: z.enum(delegationKinds),
    organisationId: Id,
    givenBy: Id,
    toPerson: Id.nullable().default(null),
    toOffice: z
      .strictObject({ organisationId: Id, role: z.string().regex(/^[a-z][a-z-]{0,39}$/) })
      .nullable()
      .default(null),
    symbol: Line.max(60),
    date: z.iso.date(),
    types: z.array(DocumentType).min(1).max(60),
    from: z.iso.date(),
    to: z.iso.date().nullable().default(null),
  })
  .refine(({ toPerson, toOffice }) => (toPerson === null) !== (toOffice === null), {
    message: 'to a person or to an office',
    path: ['toPerson'],
  })
  .refine(({ kind, to }) => kind !== 'tuq' || to !== null, { message: 'an authority is limited in time', path: ['to'] })
  .refine(({ from, to }) => to === null || from <= to, { message: 'it ends after it has begun', path: ['to'] })
  .refine(({ date, from }) => date <= from, { message: 'it holds from the instrument’s day on', path: ['from'] });
export type NewDelegation = z.infer<typeof NewDelegation>;

/** What is known of those whom an authority concerns, on its first day. */
export type Concerned = {
  pack: RegulationPack;
  organisations: Readonly<Record<string, OrganisationView>>;
  giver: Pick<Delegation, 'giverTitles' | 'giverActsBy'>;
  receiver: PersonView | null;
};

/**
 * Why an authority cannot be taken down (Decree 30/2020/NĐ-CP, Article 13): only the head of an organisation gives one, to the head of a body
 * that belongs to it (TUQ.), to a deputy (KT.) or to whoever acts as head (Q.), and nobody passes on what was delegated to them.
 */
export function unrecordable(given: NewDelegation, { pack, organisations, giver, receiver }: Concerned): Refusal | null {
  const { organisationId, kind, symbol, date, from, toPerson, toOffice } = given;
  const issuer = standingFor(organisations, organisationId, from);
  if (issuer?.id !== organisationId) return refuse('authority.unknown-organisation', { organisation: organisationId, from });
  const without = giversRight(pack, { ...giver, symbol, date }, issuer);
  if (without) return without;
  if (toOffice) {
    const within = belongsTo(organisations, toOffice.organisationId, organisationId, from);
    return within ? null : refuse('authority.receiver-not-within', { issuer: issuer.name });
  }
  if (!receiver || toPerson === given.givenBy) return refuse('authority.unknown-person', { person: toPerson ?? '' });
  return suits(kind, receiver, issuer, organisations, from) ? null : refuse('authority.receiver-not-within', { issuer: issuer.name });
}

function suits(
  kind: NewDelegation['kind'],
  { positions }: PersonView,
  issuer: OrganisationView,
  organisations: Concerned['organisations'],
  on: string,
): boolean {
  const within = positions.filter(({ organisationId }) => belongsTo(organisations, organisationId, issuer.id, on));
  if (kind === 'q') return within.length > 0;
  if (kind === 'kt') return within.some(({ organisationId, title }) => organisationId === issuer.id && isDeputy(title));
  return within.some(({ organisationId, title }) => {
    const unit = standingFor(organisations, organisationId, on);
    return unit !== undefined && unit.id !== issuer.id && title === headTitle(unit);
  });
}
