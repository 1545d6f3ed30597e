import { z } from 'zod';
import { documentTitle } from '../../../templates/document.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { qrSquares } from '../../../templates/qr.ts';
import { Id } from '../../http/common.ts';
import type { Parts } from '../../parts.ts';
import { isClosedTo } from '../../things/document-view.ts';
import { type Page, type PageAnswer, page } from '../page.ts';
import type { Failed } from './deeds.ts';
import { type KnownDocument, knownDocument } from './known-document.ts';
import { standingOf } from './standing.ts';

const Shows = z.enum(['text', 'pdf']);
type Shows = z.infer<typeof Shows>;

/** A document's page: what it says, on screen or as the PDF, beside where it stands and what may be done. */
export async function documentPage(known: KnownDocument, shows: Shows, failed: Failed | null, parts: Parts): Promise<PageAnswer> {
  const { thing, document, caller, language } = known;
  const closed = isClosedTo(caller, document, thing.pack);
  const standing = await standingOf(known, closed, failed, parts);
  const rule = thing.pack.documents.find(({ type }) => type === document.type);
  const here = `/documents/${thing.id}`;
  const hasPdf =
    !closed && Boolean(document.file ?? document.prepared?.file ?? (document.preview?.of === document.digest && document.preview.file));
  const url = closed ? null : (document.content.lookup?.url ?? null);
  const show = shows === 'pdf' && hasPdf ? 'pdf' : 'text';
  return {
    view: 'documents/show',
    title: document.title,
    nav: 'documents',
    crumbs: [{ text: pageText('shell.nav.documents', language), href: '/documents' }, { text: document.title }],
    wide: true,
    status: failed?.problem.status ?? 200,
    model: {
      closed,
      problem: failed &&
        !failed.problem.kept && {
          title: failed.problem.title,
          detail: failed.problem.detail,
          basis: failed.problem.basis,
          certainty: failed.problem.certainty,
        },
      type: rule?.title ?? { vi: document.type, en: document.type },
      symbol: document.symbol,
      date: document.date,
      issuer: await parts.names(document.issuerId),
      issuedOn: document.issuedOn,
      code: closed ? null : document.code,
      verify: url && { href: `/verify/${document.code}`, qr: qrSquares(url) },
      retention: rule ? { years: rule.retentionYears } : null,
      frame: closed
        ? null
        : {
            src: show === 'pdf' ? `${here}/pdf#navpanes=0&view=FitH` : `${here}/view`,
            title: documentTitle(document.content),
            pdf: show === 'pdf',
            hasPdf,
            text: `${here}?show=text`,
            asPdf: `${here}?show=pdf`,
            open: show === 'pdf' ? `${here}/pdf` : `${here}/view`,
          },
      standing,
    },
  };
}

const Params = z.strictObject({ id: Id });

const show = page({
  path: '/documents/{id}',
  input: { params: Params, query: z.object({ show: Shows.catch('text').default('text') }) },
  async run({ params: { id }, query, caller, language }, parts) {
    return documentPage(await knownDocument(id, { caller, language }, parts), query.show, null, parts);
  },
});

/** What has changed on the page since it was shown; nothing to show where nothing has. */
const live = page({
  path: '/documents/{id}/live',
  input: { params: Params, query: z.object({ seen: z.string().max(60) }) },
  async run({ params: { id }, query, caller, language, response }, parts) {
    const known = await knownDocument(id, { caller, language }, parts);
    const standing = await standingOf(known, isClosedTo(caller, known.document, known.thing.pack), null, parts);
    if (standing.seen === query.seen) {
      response.status(204).end();
      return null;
    }
    return { fragment: 'documents/standing', model: standing };
  },
});

export const showPages: Page[] = [show, live];
