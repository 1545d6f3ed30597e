import { endOfDay } from '../../../domain/time/programme-day.ts';
import { readableBy, stateTitleOf } from '../../lists/readable.ts';
import { page } from '../page.ts';
import { schemePage } from './frame.ts';
import { openScheme } from './open-scheme.ts';
import { SchemeInput } from './overview.ts';

const most = 200;

/** The documents that speak of a scheme, as far as the reader may know of them, the latest first. */
export const documents = page({
  path: '/schemes/{id}/documents',
  input: SchemeInput,
  async run({ params: { id }, query: { on }, caller, language }, parts) {
    const open = await openScheme(id, on, caller, parts);
    const rows = await parts.reader.document.findMany({
      where: { AND: [{ subjects: { has: id } }, readableBy(caller), open.on ? { createdAt: { lte: new Date(endOfDay(open.on)) } } : {}] },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: most,
    });
    const titles = stateTitleOf('document', parts.committing.packs);
    const { pack } = open.thing;
    const documents = await Promise.all(
      rows.map(async ({ id: documentId, type, title, state, symbol, date, issuerId, file }) => ({
        href: `/documents/${documentId}`,
        type: pack.documents.find((one) => one.type === type)?.title ?? { vi: type, en: type },
        title,
        symbol,
        date: date?.toISOString().slice(0, 10) ?? null,
        issuer: await parts.names(issuerId),
        stateTitle: titles(state),
        file: file && state !== 'recalled' ? `/api/documents/${documentId}/file` : null,
      })),
    );
    return schemePage('documents', open, language, { documents, past: open.on !== null });
  },
});
