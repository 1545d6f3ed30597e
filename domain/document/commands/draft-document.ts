import { z } from 'zod';
import { type ActingActor, type PersonView, type Refusal, refuse, type Situation } from '../../command.ts';
import { officesOf, readerKeys } from '../../process/permit.ts';
import type { DocumentRule } from '../../regulation/document-rule.ts';
import type { RegulationPack } from '../../regulation/pack.ts';
import { type TellingName, tellings } from '../../tellings.ts';
import { words } from '../../text.ts';
import { digestOf } from '../digest.ts';
import { documentCommand } from '../facts.ts';
import { OfficialDocument } from '../model.ts';
import { nextNumber, registerOf } from '../next-number.ts';
import { type DocumentRecord, type LinkKind, linkBack } from '../state.ts';

const Id = z.string().trim().min(1).max(100);
const Told = z.strictObject({
  thing: Id,
  command: z.enum(Object.keys(tellings) as [TellingName, ...TellingName[]]),
  input: z.record(z.string(), z.json()),
});

const Linked = z.strictObject({
  kind: z.enum(Object.keys(linkBack) as [LinkKind, ...LinkKind[]]),
  documentId: Id,
  symbol: z.string().nullable().optional(),
  date: z.iso.date().nullable().optional(),
});

const Signs = z.strictObject({
  field: z.string().regex(/^[A-Za-z0-9]{1,60}$/),
  by: z.enum(['person', 'organisation']),
  id: Id,
  name: words(300),
  organisation: words(300),
});

export const DraftDocument = z.strictObject({
  type: z.string().trim().min(1).max(60),
  title: words(500),
  /** Things it speaks of; the first is the one that asked for it. */
  subjects: z.array(Id).min(1).max(600),
  roundId: Id.nullable().default(null),
  schemeId: Id.nullable().default(null),
  councilId: Id.nullable().default(null),
  content: OfficialDocument,
  issuerId: Id,
  provinceId: Id.nullable().default(null),
  /** The person whose act it follows from, where the process draws it up. */
  drafter: Id.nullable().default(null),
  /** Cannot be guessed: under it the public may check the document. A person's draft takes that of its command. */
  code: z
    .string()
    .regex(/^[A-Za-z0-9-]{12,64}$/)
    .optional(),
  readers: z.array(Id).max(700).default([]),
  /** Who signs a paper on the route `automatic`, in the order of signing; the process alone says so. */
  signatories: z.array(Signs).max(8).optional(),
  /** Documents that it sets right, replaces, takes back or copies; the process alone says so. */
  links: z.array(Linked).max(10).optional(),
  whenIssued: z.array(Told).max(1_500).default([]),
  whenReturned: z.array(Told).max(1_500).default([]),
  recipients: z
    .array(z.strictObject({ organisationId: Id, name: words(300) }))
    .max(600)
    .default([]),
});
export type DraftDocument = z.infer<typeof DraftDocument>;

const spokenOf = ({ subjects, roundId, schemeId, councilId }: DraftDocument): string[] => [
  ...new Set([...subjects, ...[roundId, schemeId, councilId].filter((id) => id !== null)]),
];

/** Why a person may not draw this up: for another house than their own, or about a thing that they may not know of. */
function foreignTo(actor: ActingActor, input: DraftDocument, pack: RegulationPack, { organisations, things }: Situation): Refusal | null {
  const { ministry, agency } = pack.organisations;
  const issuer = organisations[input.issuerId];
  const own = actor.positions.some((position) => {
    if (position.role !== actor.role) return false;
    const provinces = officesOf(position).map(({ provinceId }) => provinceId);
    if (position.provinceId !== null) {
      return provinces.includes(issuer?.provinceId ?? '') && provinces.includes(input.provinceId ?? position.provinceId);
    }
    return position.organisationId === agency && [ministry, agency].includes(input.issuerId);
  });
  if (!own) return refuse('document.another-house', { issuer: issuer?.name ?? input.issuerId }, undefined, 403);
  const keys = ['all', ...readerKeys(actor)];
  const unknown = spokenOf(input).find((id) => !things[id]?.readers?.some((reader) => keys.includes(reader)));
  return unknown === undefined ? null : refuse('document.unknown-subject', { subject: unknown });
}

const ruleOf = (pack: RegulationPack, type: string): DocumentRule | undefined => pack.documents.find((rule) => rule.type === type);

