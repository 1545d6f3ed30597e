import { z } from 'zod';
import { documentPreview } from '../../../templates/document.ts';
import { Id } from '../../http/common.ts';
import { ProblemError } from '../../http/problem.ts';
import { drawPreview } from '../../things/draw-preview.ts';
import { framed } from '../documents/view.ts';
import { type Page, page } from '../page.ts';
import { knownCouncil } from './known-council.ts';

/** The minutes as they would be drawn up if they were adopted now: from what was recorded, by the same hand as the document itself. */
const preview = page({
  path: '/councils/{id}/minutes',
  input: { params: z.strictObject({ id: Id }) },
  async run({ params: { id }, caller, language, response }, parts) {
    const { thing, council } = await knownCouncil(id, { caller, language }, parts);
    const { session } = council;
    if (!session || session.attendance.length === 0) throw new ProblemError('not-found');
    // What is not done yet stands in no minutes, and nobody reads there what is still secret.
    const agenda = session.agenda.filter((schemeId) => ['concluded', 'adjourned'].includes(council.items[schemeId]?.status ?? ''));
    if (agenda.length === 0) throw new ProblemError('not-found');
    const seen = { ...thing, data: { ...council, session: { ...session, agenda } } as never };
    const [minutes] = await drawPreview('minutes', seen, [{ type: 'minutes-adopted', no: session.no } as never], caller, parts);
    if (!minutes) throw new ProblemError('not-found');
    return framed(documentPreview(minutes), response);
  },
});

export const minutesPages: Page[] = [preview];
