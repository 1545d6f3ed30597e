import type { Readable } from 'node:stream';
import busboy from 'busboy';
import type { Request } from 'express';
import { parse } from 'qs';
import { TooLarge } from '../../files/store.ts';
import { keepUpload } from '../files/keep-upload.ts';
import { ProblemError, unreadableBody } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import type { Posted } from './page.ts';

const limitBytes = 4_000_000;
const limitFields = 20_000;
const limitFiles = 50;

/** `lines[0][amount]=1&lines[1][amount]=2` as nested values. A name that comes twice is a list. */
export const nested = (text: string): Posted =>
  parse(text, { depth: 8, parameterLimit: limitFields, arrayLimit: limitFields, allowPrototypes: false, plainObjects: false }) as Posted;

/**
 * Reads a form that a page posted. Files in it are kept in the store as they stream in, noted as this caller's, and stand in the result by
 * their SHA-256. @throws ProblemError 400, 413, 415
 */
export async function readPosted(request: Request, caller: Caller | null, files: boolean, parts: Parts): Promise<Posted> {
  if (request.is('application/x-www-form-urlencoded')) return nested(await textOf(request));
  if (request.is('multipart/form-data') && files && caller) return readMultipart(request, caller, parts);
  if (Number(request.headers['content-length'] ?? 0) === 0 && request.headers['transfer-encoding'] === undefined) return {};
  throw new ProblemError('wrong-type');
}

async function textOf(request: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > limitBytes) throw new ProblemError('too-large');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readMultipart(request: Request, caller: Caller, parts: Parts): Promise<Posted> {
  return new Promise((resolve, reject) => {
    let form: busboy.Busboy;
    try {
      const limits = { files: limitFiles, fields: limitFields, fieldSize: limitBytes, parts: limitFields + limitFiles };
      form = busboy({ headers: request.headers, defParamCharset: 'utf8', limits });
    } catch {
      reject(unreadableBody());
      return;
    }
    const pairs: string[] = [];
    const keeping: Promise<void>[] = [];
    const add = (name: string, value: string) => void pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
    const stop = (error: unknown) => {
      request.unpipe(form);
      request.resume();
      reject(error instanceof TooLarge ? new ProblemError('too-large') : error);
    };
    form.on('file', (name, stream, { filename }) => {
      // A browser sends a field without a file as an empty part.
      if (!filename) {
        stream.resume();
        return;
      }
      const kept = keepUpload({ stream, name: filename }, caller, parts).then(({ sha256 }) => add(name, sha256));
      kept.catch((error) => {
        stream.resume();
        stop(error);
      });
      keeping.push(kept);
    });
    form.on('field', (name, value) => add(name, value));
    form.on('error', () => reject(unreadableBody()));
    form.on('close', () => Promise.all(keeping).then(() => resolve(nested(pairs.join('&'))), reject));
    request.on('aborted', () => reject(unreadableBody()));
    request.pipe(form);
  });
}
