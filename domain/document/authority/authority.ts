import { type Actor, type HeldPosition, type OrganisationView, type Refusal, refuse } from '../../command.ts';
import { belongsTo, standingFor } from '../../organisations.ts';
import { lawValue } from '../../regulation/law-value.ts';
import { documentRule } from '../../regulation/legal-bases.ts';
import type { RegulationPack } from '../../regulation/pack.ts';
import type { SignerFrame } from '../compose/frame.ts';
import { headTitle, isDeputy } from '../draw/offices.ts';
import { actingTitle, byAuthority, signerFrame } from '../draw/signer.ts';
import { type Delegation, holdsOn, reaches } from './delegation.ts';
import type { Header } from './header.ts';

/** Who is to sign which document, for whom, on which day. */
export type AuthorityQuestion = {
  pack: RegulationPack;
  on: string;
  /** Type of the document, and the role that the law names for its signer. */
  type: string;
  signerRole: string;
  header: Header;
  issuer: OrganisationView;
  organisations: Readonly<Record<string, OrganisationView>>;
  signer: Pick<Actor, 'id' | 'name' | 'positions'>;
  delegations: readonly Delegation[];
};

/**
 * By what authority somebody signs, computed from the positions that they hold and the written authorities in force on the day (Decree
 * 30/2020/NĐ-CP, Article 13): the head and deputies of the issuer by their office, the head of one of its units by order, anybody else by a
 * written authority alone. Refused with the rule where there is none.
 */
export function authorityOf(question: AuthorityQuestion): SignerFrame | Refusal {
  const { pack, on, signerRole, header, issuer, organisations, signer } = question;
  const offices = signer.positions.filter(({ role, delegated }) => role === signerRole && !delegated);
  const own = offices.find(({ organisationId }) => standingFor(organisations, organisationId, on)?.id === issuer.id);
  if (own) return signerFrame(pack, on, { title: own.title, name: signer.name }, issuer, issuer, header);
  const below = offices.find(({ organisationId }) => belongsTo(organisations, organisationId, issuer.id, on));
  const unit = below && standingFor(organisations, below.organisationId, on);
  if (below && unit) return signerFrame(pack, on, { title: below.title, name: signer.name }, issuer, unit, header);
  return byDelegation(question);
}

function byDelegation(question: AuthorityQuestion): SignerFrame | Refusal {
  const { pack, on, type, header, issuer, organisations, signer, delegations } = question;
  const mine = delegations.filter((one) => one.organisationId === issuer.id && reaches(one, signer));
  const title = documentRule(pack, type).title;
  if (mine.length === 0) return refuse('authority.none', { signer: signer.name, issuer: issuer.name });
  const covering = mine.filter(({ types }) => types.includes(type));
  const [other] = mine;
  if (covering.length === 0) return refuse('authority.outside-scope', { symbol: other?.symbol ?? '', type: title });
  const found = covering.filter((one) => holdsOn(one, on)).toSorted((a, b) => b.from.localeCompare(a.from))[0];
  const [past] = covering;
  if (!found) {
    return refuse('authority.not-in-force', { symbol: past?.symbol ?? '', from: past?.from ?? '', to: past?.endedOn ?? past?.to ?? null });
  }
  const without = giversRight(pack, found, issuer);
  if (without) return without;
  const office = officeOf(signer.positions, issuer, organisations, on);
  const frame = byAuthority[found.kind]({ pack, on, issuer, header, name: signer.name, ...office });
  return { ...frame, authority: { ...frame.authority, instrument: { symbol: found.symbol, date: found.date } } };
}

/** The office in which somebody signs for another: their own in a unit of the issuer, or the nearest that they hold. */
function officeOf(
  positions: readonly HeldPosition[],
  issuer: OrganisationView,
  organisations: AuthorityQuestion['organisations'],
  on: string,
): { title: string; unit: OrganisationView } {
  const offices = positions
    .filter(({ delegated }) => !delegated)
    .flatMap(({ title, organisationId }) => {
      const unit = standingFor(organisations, organisationId, on);
      return unit ? [{ title, unit }] : [];
    });
  const heads = (title: string, unit: OrganisationView): boolean => title === headTitle(unit);
  return (
    offices.find(({ title, unit }) => belongsTo(organisations, unit.id, issuer.id, on) && heads(title, unit)) ??
    offices[0] ?? { title: headTitle(issuer), unit: issuer }
  );
}

/** Only who signs in their own right, as head or acting head, may let others sign: what was delegated is never passed on. */
export function giversRight(
  pack: RegulationPack,
  { giverTitles, giverActsBy, symbol, date }: Pick<Delegation, 'giverTitles' | 'giverActsBy' | 'symbol' | 'date'>,
  issuer: Pick<OrganisationView, 'name'>,
): Refusal | null {
  const head = headTitle(issuer);
  const authority = giverTitles.includes(head)
    ? 'head'
    : giverTitles.includes(actingTitle(head))
      ? 'q'
      : (giverActsBy ?? (giverTitles.some(isDeputy) ? 'kt' : null));
  if (authority === null) return refuse('authority.giver-without-right', { symbol, issuer: issuer.name });
  const law = lawValue(pack, 'signing.authority', { on: date, authority });
  return law.value.delegable ? null : refuse('authority.passed-on', { symbol, issuer: issuer.name, by: law.value.title }, law);
}
