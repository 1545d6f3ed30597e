import { Transform } from 'node:stream';

/** Kinds of files that are taken in, and how they are called. */
export const mimes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
} as const;
export type FileKind = keyof typeof mimes;

/** The file is none of the kinds that are taken in, whatever its name says. */
export class UnknownKind extends Error {
  override name = 'UnknownKind';
}

const begins = (head: Buffer, bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
const names = { xlsx: Buffer.from('xl/workbook.xml'), docx: Buffer.from('word/document.xml') };
const longestName = 20;

/** Lets a file pass and tells by its content what it is; at its end it fails with UnknownKind if that is nothing we take. */
export function recognising(): Transform & { kind(): FileKind } {
  let head: Buffer = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  let inside: 'xlsx' | 'docx' | null = null;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isText = true;
  const decode = (chunk?: Buffer) => {
    if (!isText) return;
    try {
      if (decoder.decode(chunk, { stream: chunk !== undefined }).includes('\u0000')) isText = false;
    } catch {
      isText = false;
    }
  };
  const kind = (): FileKind | null => {
    if (head.subarray(0, 1024).includes('%PDF-')) return 'pdf';
    if (begins(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
    if (begins(head, [0xff, 0xd8, 0xff])) return 'jpeg';
    if (begins(head, [0x50, 0x4b, 0x03, 0x04])) return inside;
    return isText && head.length > 0 && !/^\s*</.test(head.toString('utf8')) ? 'csv' : null;
  };
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      if (head.length < 1024) head = Buffer.concat([head, chunk.subarray(0, 1024)]);
      const window = Buffer.concat([tail, chunk]);
      if (window.includes(names.xlsx)) inside = 'xlsx';
      else if (window.includes(names.docx)) inside = 'docx';
      tail = window.subarray(-longestName);
      decode(chunk);
      done(null, chunk);
    },
    flush(done) {
      decode();
      done(kind() === null ? new UnknownKind('The content is none of the kinds that are taken in.') : null);
    },
  });
  return Object.assign(stream, { kind: () => kind() ?? 'csv' });
}
