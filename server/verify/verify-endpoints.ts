import type { Request } from 'express';
import { z } from 'zod';
import { gather, receive } from '../files/receive.ts';
import { type Answer, type AnswerForm, type Endpoint, openEndpoint } from '../http/endpoint.ts';
import { readFields } from '../http/read-input.ts';
import type { Parts } from '../parts.ts';
import { Verdict, verdictOnCode, verdictOnFile } from './verdict.ts';
import { verifyForm, verifyPage } from './verify-page.ts';

const limitBytes = 25_000_000;
const Code = z
  .string()
  .regex(/^[A-Za-z0-9-]{8,64}$/)
  .meta({ description: 'The look-up code printed on the document; small letters and hyphens do not matter.' });
const binary = z.string().meta({ override: { type: 'string', format: 'binary' } });
const answer: AnswerForm = {
  description: 'The verdict with its grounds.',
  schema: Verdict,
  content: { 'text/html': { schema: z.string() } },
};
const headers = { 'Cache-Control': 'no-store', Vary: 'Accept, Accept-Language, Cookie' };
const html = 'text/html; charset=utf-8';

/** JSON for programs, a page for people: as Accept wants it. */
async function tell(verdict: Verdict, request: Request, parts: Parts): Promise<Answer> {
  if (request.accepts(['application/json', 'text/html']) === 'text/html') {
    return { status: 200, body: await verifyPage(verdict, request, parts), type: html, headers };
  }
  return { status: 200, body: verdict, headers };
}

const form = openEndpoint({
  method: 'get',
  path: '/verify',
  id: 'verifyForm',
  summary: 'A page on which anybody may give a look-up code or send a PDF to have it checked',
  tag: 'verify',
  input: { query: z.strictObject({ code: Code.or(z.literal('')).optional() }) },
  answers: {
    200: { description: 'The page.', content: { 'text/html': { schema: z.string() } } },
    303: { description: 'To the verdict on the code.', headers: z.object({ Location: z.string() }) },
  },
  async run({ query: { code }, request }, parts) {
    if (code) return { status: 303, headers: { ...headers, Location: `/verify/${code}` } };
    return { status: 200, body: await verifyForm(request, parts), type: html, headers };
  },
});

const byCode = openEndpoint({
  method: 'get',
  path: '/verify/{code}',
  id: 'verifyCode',
  summary: 'The verdict on the document with this look-up code, from the register and the file that it keeps; for anybody',
  tag: 'verify',
  input: { params: z.strictObject({ code: Code }) },
  answers: { 200: answer },
  run: async ({ params: { code }, request }, parts) => tell(await verdictOnCode(code, parts), request, parts),
});

const byFile = openEndpoint({
  method: 'post',
  path: '/verify',
  id: 'verifyFile',
  summary: 'The verdict on a PDF, ours or not, by its exact bytes and its own cryptography; for anybody. The file is not kept',
  description: 'At most VERIFY_LIMIT files a minute from one address; 503 with Retry-After while too many are being looked at.',
  tag: 'verify',
  input: { query: z.strictObject({ code: Code.or(z.literal('')).optional() }) },
  upload: {
    description: 'The PDF, alone or in a form; with the code, the file is compared with the one that was issued under it.',
    content: {
      'application/pdf': { schema: binary },
      'multipart/form-data': { schema: z.strictObject({ file: binary, code: Code.or(z.literal('')).optional() }) },
    },
  },
  answers: { 200: answer },
  async run({ query, request, language }, parts) {
    const { result, fields } = await receive(request, ['application/pdf'], ({ stream }) => gather(stream, limitBytes));
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
    const { code } = readFields(z.strictObject({ code: Code.or(z.literal('')).optional() }), given, language);
    return tell(await verdictOnFile(result, query.code ?? code, parts), request, parts);
  },
});

export const verifyEndpoints: Endpoint[] = [form, byCode, byFile];
