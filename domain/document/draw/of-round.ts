import type { OrganisationView, ThingView } from '../../command.ts';

import type { RoundFact } from '../../round/facts.ts';
import type { DecisionProposal, Round } from '../../round/state.ts';
import type { Scheme } from '../../scheme/state.ts';

import type { DocumentType } from '../model.ts';
import type { DrawContext } from './drawn.ts';
import { type Framed, type Framing, frameOf } from './frame.ts';
import { type Issuing, issuingOf } from './issuing.ts';
import { decisionReaders, overseerOf } from './of-scheme.ts';
import { agencyOf, financeOf, localFinanceOf, organisation } from './offices.ts';
import type { Paper } from './paper.ts';

/** The round that owes the document, as its fact left it. */
export const roundOf = (context: DrawContext): Round => context.thing.data as Round;

/** The fact that owes the document. Throws where the chart owes it on another fact. */
export function roundFact<T extends RoundFact['type']>({ fact }: DrawContext, type: T): Extract<RoundFact, { type: T }> {
  if (fact.type !== type) throw new Error(`No such document follows from the fact "${fact.type}".`);
  return { type: fact.type, ...fact.data } as Extract<RoundFact, { type: T }>;
}

/** A scheme of the round. Throws where a list names one that was not loaded. */
export function listedScheme({ things }: Pick<DrawContext, 'things'>, id: string): Scheme {
  const found = things[id];
  if (found?.kind !== 'scheme') throw new Error(`There is no scheme ${id}.`);
  return found.data as Scheme;
}

/** All schemes of the round that have a number of things in common: what is loaded beside the list. */
export const schemesOf = ({ things }: Pick<DrawContext, 'things'>): (ThingView & { data: unknown })[] =>
  Object.values(things).filter(({ kind }) => kind === 'scheme');

export const roundIssuing = (context: DrawContext, type: DocumentType): Issuing =>
  issuingOf(context, type, { provinceId: roundOf(context).provinceId });

/** The frame of a paper of the round; decisions are kept by the unit that drew them up. */
export function roundFrame(context: DrawContext, type: DocumentType, framing: Partial<Framing> = {}): Framed {
  const { issuer, unit, role } = roundIssuing(context, type);
  return frameOf(context, type, { issuer, unit, role, keeper: overseerOf(context, roundOf(context).provinceId), ...framing });
}

/** What every paper of the round has in common. */
export function ofRound(context: DrawContext, type: DocumentType): Omit<Paper, 'content' | 'recipients'> {
  const round = roundOf(context);
  return {
    type,
    about: `năm ${round.year}`,
    issuer: roundIssuing(context, type).issuer,
    subjects: [context.thing.id],
    roundId: context.thing.id,
    provinceId: context.thing.route === 'local' ? round.provinceId : null,
    readers: decisionReaders(context, round.provinceId),
  };
}

/** Hosts of the schemes that a paper lists, and those whose work on it begins with the paper. */
export function concerned(context: DrawContext, schemeIds: readonly string[]): OrganisationView[] {
  const { provinceId } = roundOf(context);
  const hosts = schemeIds.map((id) => organisation(context, listedScheme(context, id).host.id));
  const local = context.thing.route === 'local' && provinceId !== null;
  const units = local ? [overseerOf(context, provinceId), localFinanceOf(context, provinceId)] : [agencyOf(context), financeOf(context)];
  return [...hosts, ...units];
}

/** "(lần 2)" after the first of several lists in one round. */
export const nthList = (no: number): string => (no === 1 ? '' : ` (lần ${no})`);

export type Listed = DecisionProposal['list'][number];
