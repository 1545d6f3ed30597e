import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { documentPreview } from '../../../templates/document.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { actionsOf } from '../../things/actions.ts';
import { commandTitle } from '../../things/kinds.ts';
import { type FormProblem, giveForm } from '../forms/give-form.ts';
import { type Page, type PageAnswer, page } from '../page.ts';
import { changedForm, contentOf, type EditForm, formOf, postedForm, shownContent } from './edit-form.ts';
import { type KnownDocument, openDocument } from './known-document.ts';
import { placeOf } from './place-of.ts';
import { framed } from './view.ts';

const Params = z.strictObject({ id: Id });
const path = '/documents/{id}/do/edit-draft';
const urgencies = ['khan', 'thuong-khan', 'hoa-toc'];
const styles = ['plain', 'italic', 'bold', 'centred'];

type Shown = { form: EditForm; digest: string; problem?: FormProblem | null; stale?: boolean };

function editPage(known: KnownDocument, { form, digest, problem = null, stale = false }: Shown): PageAnswer {
  const { thing, document, language } = known;
  const here = `/documents/${thing.id}`;
  const title = thing.chart.commands['edit-draft']?.title[language] ?? '';
  return {
    view: 'documents/edit',
    title: `${title}: ${document.title}`,
    nav: 'documents',
    crumbs: [
      { text: pageText('shell.nav.documents', language), href: '/documents' },
      { text: document.title, href: here },
      { text: title },
    ],
    wide: true,
    status: problem?.status ?? (stale ? 409 : 200),
    model: {
      action: `${here}/do/edit-draft`,
      preview: `${here}/do/edit-draft/preview`,
      back: here,
      id: randomUUID(),
      digest,
      stale: stale ? { digest: document.digest } : null,
      problem: problem &&
        !problem.kept && {
          title: problem.errors.length > 0 ? pageText('form.errors', language, { count: problem.errors.length }) : problem.title,
          detail: problem.detail,
          basis: problem.basis,
          certainty: problem.certainty,
          errors: problem.errors.map(({ pointer, message }) => ({
            href: null,
            label: null,
            message: `${placeOf(pointer.replace(/^\/content/, ''), document.content, language)}: ${message}`,
          })),
        },
      approvals: document.approvals.length,
      form,
      addressed: document.content.form !== 'decision' || form.addressees !== '',
      urgencies: urgencies.map((value) => ({ value, chosen: value === form.urgency, key: `document.urgency.${value}` })),
      blocks: form.blocks.map((block, no) => ({
        ...block,
        no,
        from: block.from ?? '',
        first: no === 0,
        last: no === form.blocks.length - 1,
        heading: `document.block.${block.kind}`,
        rows: Math.min(18, Math.max(3, Math.ceil((block.points || block.text).length / 80) + (block.points.match(/\n/g)?.length ?? 0))),
        styles: styles.map((value) => ({ value, chosen: value === block.style, key: `document.style.${value}` })),
      })),
      last: form.blocks.length - 1,
      fixed: document.whenIssued.length > 0 && document.content.annexes.length > 0,
    },
  };
}

/** A draft that the caller may edit now. @throws ProblemError 404, 410 */
async function editable(id: string, who: Pick<KnownDocument, 'caller' | 'language'>, parts: Parts): Promise<KnownDocument | null> {
  const known = await openDocument(id, who, parts);
  const open = actionsOf(known.thing, who.caller, await parts.time.now()).some(({ command }) => command === 'edit-draft');
  return open ? known : null;
}

const show = page({
  path,
  input: { params: Params },
  async run({ params: { id }, caller, language }, parts) {
    const known = await editable(id, { caller, language }, parts);
    const what = commandTitle('document', 'edit-draft', parts.committing.packs.values())[language];
    if (!known) return { redirect: `/documents/${id}`, flash: { kind: 'warning', key: 'thing.not-open', values: { what } } };
    return editPage(known, { form: formOf(known.document), digest: known.document.digest });
  },
});

/** The form saved, or shown again with a block more or less; whoever comes late is told that it reads otherwise by now. */
const save = page({
  method: 'post',
  path,
  input: { params: Params },
  keeps: true,
  async run({ params: { id }, posted, caller, language }, parts) {
    const known = await openDocument(id, { caller, language }, parts);
    const form = postedForm(posted);
    const digest = String(posted._digest ?? '');
    if (typeof posted._change === 'string') return editPage(known, { form: changedForm(form, posted._change), digest });
    if (digest !== known.document.digest) return editPage(known, { form, digest, stale: true });
    const content = contentOf(form, known.document.content);
    const given = await giveForm(
      { kind: 'document', thing: id, command: 'edit-draft', posted, caller, language, input: { title: form.title, content } },
      parts,
    );
    if (given.problem) return editPage(known, { form, digest, problem: given.problem });
    return { redirect: `/documents/${id}`, flash: { kind: 'success', key: 'document.saved' } };
  },
});

/** What is typed, as it will look, in the frame beside the form. */
const preview = page({
  method: 'post',
  path: '/documents/{id}/do/edit-draft/preview',
  input: { params: Params },
  async run({ params: { id }, posted, caller, language, response }, parts) {
    const { document } = await openDocument(id, { caller, language }, parts);
    const content = shownContent(postedForm(posted), document.content);
    if (!content) throw new ProblemError('malformed');
    return framed(documentPreview(content), response);
  },
});

export const editPages: Page[] = [show, save, preview];
