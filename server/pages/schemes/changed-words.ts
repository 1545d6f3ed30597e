/** A text beside another one: what both have, and what only this one has. */
export type Piece = { text: string; changed: boolean };

/** Two texts word by word: the pieces of each that the other one lacks are marked. Beyond a few thousand words only their beginnings and ends are compared. */
export function changedWords(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const middle = common(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const around = (words: string[], kept: Set<number>): Piece[] =>
    joined(bridged(words.map((text, i) => ({ text, changed: i >= head && i < words.length - tail && !kept.has(i - head) }))));
  return { before: around(a, middle.a), after: around(b, middle.b) };
}

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];
const mostCells = 4_000_000;

/** Which words of both belong to their longest common row. */
function common(a: readonly string[], b: readonly string[]): { a: Set<number>; b: Set<number> } {
  const found = { a: new Set<number>(), b: new Set<number>() };
  if (a.length * b.length > mostCells) return found;
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      found.a.add(i++);
      found.b.add(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}

/** A space between two words that differ belongs to them. */
const bridged = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece, i) =>
    /^\s+$/.test(piece.text) && pieces[i - 1]?.changed && pieces[i + 1]?.changed ? { ...piece, changed: true } : piece,
  );

function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last && last.changed === piece.changed) last.text += piece.text;
    else all.push({ ...piece });
  }
  return all;
}
