import { z } from 'zod';
import type { DocumentRecord } from '../../domain/document/state.ts';
import type { ThingKind } from '../../domain/process/chart.ts';
import { documentContentPolicy, documentPreview as onScreen } from '../../templates/document.ts';
import { Id, Sha256 } from '../http/common.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { isClosedTo } from '../things/document-view.ts';
import { knownThing, mayRead } from '../things/known-thing.ts';
import { visibleData } from '../things/visible.ts';
import { keepUpload } from './keep-upload.ts';
import { mimes } from './kinds-of-file.ts';
import { receive } from './receive.ts';
import { sendFile } from './send-file.ts';

const binary = z.string().meta({ override: { type: 'string', format: 'binary' } });
const rawTypes = Object.values(mimes);

const anyKind = Object.fromEntries(rawTypes.map((type) => [type, { schema: { type: 'string' as const, format: 'binary' as const } }]));

const Kept = z.object({ sha256: Sha256, bytes: z.int(), mime: z.string(), name: z.string() }).meta({ id: 'File' });

const upload = endpoint({
  method: 'post',
  path: '/api/files',
  id: 'uploadFile',
  summary: 'Keep a file: PDF, PNG, JPEG, XLSX, DOCX or CSV, at most 25 MB; commands name it by its SHA-256',
  tag: 'files',
  input: {
    query: z.strictObject({ name: z.string().min(1).max(255).optional().meta({ description: 'Name of a file sent as the whole body.' }) }),
  },
  upload: {
    description: 'A form with the file, or the file itself.',
    content: {
      'multipart/form-data': { schema: z.object({ file: binary }) },
      ...Object.fromEntries(rawTypes.map((type) => [type, { schema: binary }])),
    },
  },
  answers: { 201: { description: 'It is kept.', schema: Kept, headers: z.object({ Location: z.string() }) } },
  async run({ caller, request, query }, { files, reader }) {
    const { result } = await receive(request, rawTypes, ({ stream, name }) =>
      keepUpload({ stream, name: query.name ?? name }, caller, { files, reader }),
    );
    return { status: 201, body: result, headers: { Location: `/api/files/${result.sha256}` } };
  },
});

const download = endpoint({
  method: 'get',
  path: '/api/files/{sha256}',
  id: 'downloadFile',
  summary: 'A kept file, for who uploaded it, or who may know of a thing that names it',
  tag: 'files',
  input: {
    params: z.strictObject({ sha256: Sha256 }),
    query: z.strictObject({ thing: Id.optional().meta({ description: 'The thing that names the file.' }) }),
  },
  answers: {
    200: { description: 'The file.', content: anyKind },
    206: { description: 'The part asked for.', content: anyKind },
    304: { description: 'It is as If-None-Match says.' },
  },
  problems: [404, 416],
  async run({ params: { sha256 }, query, caller, request, response }, parts) {
    const [file, own] = await Promise.all([
      parts.reader.file.findUnique({ where: { sha256 } }),
      parts.reader.upload.findUnique({ where: { sha256_personId: { sha256, personId: caller.id } } }),
    ]);
    if (!(own || (await namedBy(query.thing, sha256, caller, parts)))) throw new ProblemError('not-found');
    const sent = file ?? { sha256, mime: 'application/pdf', name: `${sha256}.pdf` };
    return sendFile({ ...sent, name: own?.name ?? sent.name }, parts.files, request, response);
  },
});

/** Whether a thing that the caller may know of names the file in what they may see of it. A document's PDF is for those who may know of the document. */
async function namedBy(id: string | undefined, sha256: string, caller: Caller, parts: Parts): Promise<boolean> {
  if (id === undefined) return false;
  const { reader } = parts;
  const [found, printed] = await Promise.all([
    reader.thing.findUnique({ where: { id }, select: { kind: true } }),
    reader.document.findFirst({ where: { OR: [{ file: sha256 }, { formerFiles: { has: sha256 } }] }, select: { id: true, readers: true } }),
  ]);
  if (!found || (printed && (!mayRead(printed.readers, caller) || (await isTakenBack(printed.id, caller, parts))))) return false;
  const thing = await knownThing(found.kind as ThingKind, id, caller, parts);
  return JSON.stringify(visibleData(thing, caller)).includes(sha256);
}

