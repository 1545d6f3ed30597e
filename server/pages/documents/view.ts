import { z } from 'zod';
import { documentContentPolicy, documentPreview } from '../../../templates/document.ts';
import { sendFile } from '../../files/send-file.ts';
import { Id } from '../../http/common.ts';
import { ProblemError } from '../../http/problem.ts';
import { type Page, type PageAnswer, page } from '../page.ts';
import { openDocument } from './known-document.ts';

const input = { params: z.strictObject({ id: Id }) };
type Response = Parameters<Page['run']>[0]['response'];

/** A document as a page of its own that other pages show in a frame: by the same partials as the PDF, loading nothing, running nothing. */
export function framed(html: string, response: Response): PageAnswer {
  response.set('Content-Security-Policy', `${documentContentPolicy}; frame-ancestors 'self'`).set('Cache-Control', 'private, no-store');
  return { file: html, type: 'text/html; charset=utf-8' };
}

const onScreen = page({
  path: '/documents/{id}/view',
  input,
  async run({ params: { id }, caller, language, response }, parts) {
    const { document } = await openDocument(id, { caller, language }, parts);
    return framed(documentPreview(document.content), response);
  },
});

/** The PDF to be looked at in a page: the issued file, before that the one prepared for signing, before that the draft's pages. */
const asPages = page({
  path: '/documents/{id}/pdf',
  input,
  async run({ params: { id }, caller, language, request, response }, parts) {
    const { document } = await openDocument(id, { caller, language }, parts);
    const { file, prepared, preview, digest, title, symbol } = document;
    const sha256 = file ?? prepared?.file ?? (preview?.of === digest ? preview.file : undefined);
    if (!sha256) throw new ProblemError('not-found');
    const name = `${[symbol?.replaceAll('/', '-'), title].filter(Boolean).join(' ').slice(0, 150)}.pdf`;
    return sendFile({ sha256, mime: 'application/pdf', name }, parts.files, request, response, "frame-ancestors 'self'");
  },
});

export const viewPages: Page[] = [onScreen, asPages];
