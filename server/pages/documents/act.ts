import { z } from 'zod';
import { Id } from '../../http/common.ts';
import { commandTitle } from '../../things/kinds.ts';
import { giveForm } from '../forms/give-form.ts';
import { type Page, type Posted, page } from '../page.ts';
import { deedsHere } from './deeds.ts';
import { knownDocument } from './known-document.ts';
import { documentPage } from './show.ts';

const Params = z.strictObject({ id: Id });

/** The address of a command that has its form on the document's page: asked for, it leads there; posted to, it gives the command. */
function formOf(command: string): Page[] {
  const path = `/documents/{id}/do/${command}`;
  return [
    page({
      path,
      input: { params: Params },
      async run({ params: { id }, caller, language }, parts) {
        await knownDocument(id, { caller, language }, parts);
        return { redirect: `/documents/${id}#do-${command}` };
      },
    }),
    page({
      method: 'post',
      path,
      input: { params: Params },
      keeps: true,
      async run({ params: { id }, posted, caller, language }, parts) {
        const known = await knownDocument(id, { caller, language }, parts);
        const input = inputOf(command, posted);
        const given = await giveForm(
          { kind: 'document', thing: id, command, posted, caller, language, ...(input !== undefined && { input }) },
          parts,
        );
        if (given.problem) {
          const failed = { command, values: given.input, problem: given.problem };
          return documentPage(known, 'text', failed, parts);
        }
        const what = commandTitle('document', command, parts.committing.packs.values())[language];
        return { redirect: `/documents/${id}`, flash: { kind: 'success', key: 'thing.changed', values: { what } } };
      },
    }),
  ];
}

/** What the form says, where its fields are not those of the command. */
function inputOf(command: string, posted: Posted): unknown {
  if (command === 'check-format') return checkOf(posted);
  return command === 'embed-signature' ? { digest: posted.digest } : undefined;
}

/** The checker's verdict: reasons for the warnings that are to stand, those left open left out. */
function checkOf({ accepted, notes, reasons }: Posted): unknown {
  const rows = Object.values((reasons ?? {}) as Record<string, Record<string, unknown>>);
  const given = rows.filter(({ reason }) => typeof reason === 'string' && reason.trim() !== '');
  const verdict = accepted === 'true';
  return {
    accepted: verdict,
    notes: typeof notes === 'string' ? notes : '',
    reasons: verdict ? given.map(({ rule, pointer, reason }) => ({ rule, pointer, reason })) : [],
  };
}

export const actPages: Page[] = ['check-format', ...deedsHere].flatMap(formOf);