/** Whether a document was taken back from somebody, who had it before. */
async function isTakenBack(id: string, caller: Caller, { reader, committing }: Parts): Promise<boolean> {
  const thing = await reader.thing.findUnique({ where: { id }, select: { pack: true, data: true } });
  const pack = thing && committing.packs.get(thing.pack);
  return pack !== undefined && pack !== null && isClosedTo(caller, thing?.data as unknown as DocumentRecord, pack);
}

const pdf = { 'application/pdf': { schema: { type: 'string' as const, format: 'binary' as const } } };
const pdfAnswers = {
  200: { description: 'The PDF.', content: pdf },
  206: { description: 'The part asked for.', content: pdf },
  304: { description: 'It is as If-None-Match says.' },
};

/** A document as it stands. @throws ProblemError 404 where the caller may not know of it, 410 where it was taken back from them */
async function readDocument(id: string, caller: Caller, parts: Parts): Promise<unknown> {
  const thing = await parts.reader.thing.findUnique({ where: { id }, select: { kind: true, readers: true, data: true } });
  if (thing?.kind !== 'document' || !mayRead(thing.readers, caller)) throw new ProblemError('not-found');
  if (await isTakenBack(id, caller, parts)) throw new ProblemError('taken-back');
  return thing.data;
}

const documentFile = endpoint({
  method: 'get',
  path: '/api/documents/{id}/file',
  id: 'fileOfDocument',
  summary: 'The PDF of a document: the issued file, before that the one prepared for signing',
  tag: 'documents',
  input: { params: z.strictObject({ id: Id }) },
  answers: pdfAnswers,
  problems: [404, 410, 416],
  async run({ params: { id }, caller, request, response }, parts) {
    const data = (await readDocument(id, caller, parts)) as {
      file?: string | null;
      prepared?: { file: string } | null;
      symbol?: string | null;
      title?: string;
    };
    const sha256 = data.file ?? data.prepared?.file;
    if (!sha256) throw new ProblemError('not-found');
    const name = `${[data.symbol?.replaceAll('/', '-'), data.title].filter(Boolean).join(' ').slice(0, 150)}.pdf`;
    return sendFile({ sha256, mime: 'application/pdf', name }, parts.files, request, response);
  },
});

const documentPreview = endpoint({
  method: 'get',
  path: '/api/documents/{id}/preview',
  id: 'previewOfDocument',
  summary: 'The draft as pages, its number and day still open; its entity tag is the digest that approve-draft takes as `previewDigest`',
  tag: 'documents',
  input: { params: z.strictObject({ id: Id }) },
  answers: pdfAnswers,
  problems: [404, 410, 416],
  async run({ params: { id }, caller, request, response }, parts) {
    const {
      preview,
      digest,
      title = '',
    } = (await readDocument(id, caller, parts)) as { preview?: { file: string; of: string }; digest: string; title?: string };
    if (preview?.of !== digest) throw new ProblemError('not-found');
    return sendFile(
      { sha256: preview.file, mime: 'application/pdf', name: `Dự thảo ${title.slice(0, 150)}.pdf` },
      parts.files,
      request,
      response,
    );
  },
});

const documentOnScreen = endpoint({
  method: 'get',
  path: '/api/documents/{id}/preview.html',
  id: 'showDocumentOnScreen',
  summary:
    'The document as it reads now, as a page for the screen by the same partials as the PDF; at once, while pages are still being made',
  description: 'A whole page that runs nothing, loads nothing and may stand in no frame. Its entity tag is the digest of the text.',
  tag: 'documents',
  input: { params: z.strictObject({ id: Id }) },
  answers: { 200: { description: 'The page.', content: { 'text/html': { schema: z.string() } } } },
  problems: [404, 410],
  async run({ params: { id }, caller }, parts) {
    const { content, digest } = (await readDocument(id, caller, parts)) as Pick<DocumentRecord, 'content' | 'digest'>;
    return {
      status: 200,
      body: onScreen(content),
      type: 'text/html; charset=utf-8',
      headers: {
        'Content-Security-Policy': `${documentContentPolicy}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox`,
        'Cache-Control': 'private, no-store',
        ETag: `"${digest}"`,
      },
    };
  },
});

export const fileEndpoints: Endpoint[] = [upload, download, documentFile, documentPreview, documentOnScreen];
