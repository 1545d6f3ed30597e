/**
 * How far each character moves the pen in a TrueType font, in thousandths of its size: `hmtx` read through the font's Unicode `cmap` (format 4).
 * Throws where a font has no such table.
 */
export function advanceWidths(font: Buffer, characters: string): Record<string, number> {
  const head = tableAt(font, 'head');
  const unitsPerEm = font.readUInt16BE(head + 18);
  const measured = font.readUInt16BE(tableAt(font, 'hhea') + 34);
  const hmtx = tableAt(font, 'hmtx');
  const glyphOf = glyphs(font);
  const width = (character: string): number => {
    const glyph = Math.min(glyphOf(character.codePointAt(0) ?? 0), measured - 1);
    return Math.round((font.readUInt16BE(hmtx + 4 * glyph) * 1000) / unitsPerEm);
  };
  return Object.fromEntries(Array.from(characters, (character) => [character, width(character)]));
}

function tableAt(font: Buffer, tag: string): number {
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16) {
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

/** Glyph of a character; 0 where the font has none. */
function glyphs(font: Buffer): (character: number) => number {
  const cmap = tableAt(font, 'cmap');
  const offsets = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => cmap + font.readUInt32BE(cmap + 4 + 8 * index + 4));
  const table = offsets.find((offset) => font.readUInt16BE(offset) === 4);
  if (table === undefined) throw new Error('the font has no table of characters that can be read');
  const bytes = font.readUInt16BE(table + 6);
  const [ends, starts] = [table + 14, table + 16 + bytes];
  return (character) => {
    for (let at = 0; at < bytes; at += 2) {
      const start = font.readUInt16BE(starts + at);
      if (font.readUInt16BE(ends + at) < character || start > character) continue;
      const delta = font.readUInt16BE(starts + bytes + at);
      const rangeAt = starts + 2 * bytes + at;
      const range = font.readUInt16BE(rangeAt);
      const glyph = range === 0 ? character : font.readUInt16BE(rangeAt + range + 2 * (character - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
