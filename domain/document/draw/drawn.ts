import type { OrganisationView, ThingView } from '../../command.ts';
import type { ThingKind } from '../../process/chart.ts';
import type { RegulationPack } from '../../regulation/pack.ts';
import type { Delegation } from '../authority/delegation.ts';
import type { DocumentType, OfficialDocument } from '../model.ts';
import type { DocumentRecord, Signatory, Telling } from '../state.ts';

/** Somebody who holds a position on the day, by which they sign or are named. */
export type Holder = { id: string; name: string; title: string; organisationId: string; provinceId: string | null };

/** All that a document is drawn up from: the thing as the fact left it, what is related to it, and who holds which office. */
export type DrawContext = {
  pack: RegulationPack;
  /** The programme's day and moment of the fact; a document drawn twice is the same twice. */
  today: string;
  now: string;
  /** The programme's clock where it is moved by hand. */
  rehearsal: { now: string } | null;
  /** Invented persons sign: each page says so. */
  sample: boolean;
  publicUrl: string;
  thing: { id: string; kind: ThingKind; route: string; state: string; data: unknown };
  /** The fact that owes the document; `data` is all of it but its type. */
  fact: { seq: number; type: string; data: Record<string, unknown>; actor: string };
  /** Related things as they stand: round, council, and every scheme of a list. */
  things: Record<string, ThingView>;
  /** Also those that have ended, which a scheme may still name. */
  organisations: Record<string, OrganisationView>;
  /** Ids of those that are there on the day. */
  inForce: string[];
  /** By role. */
  holders: Record<string, Holder[]>;
  /** Written authorities to sign that are in force on the day. */
  delegations?: Delegation[];
  /** The code by which anyone can look up the nth document of this obligation; it cannot be guessed. */
  code: (nth: number) => string;
};

/** A document drawn up: what the command draft-document takes. */
export type Drawn = {
  type: DocumentType;
  title: string;
  /** Ids of the things it speaks of; the first is the one that asked for it. */
  subjects: string[];
  roundId: string | null;
  schemeId: string | null;
  councilId: string | null;
  content: OfficialDocument;
  code: string;
  issuerId: string;
  provinceId: string | null;
  /** The person whose act owes it, else `process`. */
  drafter: string;
  recipients: { organisationId: string; name: string }[];
  /** Who may know of it from the draft on: `org:ID`, `province:ID`, `person:ID`, `role:ROLE`. */
  readers: string[];
  /** What is told when it is issued, and when it is returned for good; documentId, symbol, date and reason are put in then. */
  whenIssued: Telling[];
  whenReturned: Telling[];
  /** Who signs it, in the order of signing, where no signer takes it in hand: on the route `automatic`. */
  signatories?: Signatory[];
  /** Other documents that it hangs together with. */
  links?: DocumentRecord['links'];
};

/** Draws the documents of one type. */
export type Draw = (context: DrawContext) => Drawn[];
