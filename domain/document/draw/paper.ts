import type { z } from 'zod';
import type { OrganisationView } from '../../command.ts';
import { documentRule } from '../../regulation/legal-bases.ts';
import type { Composer } from '../compose/composer.ts';
import type { DocumentType, OfficialDocument } from '../model.ts';
import type { DocumentRecord, Signatory, Telling } from '../state.ts';
import type { DrawContext, Drawn } from './drawn.ts';
import { type Person, signatoriesFor } from './signatories.ts';

/** What a type of document says of itself when it is drawn up. */
export type Paper = {
  type: DocumentType;
  /** What it is about, after the type's own name in lists: the scheme's title, the year of the round. */
  about: string;
  content: OfficialDocument;
  issuer: OrganisationView;
  subjects: string[];
  roundId: string | null;
  schemeId?: string;
  councilId?: string;
  provinceId?: string | null;
  /**
   * On the route `automatic`: whose signature each box of the content is, in their order; null where nobody holds the office. `signatories` in
   * their place, where another document has them already.
   */
  signers?: (Person | null)[];
  signatories?: Signatory[];
  /** Whose seal it is that stands on the other side. */
  sideB?: OrganisationView;
  recipients: OrganisationView[];
  readers: string[];
  whenIssued?: Telling[];
  whenReturned?: Telling[];
  nth?: number;
  /** Other documents that it hangs together with. */
  links?: DocumentRecord['links'];
  /** Where it is not whoever brought the fact about. */
  drafter?: string;
};

const titleLength = 500;

/** The document as the command takes it. */
export function drawn(context: DrawContext, paper: Paper): Drawn {
  const { pack, fact } = context;
  const rule = documentRule(pack, paper.type);
  const title = `${rule.title.vi}: ${paper.about}`;
  const signatories = rule.route === 'automatic' ? whoSigns(paper) : undefined;
  const recipients = new Map(paper.recipients.map(({ id, name }) => [id, { organisationId: id, name }]));
  return {
    type: paper.type,
    title: title.length > titleLength ? `${title.slice(0, titleLength - 1)}…` : title,
    subjects: paper.subjects,
    roundId: paper.roundId,
    schemeId: paper.schemeId ?? null,
    councilId: paper.councilId ?? null,
    content: paper.content,
    code: context.code(paper.nth ?? 0),
    issuerId: paper.issuer.id,
    provinceId: paper.provinceId ?? paper.issuer.provinceId,
    drafter: paper.drafter ?? (fact.actor === '' ? 'process' : fact.actor),
    recipients: [...recipients.values()],
    readers: [...new Set(paper.readers)],
    whenIssued: paper.whenIssued ?? [],
    whenReturned: paper.whenReturned ?? [],
    ...(signatories && { signatories }),
    ...(paper.links && { links: paper.links }),
  };
}

function whoSigns({ type, content, signers, signatories, issuer, sideB }: Paper): Signatory[] | undefined {
  if (signatories) return signatories;
  if (!signers) throw new Error(`It is not said who signs the ${type}.`);
  return signatoriesFor(content, signers, issuer, sideB);
}

/** Puts data of the right shape into a composer. */
export function compose<Input extends z.ZodType>(composer: Composer<Input>, input: z.input<Input>): OfficialDocument {
  return composer.compose(composer.input.parse(input));
}

export const tell = (thing: string, command: string, input: Record<string, unknown> = {}): Telling => ({ thing, command, input });