/**
 * A document is drawn up. What is signed goes through check, approval and signature; what is automatic gets its number at once and is issued
 * as soon as its pages are there. A person may draft what a person will sign in their own house about what they may know of, and tells nothing
 * to other things by it: those effects follow from facts alone.
 */
export const draftDocument = documentCommand('draft-document', {
  input: DraftDocument,
  creates: true,
  needs: ({ input, pack, today, actor }) => {
    const rule = ruleOf(pack, input.type);
    const things = actor.id === 'process' ? [] : spokenOf(input);
    const register = rule?.route === 'automatic' ? registerOf({ issuerId: input.issuerId, series: rule.series }, today) : null;
    return { things, allOrganisations: 'ended-too', ...(input.drafter && { persons: [input.drafter] }), ...(register && { register }) };
  },

  decide({ input, actor, pack, today, situation, commandId }) {
    const rule = ruleOf(pack, input.type);
    if (!rule) return refuse('document.unknown-type', { type: input.type });
    if (input.content.type !== input.type) return refuse('document.type-differs', { type: input.type, content: input.content.type });
    if (input.content.number !== undefined || input.content.date !== undefined) return refuse('document.numbered-already');
    const byProcess = actor.role === 'process';
    if (!byProcess && rule.route === 'automatic') return refuse('document.only-process', { type: rule.title });
    if (
      !byProcess &&
      input.whenIssued.length + input.whenReturned.length + (input.links?.length ?? 0) + (input.signatories?.length ?? 0) > 0
    )
      return refuse('document.no-tellings');
    const foreign = byProcess ? null : foreignTo(actor, input, pack, situation);
    if (foreign) return foreign;

    const { route, series, pattern } = rule;
    const { type: documentType, drafter, code, readers, links, signatories, ...drafted } = input;
    const behind = byProcess ? drafter : actor.id;
    const document = {
      ...drafted,
      ...(links && { links: links.map(linkOf) }),
      ...(route === 'automatic' && signatories && { signatories }),
      documentType,
      route,
      series,
      pattern,
      signerRole: signerRoleOf(rule, input.issuerId, pack),
      digest: digestOf(input.content),
      ...(route === 'signed' && rule.approvals && { approvalRule: rule.approvals }),
      code: code ?? commandId,
      readers: byProcess ? readers : [],
      provinceId: input.provinceId ?? (byProcess ? null : (situation.organisations[input.issuerId]?.provinceId ?? null)),
      drafter: behind ?? actor.id,
      // Whose act a paper on the route automatic records signs it: nobody checks or approves it, from whom they would have to be apart.
      onBehalfOf: route === 'automatic' || (byProcess && approves(situation.persons[behind ?? ''], pack)) ? null : behind,
    };
    const begun = { type: 'document-drafted' as const, ...document };
    if (route === 'signed') return [begun];
    return [begun, { type: 'number-reserved', ...nextNumber({ ...document }, today, situation) }];
  },
});

/**
 * Whether somebody belongs to those who approve drafts. What the process draws up from their own act (a head who proposes a council) was not
 * prepared by them: otherwise nobody could approve it.
 */
function approves(person: PersonView | undefined, pack: RegulationPack): boolean {
  const roles = Object.values(pack.processes).flatMap(
    ({ document }) => document.commands['approve-draft']?.by.map(({ role }) => role) ?? [],
  );
  return person?.positions.some(({ role }) => roles.includes(role)) ?? false;
}

const linkOf = ({ kind, documentId, symbol = null, date = null }: z.infer<typeof Linked>): DocumentRecord['links'][number] => ({
  kind,
  documentId,
  symbol,
  date,
});

const aboutAnother = ['correction', 'recall-notice'];

/** Who signs: the role that the law names for the type; on a province's own documents the head of the province, on the agency's the head of the agency. */
function signerRoleOf(rule: DocumentRule, issuerId: string, pack: RegulationPack): string {
  const { ministry, agency } = pack.organisations;
  if (rule.route !== 'signed') return rule.signerRole;
  if (![ministry, agency].includes(issuerId)) return 'province-head';
  // A letter about another document comes from whoever issued that; all else from the one body that the law names.
  return issuerId === agency && aboutAnother.includes(rule.type) ? 'agency-head' : rule.signerRole;
}
