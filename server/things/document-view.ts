import { documentKind } from '../../domain/document/kind.ts';
import type { DocumentRecord } from '../../domain/document/state.ts';
import { readerKeys } from '../../domain/process/permit.ts';
import type { RegulationPack } from '../../domain/regulation/pack.ts';
import type { Caller } from '../identity/caller.ts';
import type { Data } from './kinds.ts';

/**
 * Whether a document that was taken back is closed to somebody (Decree 30/2020/NĐ-CP, Article 18 and Annex VI): those it was sent to know that it was,
 * and say that it is deleted; what it says and its file are its own house's and the auditor's alone.
 */
export function isClosedTo(viewer: Caller, document: DocumentRecord, pack: RegulationPack): boolean {
  if (!document.recall) return false;
  const keepers = documentKind.readers({ ...document, readers: [], recipients: [] }, 'recalled', pack);
  return !readerKeys(viewer).some((key) => keepers.includes(key));
}

/** What receivers of a recalled document still see of it. */
const open = new Set([
  'type',
  'title',
  'issuerId',
  'symbol',
  'number',
  'date',
  'issuedOn',
  'recipients',
  'awaiting',
  'recall',
  'links',
  'subjects',
  'roundId',
  'schemeId',
  'councilId',
  'route',
]);
const openFacts = new Set(['document-issued', 'recalled', 'receipt-confirmed', 'link-noted', 'corrected', 'replaced']);

/** A document's data as somebody may see them. */
export function visibleDocument(data: Data, viewer: Caller, pack: RegulationPack): Data {
  if (!isClosedTo(viewer, data as unknown as DocumentRecord, pack)) return data;
  return Object.fromEntries(Object.entries(data).filter(([name]) => open.has(name)));
}

/** A fact of a document as somebody may see it; null where it is hidden. */
export function visibleFactOfDocument(fact: { type: string; data: Data }, data: Data, viewer: Caller, pack: RegulationPack): Data | null {
  return openFacts.has(fact.type) || !isClosedTo(viewer, data as unknown as DocumentRecord, pack) ? fact.data : null;
}
