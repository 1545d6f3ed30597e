import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type FileKind, recognising, UnknownKind } from './kinds-of-file.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const zip = (name: string) =>
  bytes([0x50, 0x4b, 3, 4], '0'.repeat(26), '[Content_Types].xml', deflateRawSync('x').toString('latin1'), 'PK\u0003\u0004', name);

async function kindOf(content: Buffer, chunk: number): Promise<FileKind | 'none'> {
  const told = recognising();
  const chunks = Array.from({ length: Math.ceil(content.length / chunk) }, (_, i) => content.subarray(i * chunk, (i + 1) * chunk));
  try {
    const passed = await buffer(Readable.from(chunks).pipe(told));
    expect(passed.equals(content)).toBe(true);
    return told.kind();
  } catch (error) {
    expect(error).toBeInstanceOf(UnknownKind);
    return 'none';
  }
}

test.each<[string, Buffer, FileKind | 'none']>([
  ['a PDF', bytes('%PDF-1.7\n', [0xe2, 0xe3]), 'pdf'],
  ['a PDF after a line of something else', bytes('\r\n%PDF-1.7'), 'pdf'],
  ['a PNG', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'png'],
  ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0, 0]), 'jpeg'],
  ['a workbook', zip('xl/workbook.xml'), 'xlsx'],
  ['a text document', zip('word/document.xml'), 'docx'],
  ['another archive', zip('evil.exe'), 'none'],
  ['a table as text', bytes('Số;Nội dung\n1;Đào tạo\n'), 'csv'],
  ['text that is no UTF-8', bytes([0xc3, 0x28, 0x0a]), 'none'],
  ['text with NUL', bytes('a\u0000b'), 'none'],
  ['half a letter at the end', bytes('a', [0xc3]), 'none'],
  ['a page', bytes('<!doctype html>'), 'none'],
  ['nothing', bytes(''), 'none'],
])('%s is recognised however it comes in pieces', async (_, content, kind) => {
  for (const chunk of [1, 3, 64, 100_000]) expect(await kindOf(content, chunk)).toBe(kind);
});
