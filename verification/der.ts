/** Strict reading of DER (X.690). It shares nothing with what writes signatures, so that a mistake of the one is not repeated by the other. */
export class NotDer extends Error {
  override name = 'NotDer';
}

/** One value: its tag, its contents, and all its bytes with tag and length. */
export type Node = { tag: number; content: Buffer; whole: Buffer };

/** Reads the value that begins at a place. Throws NotDer on lengths that are indefinite, longer than needed, or beyond the bytes. */
export function nodeAt(bytes: Buffer, at = 0): Node {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f)
    throw new NotDer('it ends too early, or has a tag that is not used');
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || count > 4 || at + 2 + count > bytes.length) throw new NotDer('a length that cannot be');
  const length = count === 0 ? first : bytes.readUIntBE(at + 2, count);
  if (count > 0 && (length < 0x80 || bytes[at + 2] === 0)) throw new NotDer('a length that is not the shortest');
  const start = at + 2 + count;
  if (start + length > bytes.length) throw new NotDer('it ends too early');
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) };
}

/** The only value in the bytes: nothing may follow. */
export function onlyNode(bytes: Buffer): Node {
  const node = nodeAt(bytes);
  if (node.whole.length !== bytes.length) throw new NotDer('something follows');
  return node;
}

/** The values inside a constructed one. */
export function children(node: Node | undefined): Node[] {
  if (!node) throw new NotDer('a part is missing');
  if ((node.tag & 0x20) === 0) throw new NotDer('it is not made of parts');
  const out: Node[] = [];
  for (let at = 0; at < node.content.length; ) {
    if (out.length > 100_000) throw new NotDer('too many parts');
    const inner = nodeAt(node.content, at);
    out.push(inner);
    at += inner.whole.length;
  }
  return out;
}

/** The part, which must be there and bear this tag. */
export function expected(node: Node | undefined, tag: number): Node {
  if (node?.tag !== tag) throw new NotDer(`a part with the tag ${tag} is missing`);
  return node;
}

/** An object identifier in dotted form. */
export function dotted(node: Node | undefined): string {
  const { content } = expected(node, 6);
  const numbers: number[] = [];
  let number = 0;
  for (const octet of content) {
    number = number * 128 + (octet & 0x7f);
    if (number > Number.MAX_SAFE_INTEGER / 256) throw new NotDer('an identifier that is too long');
    if (octet < 0x80) {
      numbers.push(number);
      number = 0;
    }
  }
  const [first = 0, ...rest] = numbers;
  const arc = Math.min(2, Math.floor(first / 40));
  return [arc, first - 40 * arc, ...rest].join('.');
}

/** A UTCTime or GeneralizedTime in UTC, to the second or finer. */
export function instant(node: Node | undefined): Date {
  const text = node?.content.toString('latin1') ?? '';
  const short = node?.tag === 0x17;
  const found = short
    ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text)
    : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d{1,6})?Z$/.exec(text);
  if (!found || (!short && node?.tag !== 0x18)) throw new NotDer('a time that cannot be read');
  const [, years = '', ...rest] = found;
  const year = short ? String(Number(years) + (Number(years) < 50 ? 2000 : 1900)) : years;
  const [month, day, hour, minute, second] = rest;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(at.getTime())) throw new NotDer('a time that cannot be');
  return at;
}
