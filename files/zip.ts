import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

/** A file inside an archive. `unpack` gives its contents, and rejects once they are longer than `atMost` bytes. */
export type ZipEntry = { name: string; encrypted: boolean; unpack(atMost: number): Promise<Buffer> };

const signature = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };

/** The entries of an archive by its central directory; `null` if it is damaged, or larger than archives were before ZIP64. */
export function zipEntries(archive: Buffer): ZipEntry[] | null {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end + 22 > archive.length) return null;
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== signature.central) return null;
    const entry = entryAt(archive, at);
    if (entry === null) return null;
    entries.push(entry);
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function entryAt(archive: Buffer, at: number): ZipEntry | null {
  const encrypted = (archive.readUInt16LE(at + 8) & 1) === 1;
  const method = archive.readUInt16LE(at + 10);
  const size = archive.readUInt32LE(at + 20);
  const local = archive.readUInt32LE(at + 42);
  const name = archive.toString('utf8', at + 46, at + 46 + archive.readUInt16LE(at + 28));
  if (local + 30 > archive.length || archive.readUInt32LE(local) !== signature.local) return null;
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  if (start + size > archive.length) return null;
  const packed = archive.subarray(start, start + size);
  const unpack = async (atMost: number): Promise<Buffer> => {
    if (method === 8) return inflate(packed, { maxOutputLength: Math.max(atMost, 1) });
    if (method === 0 && size <= atMost) return packed;
    throw new RangeError(`Cannot unpack ${name}: method ${method}, ${size} bytes.`);
  };
  return { name, encrypted, unpack };
}

/** An archive of these files, not compressed: what was unpacked under our limits is all that a reader then sees. */
export function zipOf(files: Map<string, Buffer>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, body] of files) {
    const name = Buffer.from(path, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(0x00210000, 6);
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(body.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([word(signature.local), common, name, body]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([word(signature.central), half(20), common, rest, name]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.concat([
    word(signature.end),
    half(0),
    half(0),
    half(files.size),
    half(files.size),
    word(central.length),
    word(offset),
    half(0),
  ]);
  return Buffer.concat([...bodies, central, end]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function half(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
