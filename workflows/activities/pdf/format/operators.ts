/** An operand of a content stream: a number, a name, the bytes of a string, an array of them, or something that is not looked into. */
export type Operand = number | string | Uint8Array | Operand[] | null;

/** So many operators are read of one page; a page of ours has a tenth of that. */
const most = 400_000;
const blank = /[\0\t\n\f\r ]/;
const delimiter = /[\0\t\n\f\r ()<>[\]{}/%]/;

/** The operators of a content stream (latin1) in order, with their operands. Throws where it is not one, or has no end. */
export function* operators(source: string): Generator<[operator: string, operands: Operand[]]> {
  const reader = { source, at: 0 };
  let operands: Operand[] = [];
  let read = 0;
  for (;;) {
    const token = next(reader);
    if (token === undefined) return;
    if (typeof token === 'object' && token !== null && 'operator' in token) {
      if (token.operator === 'ID') skipImage(reader);
      else yield [token.operator, operands];
      operands = [];
      read += 1;
      if (read > most) throw new Error('too many operators on a page');
    } else operands.push(token);
    if (operands.length > 4_000) throw new Error('an operator with too many operands');
  }
}

type Reader = { source: string; at: number };
type Token = Operand | { operator: string };

function next(reader: Reader): Token | undefined {
  const { source } = reader;
  while (reader.at < source.length && blank.test(source[reader.at] ?? '')) reader.at += 1;
  const character = source[reader.at];
  if (character === undefined) return undefined;
  if (character === '%') {
    while (reader.at < source.length && !/[\r\n]/.test(source[reader.at] ?? '')) reader.at += 1;
    return next(reader);
  }
  if (character === '/') return `/${word(reader, reader.at + 1)}`;
  if (character === '(') return literal(reader);
  if (character === '[') return list(reader);
  if (character === '<') return source[reader.at + 1] === '<' ? dictionary(reader) : hexadecimal(reader);
  if (/[\])>{}]/.test(character)) throw new Error('a stray delimiter in a page');
  const text = word(reader, reader.at);
  const number = Number(text);
  if (text !== '' && !Number.isNaN(number)) return number;
  return text === 'true' || text === 'false' || text === 'null' ? null : { operator: text };
}

function word(reader: Reader, from: number): string {
  let to = from;
  while (to < reader.source.length && !delimiter.test(reader.source[to] ?? '')) to += 1;
  reader.at = Math.max(to, reader.at + 1);
  return reader.source.slice(from, to);
}

function list(reader: Reader): Operand[] {
  reader.at += 1;
  const items: Operand[] = [];
  for (;;) {
    while (blank.test(reader.source[reader.at] ?? '.')) reader.at += 1;
    if (reader.source[reader.at] === ']') {
      reader.at += 1;
      return items;
    }
    const token = next(reader);
    if (token === undefined) throw new Error('a list without an end');
    items.push(typeof token === 'object' && token !== null && 'operator' in token ? null : token);
  }
}

/** `<</MCID 4>>`: its numbers by name; anything else in it is passed over. */
function dictionary(reader: Reader): Operand[] {
  reader.at += 2;
  const items: Operand[] = [];
  for (;;) {
    while (blank.test(reader.source[reader.at] ?? '.')) reader.at += 1;
    if (reader.source.startsWith('>>', reader.at)) {
      reader.at += 2;
      return items;
    }
    const token = next(reader);
    if (token === undefined) throw new Error('a dictionary without an end');
    items.push(typeof token === 'object' && token !== null && 'operator' in token ? null : token);
  }
}

function hexadecimal(reader: Reader): Uint8Array {
  const end = reader.source.indexOf('>', reader.at);
  if (end < 0) throw new Error('a string without an end');
  const digits = reader.source.slice(reader.at + 1, end).replace(/\s/g, '');
  reader.at = end + 1;
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex');
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function literal(reader: Reader): Uint8Array {
  let depth = 1;
  let text = '';
  let at = reader.at + 1;
  for (; depth > 0; at += 1) {
    const character = reader.source[at];
    if (character === undefined) throw new Error('a string without an end');
    if (character === '\\') {
      const octal = /^[0-7]{1,3}/.exec(reader.source.slice(at + 1, at + 4))?.[0];
      const escaped = reader.source[at + 1] ?? '';
      text += octal === undefined ? (escapes[escaped] ?? escaped) : String.fromCharCode(Number.parseInt(octal, 8));
      at += octal?.length ?? 1;
    } else {
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      if (depth > 0) text += character;
    }
  }
  reader.at = at;
  return Buffer.from(text, 'latin1');
}

/** The bytes of an inline picture are no operators. */
function skipImage(reader: Reader): void {
  const end = /\sEI(?=\s)/.exec(reader.source.slice(reader.at));
  if (!end) throw new Error('a picture without an end');
  reader.at += end.index + end[0].length;
}
