/** The transfer curve of sRGB (IEC 61966-2-1). */
function linear(x: number): number {
  return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
}

/** A complete sRGB display profile (ICC 2.1), built from the numbers of the standard: nothing to license, the same bytes every time. */
export function srgbProfile(): Buffer {
  const text = 'sRGB IEC61966-2.1';
  const description = Buffer.alloc(90 + text.length + 1);
  description.write('desc');
  description.writeUInt32BE(text.length + 1, 8);
  description.write(text, 12);
  const copyright = Buffer.from('text\0\0\0\0No copyright, use freely\0');
  const curve = Buffer.alloc(12 + 2 * 1024);
  curve.write('curv');
  curve.writeUInt32BE(1024, 8);
  for (let i = 0; i < 1024; i += 1) curve.writeUInt16BE(Math.round(linear(i / 1023) * 65_535), 12 + 2 * i);
  return assemble([
    ['desc', description],
    ['cprt', copyright],
    ['wtpt', xyz(0xf6d6, 0x10000, 0xd32d)],
    ['rXYZ', xyz(0x6fa2, 0x38f5, 0x0390)],
    ['gXYZ', xyz(0x6299, 0xb785, 0x18da)],
    ['bXYZ', xyz(0x24a0, 0x0f84, 0xb6cf)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]);
}

/** A colour as three s15Fixed16 numbers, adapted to D50. */
function xyz(...values: [number, number, number]): Buffer {
  const tag = Buffer.alloc(20);
  tag.write('XYZ ');
  values.forEach((number, index) => {
    tag.writeInt32BE(number, 8 + 4 * index);
  });
  return tag;
}

/** Header, table of tags, tags; one that is used three times is stored once. */
function assemble(tags: [string, Buffer][]): Buffer {
  const head = Buffer.alloc(128 + 4 + 12 * tags.length);
  const parts = [head];
  const placed = new Map<Buffer, number>();
  let at = head.length;
  head.writeUInt32BE(tags.length, 128);
  tags.forEach(([name, tag], index) => {
    if (!placed.has(tag)) {
      const padded = Buffer.concat([tag, Buffer.alloc(-tag.length & 3)]);
      placed.set(tag, at);
      parts.push(padded);
      at += padded.length;
    }
    head.write(name, 132 + 12 * index);
    head.writeUInt32BE(placed.get(tag) ?? 0, 136 + 12 * index);
    head.writeUInt32BE(tag.length, 140 + 12 * index);
  });
  head.writeUInt32BE(at, 0);
  head.writeUInt32BE(0x02100000, 8);
  head.write('mntrRGB XYZ ', 12);
  [2020, 1, 1, 0, 0, 0].forEach((number, index) => {
    head.writeUInt16BE(number, 24 + 2 * index);
  });
  head.write('acsp', 36);
  [0xf6d6, 0x10000, 0xd32d].forEach((number, index) => {
    head.writeUInt32BE(number, 68 + 4 * index);
  });
  return Buffer.concat(parts);
}
