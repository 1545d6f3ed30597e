import type { Actor, HeldPosition, Office } from '../../command.ts';
import { officesOf } from '../../process/permit.ts';

/** By what somebody signs in another's stead: TUQ. (written authority), KT. (a deputy put in charge), Q. (acting head). */
export const delegationKinds = ['tuq', 'kt', 'q'] as const;
export type DelegationKind = (typeof delegationKinds)[number];

/** A written authority to sign (văn bản ủy quyền, giao quyền), as it was recorded: limited in time and to types of documents. */
export type Delegation = {
  id: string;
  kind: DelegationKind;
  /** For whom it lets sign. */
  organisationId: string;
  givenBy: string;
  /** Titles that the giver held in the organisation itself on the instrument's day, and by what authority they then signed for it themselves. */
  giverTitles: string[];
  giverActsBy: DelegationKind | null;
  toPerson: string | null;
  /** Whoever holds this role in this organisation. */
  toOffice: { organisationId: string; role: string } | null;
  symbol: string;
  date: string;
  /** Types of documents; never empty. */
  types: string[];
  from: string;
  to: string | null;
  /** From this day on it holds no more, whatever `to` says. */
  endedOn: string | null;
};

/** Whether it holds on a day. */
export const holdsOn = ({ from, to, endedOn }: Pick<Delegation, 'from' | 'to' | 'endedOn'>, on: string): boolean =>
  from <= on && (to === null || on <= to) && (endedOn === null || on < endedOn);

/** Whether it was given to this person, by name or by an office that they hold. */
export function reaches(
  { toPerson, toOffice }: Pick<Delegation, 'toPerson' | 'toOffice'>,
  { id, positions }: Pick<Actor, 'id' | 'positions'>,
): boolean {
  if (toPerson !== null) return toPerson === id;
  return positions.some(
    (p) =>
      !p.delegated && p.role === toOffice?.role && officesOf(p).some(({ organisationId }) => organisationId === toOffice.organisationId),
  );
}

/** What of an authority in force lets somebody act: for whom, and which types of documents. */
export type Delegated = Office & Pick<Delegation, 'types' | 'toPerson' | 'toOffice'>;

/** The positions that somebody has by written authorities alone: each lets them sign the documents it names, and see these. */
export function delegatedPositions(delegations: readonly Delegated[], person: Pick<Actor, 'id' | 'positions'>): HeldPosition[] {
  return delegations
    .filter((one) => reaches(one, person))
    .map(({ organisationId, provinceId, types }) => ({
      role: 'delegate',
      title: 'Người được giao quyền ký',
      organisationId,
      provinceId,
      delegated: types,
    }));
}
