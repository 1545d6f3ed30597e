import { PassThrough, type Readable } from 'node:stream';
import busboy from 'busboy';
import type { Request } from 'express';
import { TooLarge } from '../../files/store.ts';
import { ProblemError, unreadableBody } from '../http/problem.ts';
import { UnknownKind } from './kinds-of-file.ts';

/** A file as it comes in: its stream, the name it was sent under, and the text fields that came before it. */
export type Incoming = { stream: Readable; name: string };
type Received<T> = { result: T; fields: Record<string, string> };

const missing = (): ProblemError =>
  new ProblemError('malformed', {
    errors: [
      {
        in: 'body',
        pointer: '/file',
        code: 'missing_file',
        message: 'Thiếu tệp trong trường “file”. · The field “file” with the file is missing.',
      },
    ],
  });
const twice = (pointer: string): ProblemError =>
  new ProblemError('malformed', {
    errors: [{ in: 'body', pointer, code: 'sent_twice', message: 'Trường được gửi hai lần. · The field was sent twice.' }],
  });

/**
 * Takes one file out of a request as it streams in: the part `file` of multipart/form-data, or the whole body where its type is one of `raw`.
 * @throws ProblemError 400 without a file or with a broken form, 413, 415
 */
export async function receive<T>(request: Request, raw: readonly string[], take: (file: Incoming) => Promise<T>): Promise<Received<T>> {
  try {
    if (request.is('multipart/form-data')) return await receiveForm(request, take);
    if (!request.is([...raw])) throw new ProblemError('wrong-type');
    const name = typeof request.query.name === 'string' ? request.query.name : '';
    return { result: await takeWhole(request, name, take), fields: {} };
  } catch (error) {
    if (error instanceof TooLarge) throw new ProblemError('too-large');
    if (error instanceof UnknownKind) throw new ProblemError('wrong-type');
    throw error;
  }
}

/** The body itself. Whoever reads it may give up: the connection stays, so that the answer arrives, and the rest is let go by. */
async function takeWhole<T>(request: Request, name: string, take: (file: Incoming) => Promise<T>): Promise<T> {
  const stream = new PassThrough();
  request.on('aborted', () => stream.destroy(new ProblemError('malformed')));
  try {
    return await take({ stream: request.pipe(stream), name });
  } catch (error) {
    request.unpipe(stream);
    request.resume();
    throw error;
  }
}

function receiveForm<T>(request: Request, take: (file: Incoming) => Promise<T>): Promise<Received<T>> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = {};
    let taken: Promise<T> | null = null;
    const broken = () => reject(unreadableBody());
    let form: busboy.Busboy;
    try {
      form = busboy({ headers: request.headers, defParamCharset: 'utf8', limits: { files: 2, fields: 20, fieldSize: 10_000, parts: 30 } });
    } catch {
      broken();
      return;
    }
    const stop = (error: unknown) => {
      request.unpipe(form);
      request.resume();
      reject(error);
    };
    form.on('file', (name, stream, { filename }) => {
      if (name !== 'file' || taken) {
        stream.resume();
        stop(name === 'file' ? twice('/file') : missing());
        return;
      }
      taken = take({ stream, name: filename ?? '' });
      taken.catch((error) => {
        stream.resume();
        stop(error);
      });
    });
    form.on('field', (name, value) => {
      if (Object.hasOwn(fields, name)) stop(twice(`/${name}`));
      else fields[name] = value;
    });
    form.on('error', broken);
    form.on('close', () => {
      if (taken) taken.then((result) => resolve({ result, fields }), reject);
      else reject(missing());
    });
    request.on('aborted', broken);
    request.pipe(form);
  });
}

/** A file's name as it is kept: its last part, composed, without signs that cannot be seen or turn the writing round, at most 255 characters; empty if nothing is left. */
export const nameOf = (sent: string): string =>
  (sent.split(/[\\/]/).at(-1) ?? '')
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, '')
    .trim()
    .slice(-255)
    .toWellFormed();

/** Gathers a stream into memory. @throws TooLarge past the limit */
export async function gather(stream: Readable, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length;
    if (bytes > limitBytes) throw new TooLarge(`More than ${limitBytes} bytes.`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
