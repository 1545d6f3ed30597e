/** The text that hexadecimal digits stand for, four of them a UTF-16 unit. */
function decoded(hex: string): string {
  if (hex.length === 4) return String.fromCharCode(Number.parseInt(hex, 16));
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

/** Reads a ToUnicode table, what each code of a font stands for: single characters, then ranges, counted on or listed one by one. */
export function readCharacters(table: string): Map<number, string> {
  const text = new Map<number, string>();
  for (const [, block = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) text.set(Number.parseInt(code, 16), decoded(to));
  }
  for (const [, block = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', to = '', list = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[([^\]]*)\])/g)) {
      const from = Number.parseInt(first, 16);
      const each = [...list.matchAll(/<(\w+)>/g)].map(([, hex = '']) => decoded(hex));
      for (let code = from; code <= Number.parseInt(last, 16) && code - from < 65_536; code += 1)
        text.set(code, list === '' ? String.fromCodePoint(Number.parseInt(to, 16) + code - from) : (each[code - from] ?? '\ufffd'));
    }
  }
  return text;
}
