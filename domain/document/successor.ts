import { type Refusal, refuse, type Situation } from '../command.ts';
import type { RegulationPack } from '../regulation/pack.ts';
import type { DocumentRecord } from './state.ts';

/** The issued document that takes another's place or sets it right, or why it cannot: it comes from the same house. */
export function successor(
  documentId: string,
  id: string,
  { issuerId }: DocumentRecord,
  pack: RegulationPack,
  situation: Situation,
): DocumentRecord | Refusal {
  const view = situation.things[documentId];
  if (documentId === id || view?.kind !== 'document') return refuse('document.unknown-successor', { document: documentId });
  const other = view.data as DocumentRecord;
  if (!sameHouse(issuerId, other.issuerId, pack)) return refuse('document.unknown-successor', { document: documentId });
  if (!['issued', 'corrected'].includes(view.state)) return refuse('document.successor-not-issued', { document: documentId });
  return other;
}

/** The ministry and its agency are one house: either may set right what the other has issued. */
function sameHouse(one: string, other: string, { organisations: { ministry, agency } }: RegulationPack): boolean {
  return one === other || [one, other].every((id) => id === ministry || id === agency);
}
