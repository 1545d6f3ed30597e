import type { DocumentRecord } from '../../../domain/document/state.ts';
import type { Language } from '../../http/language.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import { isClosedTo } from '../../things/document-view.ts';
import { type KnownThing, knownThing } from '../../things/known-thing.ts';

export type KnownDocument = { thing: KnownThing; document: DocumentRecord; caller: Caller; language: Language };

/** A document that the caller may know of, as it stands. @throws ProblemError 404 */
export async function knownDocument(
  id: string,
  { caller, language }: Pick<KnownDocument, 'caller' | 'language'>,
  parts: Parts,
): Promise<KnownDocument> {
  const thing = await knownThing('document', id, caller, parts);
  return { thing, document: thing.data as unknown as DocumentRecord, caller, language };
}

/** The same for its words. @throws ProblemError 410 where it was taken back from the caller */
export async function openDocument(id: string, who: Pick<KnownDocument, 'caller' | 'language'>, parts: Parts): Promise<KnownDocument> {
  const known = await knownDocument(id, who, parts);
  if (isClosedTo(who.caller, known.document, known.thing.pack)) throw new ProblemError('taken-back');
  return known;
}
