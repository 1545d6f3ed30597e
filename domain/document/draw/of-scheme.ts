import type { OrganisationView } from '../../command.ts';
import type { SchemeFact } from '../../scheme/fact.ts';
import { readersOf } from '../../scheme/people.ts';
import type { Scheme } from '../../scheme/state.ts';
import type { Reference, SchemeName } from '../compose/frame.ts';
import type { DocumentType } from '../model.ts';
import type { DrawContext } from './drawn.ts';
import { type Framed, type Framing, frameOf } from './frame.ts';
import { type Issuing, issuingOf } from './issuing.ts';
import { agencyOf, localTradeOf, organisation } from './offices.ts';
import type { Paper } from './paper.ts';

/** The scheme that owes the document, as its fact left it. */
export const schemeOf = (context: DrawContext): Scheme => context.thing.data as Scheme;

/** The fact that owes the document. Throws where the chart owes it on another fact. */
export function schemeFact<T extends SchemeFact['type']>({ fact }: DrawContext, ...types: T[]): Extract<SchemeFact, { type: T }> {
  if (!types.some((type) => type === fact.type)) throw new Error(`No such document follows from the fact "${fact.type}".`);
  return { type: fact.type, ...fact.data } as Extract<SchemeFact, { type: T }>;
}

export const nameOf = ({ proposal, host }: Pick<Scheme, 'proposal' | 'host'>): SchemeName => ({ title: proposal.title, host: host.name });
export const hostOf = (context: DrawContext): OrganisationView => organisation(context, schemeOf(context).host.id);

/** A number that is not known (a paper that was never given one). */
const openNumber = '…';
export const referenceTo = (issued: { symbol: string | null; date: string } | null, otherwise: string): Reference => ({
  number: issued?.symbol || openNumber,
  date: issued?.date ?? otherwise,
});

/** The contract as later papers refer to it. */
export function contractOf({ contract, approved }: Scheme, today: string): Reference {
  return { number: contract?.number ?? openNumber, date: contract?.date ?? approved?.date ?? today };
}

/** Paid by the treasury so far, advances and payments, đồng. */
export const receivedDong = ({ advancedDong, paidDong }: Scheme): number => advancedDong + paidDong;

/** Who watches over the carrying out: the agency, on the local route the province's department of industry and trade. */
export function overseerOf(context: DrawContext, provinceId: string | null): OrganisationView {
  return context.thing.route === 'local' && provinceId !== null ? localTradeOf(context, provinceId) : agencyOf(context);
}

export const schemeIssuing = (context: DrawContext, type: DocumentType): Issuing => {
  const { provinceId, host } = schemeOf(context);
  return issuingOf(context, type, { provinceId, hostId: host.id });
};

/** The frame of a paper about one scheme. */
export function schemeFrame(context: DrawContext, type: DocumentType, framing: Partial<Framing> = {}): Framed {
  const { issuer, unit, role } = schemeIssuing(context, type);
  const keeper = unit.id === issuer.id ? overseerOr(context, issuer) : unit;
  return frameOf(context, type, { issuer, unit, role, keeper, ...framing });
}

/** The unit that drew a decision up keeps its papers: of a people's committee its department of industry and trade; every other body its own. */
function overseerOr(context: DrawContext, issuer: OrganisationView): OrganisationView {
  if (issuer.kind === 'ministry') return agencyOf(context);
  return issuer.kind === 'province' ? localTradeOf(context, issuer.id) : issuer;
}

/** What every paper about one scheme has in common; it goes to the host, and whoever may know of the scheme may know of it. */
export function ofScheme(context: DrawContext, type: DocumentType): Omit<Paper, 'content'> {
  const scheme = schemeOf(context);
  const { issuer } = schemeIssuing(context, type);
  return {
    type,
    about: scheme.proposal.title,
    issuer,
    subjects: [context.thing.id],
    roundId: scheme.roundId,
    schemeId: context.thing.id,
    provinceId: context.thing.route === 'local' || issuer.provinceId !== null ? scheme.provinceId : null,
    recipients: [hostOf(context)],
    readers: readersOf(scheme, context.thing.state, context.pack),
  };
}

/** Those who work on a decision before it is issued; nobody else knows of the draft. */
export function decisionReaders(context: DrawContext, provinceId: string | null): string[] {
  const { ministry, agency, finance } = context.pack.organisations;
  const deciding =
    context.thing.route === 'local' && provinceId !== null
      ? [`province:${provinceId}`]
      : [ministry, agency, finance].map((id) => `org:${id}`);
  return [...deciding, 'role:auditor'];
}
