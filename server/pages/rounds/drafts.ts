import { documentPage, documentPreview } from '../../../templates/document.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { renderView } from '../../../templates/pages.ts';
import { ProblemError } from '../../http/problem.ts';
import { readFields } from '../../http/read-input.ts';
import { refusalText } from '../../http/texts.ts';
import { readableBy, stateTitleOf } from '../../lists/readable.ts';
import type { Parts } from '../../parts.ts';
import { drawPreview } from '../../things/draw-preview.ts';
import { kindOf } from '../../things/kinds.ts';
import { tryCommand } from '../../things/try-command.ts';
import type { KnownRound } from './known-round.ts';

/** Drafts on their way to the signer, each with its PDF as soon as that is made. */
export async function draftsOf({ thing, caller }: KnownRound, types: readonly string[], { reader, committing }: Parts) {
  const rows = await reader.document.findMany({
    where: {
      AND: [
        {
          roundId: thing.id,
          type: { in: [...types] },
          state: { in: ['draft', 'checked', 'approved', 'preparing', 'prepared', 'signing', 'signed'] },
        },
        readableBy(caller),
      ],
    },
    select: { id: true, title: true, state: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const title = stateTitleOf('document', committing.packs, thing.route);
  return rows.map(({ id, title: name, state }) => ({
    href: `/documents/${id}`,
    pdf: `/documents/${id}/pdf`,
    title: name,
    state: title(state),
  }));
}

/** A document as it would be drawn up from a list that has not been laid before anybody yet; where the rules would say no, why. */
export async function previewOf(known: KnownRound, command: string, input: unknown, type: string, parts: Parts): Promise<string> {
  const { thing, caller, language } = known;
  const said = (words: string) => documentPage(renderView('rounds/no-preview', { words }, language), '');
  const definition = kindOf('round').commands[command];
  if (!definition) throw new ProblemError('not-found');
  let read: unknown;
  try {
    read = readFields(definition.input, input, language);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return said((error.extra.errors ?? []).map(({ message }) => message).join(' '));
  }
  const tried = await tryCommand(thing, command, read, caller, parts);
  if (tried.refusal) return said(refusalText(tried.refusal.rule, language, tried.refusal.values));
  const [document] = await drawPreview(type, thing, tried.facts, caller, parts);
  return document ? documentPreview(document) : said(pageText('round.no-such-document', language));
}
