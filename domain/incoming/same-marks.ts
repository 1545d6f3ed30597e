import type { Actor } from '../command.ts';
import { canonicalJson } from '../document/canonical.ts';
import { sha256 } from '../document/digest.ts';

type Marks = {
  ownerId?: string | undefined;
  author: string;
  symbol?: string | null | undefined;
  date?: string | null | undefined;
  again?: string;
};

/** The organisation whose register a document comes into: as the exchange says, else that of the clerk who enters it. */
export function ownerOf({ ownerId }: Pick<Marks, 'ownerId'>, actor: Actor): string | null {
  if (actor.id === 'process') return ownerId ?? null;
  const offices = actor.positions.filter(({ role }) => role === 'clerk').map(({ organisationId }) => organisationId);
  return ownerId === undefined ? (offices[0] ?? null) : (offices.find((id) => id === ownerId) ?? null);
}

const folded = (text: string): string => text.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/gu, ' ').trim();

/**
 * An id that follows from who received a document, who sent it, and its number, symbol and day: the same document comes to the same id, so that two
 * clerks at once do not enter it twice. Null for what bears no number.
 */
export function idOfMarks({ author, symbol, date }: Marks, ownerId: string): string | null {
  if (!symbol || !date) return null;
  const hash = sha256(canonicalJson({ ownerId, author: folded(author), symbol: folded(symbol), date }));
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}

/** The id of a new entry; null where it follows from the command, for papers without a number and for what is entered again on purpose. */
export function incomingId(input: unknown, actor: Actor): string | null {
  const marks = input as Marks;
  const owner = ownerOf(marks, actor);
  return owner === null || marks.again ? null : idOfMarks(marks, owner);
}
