import { z } from 'zod';
import { refuse } from '../../command.ts';
import { text } from '../../text.ts';
import { schemeCommand } from '../command.ts';
import type { ArchivedFile } from '../facts/settlement.ts';
import type { NotedDocument } from '../state.ts';

/** The file of a closed scheme is deposited (nộp lưu hồ sơ): the list of all its documents, each of which must be there. */
export const archiveScheme = schemeCommand('archive-scheme', {
  input: z.strictObject({ note: text(5_000).default('') }),

  decide({ input, state: { documents } }) {
    const missing = documents.filter((document) => !isThere(document));
    if (missing.length > 0) return refuse('archive.file-missing', { documents: missing.map(({ symbol, title }) => symbol ?? title) });
    const files = documents.filter(isThere).toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    return [{ type: 'archived', files, note: input.note }];
  },
});

const isThere = (document: NotedDocument): document is ArchivedFile => document.file !== null;
