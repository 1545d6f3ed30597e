import type { OrganisationView } from '../../command.ts';
import type { CouncilFact } from '../../council/facts.ts';
import { seated } from '../../council/seats.ts';
import type { AgendaItem, Council, Session } from '../../council/state.ts';
import { plainName } from '../authority/header.ts';
import { councilRoleName } from '../compose/council.ts';
import type { DocumentType } from '../model.ts';
import type { DrawContext } from './drawn.ts';
import { type Framed, type Framing, frameOf } from './frame.ts';
import { type Issuing, issuingOf } from './issuing.ts';
import { agencyOf, ministryOf, organisation, personOf } from './offices.ts';
import type { Paper } from './paper.ts';
import { type Person, signing } from './signatories.ts';

/** The council that owes the document, as its fact left it. */
export const councilOf = (context: DrawContext): Council => context.thing.data as Council;

/** The fact that owes the document. Throws where the chart owes it on another fact. */
export function councilFact<T extends CouncilFact['type']>({ fact }: DrawContext, type: T): Extract<CouncilFact, { type: T }> {
  if (fact.type !== type) throw new Error(`No such document follows from the fact "${fact.type}".`);
  return { type: fact.type, ...fact.data } as Extract<CouncilFact, { type: T }>;
}

/** The session now called or held. */
export function sessionOf(council: Council, no: number): Session {
  const found = council.session?.no === no ? council.session : council.sessions.find((one) => one.no === no);
  if (!found) throw new Error(`The council has no session ${no}.`);
  return found;
}

/** The item of a scheme. Throws where it is not on the agenda. */
export function itemOf(council: Council, schemeId: string): AgendaItem {
  const found = council.items[schemeId];
  if (!found) throw new Error(`The scheme ${schemeId} is not on the agenda.`);
  return found;
}

/** The moment at which a session begins: date and time of day in Việt Nam. */
export const startOf = ({ date, time }: Pick<Session, 'date' | 'time'>): string => new Date(`${date}T${time}:00+07:00`).toISOString();

const provinceOf = ({ route, agencyId }: Council): string | null => (route === 'local' ? agencyId : null);
export const councilIssuing = (context: DrawContext, type: DocumentType): Issuing =>
  issuingOf(context, type, { provinceId: provinceOf(councilOf(context)) });

/** The frame of a paper about a council, with the names of those who get it. */
export function councilFrame(context: DrawContext, type: DocumentType, framing: Partial<Framing> = {}): Framed {
  const { issuer, unit, role } = councilIssuing(context, type);
  return frameOf(context, type, { issuer, unit, role, keeper: agencyOf(context), ...framing });
}

/** The same over a paper that is the council's own: its records and minutes stand under its name. */
export function ownFrame(context: DrawContext, type: DocumentType, framing: Partial<Framing> = {}): Framed {
  const { name, year } = councilOf(context);
  const above = councilIssuing(context, type).issuer.kind === 'province' ? councilIssuing(context, type).issuer : ministryOf(context);
  return councilFrame(context, type, {
    ...framing,
    changes: { parent: above.heading, issuer: ['HỘI ĐỒNG THẨM ĐỊNH', `ĐỀ ÁN NĂM ${year}`], issuerName: name, ...framing.changes },
  });
}

/** Where a member comes from. */
export const organisationOf = (context: DrawContext, organisationIds: readonly string[]): OrganisationView | undefined =>
  organisationIds.map((id) => context.organisations[id]).find((one) => one !== undefined);

/** The name of a member, and of whoever else acted in the council. */
export const memberName = ({ members }: Council, personId: string): string =>
  members.find((member) => member.personId === personId)?.name ?? personId;

/** A member, or whoever else acted in the council, as a signatory: a member for the organisation from which they come. Null where nobody did. */
export function memberSigning(context: DrawContext, personId: string): Person | null {
  const council = councilOf(context);
  const member = council.members.find((one) => one.personId === personId);
  if (!member) return signing(context, personOf(context, personId));
  const organisation = organisationOf(context, member.organisationIds)?.name ?? council.name;
  return { id: personId, name: plainName(member.name), organisation };
}

/** Members with role and organisation, as minutes and invitations name them. */
export const membersOf = (context: DrawContext, council: Council) =>
  seated(council).map(({ personId, name, role, organisationIds }) => ({
    personId,
    name,
    role,
    organisation: organisationOf(context, organisationIds)?.name ?? councilRoleName(role),
  }));

/** What every paper of a council has in common: its members, the agency and the ministry may know of it. */
export function ofCouncil(context: DrawContext, type: DocumentType): Omit<Paper, 'content'> {
  const council = councilOf(context);
  const { agency, ministry } = context.pack.organisations;
  const provinceId = provinceOf(council);
  const offices = provinceId === null ? [`org:${agency}`, `org:${ministry}`] : [`province:${provinceId}`];
  return {
    type,
    about: council.name,
    issuer: councilIssuing(context, type).issuer,
    subjects: [context.thing.id],
    roundId: council.roundId,
    councilId: context.thing.id,
    provinceId,
    recipients: [organisation(context, council.agencyId)],
    readers: ['role:auditor', ...offices, ...seated(council).map(({ personId }) => `person:${personId}`)],
  };
}

/** Organisations from which members come. */
export const memberOrganisations = (context: DrawContext): OrganisationView[] =>
  seated(councilOf(context)).flatMap(({ organisationIds }) => organisationOf(context, organisationIds) ?? []);
