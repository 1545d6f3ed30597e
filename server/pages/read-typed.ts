import busboy from 'busboy';
import type { Request } from 'express';

const longestFields = 256 * 1024;
/** A form may bring files, which are passed over; one that is longer is not read at all. */
const longestForm = 30_000_000;
const mostFields = 5_000;
const secret = /password|secret|token/i;

/**
 * What was typed into a form of somebody whose sign-in has ended, as a browser writes it: its fields without files, without the form's id and
 * without anything secret. Null where it is no such form, too long to be kept, or kept by the browser itself (`templates/browser/keep.ts`).
 */
export async function readTyped(request: Request): Promise<string | null> {
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  const pairs =
    request.is('application/x-www-form-urlencoded') && length <= longestFields
      ? await plainPairs(request)
      : request.is('multipart/form-data') && length <= longestForm
        ? await multipartPairs(request)
        : null;
  if (!pairs || pairs.length > mostFields || pairs.some(([name]) => name === '_in-tab')) return null;
  const typed = new URLSearchParams(pairs.filter(([name]) => name !== '_id' && !secret.test(name))).toString();
  return typed.length <= longestFields ? typed : null;
}

async function plainPairs(request: Request): Promise<[string, string][]> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return [...new URLSearchParams(Buffer.concat(chunks).toString('utf8'))];
}

/** The fields of a form with files. Null where it cannot be read, or holds more than is kept. */
function multipartPairs(request: Request): Promise<[string, string][] | null> {
  return new Promise((resolve) => {
    let form: busboy.Busboy;
    try {
      const limits = { fields: mostFields, fieldSize: longestFields };
      form = busboy({ headers: request.headers, defParamCharset: 'utf8', limits });
    } catch {
      resolve(null);
      return;
    }
    const pairs: [string, string][] = [];
    let left = longestFields;
    form.on('file', (_, stream) => stream.resume());
    form.on('field', (name, value, { valueTruncated }) => {
      left -= name.length + value.length;
      if (left < 0 || valueTruncated) left = -1;
      else pairs.push([name, value]);
    });
    form.on('fieldsLimit', () => {
      left = -1;
    });
    form.on('error', () => resolve(null));
    form.on('close', () => resolve(left < 0 ? null : pairs));
    request.on('aborted', () => resolve(null));
    request.pipe(form);
  });
}
