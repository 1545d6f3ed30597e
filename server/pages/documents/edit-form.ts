import type { Block, Paragraph } from '../../../domain/document/block.ts';
import { OfficialDocument, Urgency } from '../../../domain/document/model.ts';
import type { DocumentRecord } from '../../../domain/document/state.ts';
import type { Posted } from '../page.ts';
import { editedPoints, textOfPoints } from './points-text.ts';

/** What a person edits of a draft, as text in the fields of a form. `blocks` in their order; what no form shows (tables, annexes, signatures) stays in the document. */
export type EditForm = {
  title: string;
  abstract: string;
  urgency: string;
  place: string;
  /** One a line. */
  bases: string;
  addressees: string;
  recipients: string;
  blocks: BlockForm[];
};
/** `from`: which block of the draft it was, so that what the form does not show is kept; null for a new one. */
export type BlockForm = {
  from: number | null;
  kind: Block['kind'];
  number: string;
  title: string;
  lead: string;
  text: string;
  style: string;
  points: string;
};

const blank: Omit<BlockForm, 'kind' | 'from'> = { number: '', title: '', lead: '', text: '', style: 'plain', points: '' };

/** The form as the draft fills it. */
export function formOf({ title, content }: Pick<DocumentRecord, 'title' | 'content'>): EditForm {
  return {
    title,
    abstract: content.abstract,
    urgency: content.urgency ?? '',
    place: content.place,
    bases: content.bases.join('\n'),
    addressees: content.addressees.join('\n'),
    recipients: content.recipients.join('\n'),
    blocks: content.body.map((block, from) => ({ from, ...blockForm(block) })),
  };
}

function blockForm(block: Block): Omit<BlockForm, 'from'> {
  switch (block.kind) {
    case 'article':
      return {
        ...blank,
        kind: 'article',
        number: String(block.number),
        title: block.title ?? '',
        text: block.text ?? '',
        points: textOfPoints(block.points),
      };
    case 'heading':
      return { ...blank, kind: 'heading', number: block.number ?? '', title: block.title };
    case 'paragraph':
      return { ...blank, kind: 'paragraph', lead: block.lead ?? '', text: block.text, style: block.style };
    case 'list':
      return { ...blank, kind: 'list', points: textOfPoints(block.points) };
    case 'definitions':
      return { ...blank, kind: 'definitions', points: block.entries.map(({ term, text }) => `${term}: ${text}`).join('\n') };
    case 'table':
      return { ...blank, kind: 'table' };
  }
}

/** The form as it was posted; `after`, `without` and `up` name a block by its place in it, where its button was pressed. */
export function postedForm(posted: Posted): EditForm {
  const text = (value: unknown): string => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n').normalize('NFC') : '');
  const rows = Object.entries((posted.blocks ?? {}) as Record<string, Record<string, unknown>>)
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([, row]): BlockForm => {
      const from = text(row.from);
      return {
        from: from === '' ? null : Number(from),
        kind: kinds.find((kind) => kind === row.kind) ?? 'paragraph',
        number: text(row.number),
        title: text(row.title),
        lead: text(row.lead),
        text: text(row.text),
        style: text(row.style) || 'plain',
        points: text(row.points),
      };
    });
  const { title, abstract, urgency, place, bases, addressees, recipients } = posted;
  return {
    title: text(title).trim(),
    abstract: text(abstract),
    urgency: text(urgency),
    place: text(place),
    bases: text(bases),
    addressees: text(addressees),
    recipients: text(recipients),
    blocks: rows,
  };
}

const kinds: Block['kind'][] = ['article', 'heading', 'paragraph', 'list', 'definitions', 'table'];

/** The form after a button that changes its blocks: `add-paragraph:2` (after the second), `remove:1`, `up:3`, `down:0`. */
export function changedForm(form: EditForm, button: string): EditForm {
  const [what = '', place = ''] = button.split(':');
  const at = Number(place);
  const { blocks } = form;
  if (what.startsWith('add-')) {
    const kind = what === 'add-article' ? 'article' : 'paragraph';
    const last = Math.max(0, ...blocks.filter((one) => one.kind === 'article').map(({ number }) => Number(number) || 0));
    const added: BlockForm = { ...blank, from: null, kind, number: kind === 'article' ? String(last + 1) : '' };
    return { ...form, blocks: [...blocks.slice(0, at + 1), added, ...blocks.slice(at + 1)] };
  }
  if (what === 'remove') return { ...form, blocks: blocks.filter((_, index) => index !== at) };
  const to = what === 'up' ? at - 1 : at + 1;
  const [one, other] = [blocks[at], blocks[to]];
  return one && other ? { ...form, blocks: blocks.with(at, other).with(to, one) } : form;
}

/** The content that the form says, with all that no form shows as the draft has it. What is no document stays as it was typed, so that the command's own schema says what is wrong. */
export function contentOf(form: EditForm, before: OfficialDocument): unknown {
  const { urgency: _, ...kept } = before;
  const urgency = Urgency.safeParse(form.urgency);
  return {
    ...kept,
    ...(urgency.success && { urgency: urgency.data }),
    abstract: form.abstract.trim(),
    place: form.place.trim(),
    bases: edited(before.bases, form.bases),
    addressees: edited(before.addressees, form.addressees),
    recipients: edited(before.recipients, form.recipients),
    body: form.blocks.map((block) => blockOf(block, block.from === null ? undefined : before.body[block.from])),
  };
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
/** Lines as they were where their text is as it was shown. */
const edited = (before: readonly string[], text: string): string[] => (before.join('\n') === text.trim() ? [...before] : linesOf(text));

function blockOf(form: BlockForm, before: Block | undefined): unknown {
  const was = before?.kind === form.kind ? before : undefined;
  const optional = (name: string, value: string) => (value.trim() === '' ? {} : { [name]: value.trim() });
  switch (form.kind) {
    case 'article':
      return {
        kind: 'article',
        number: Number(form.number) || form.number,
        ...optional('title', form.title),
        ...optional('text', form.text),
        points: editedPoints(was?.kind === 'article' ? was.points : [], form.points),
      };
    case 'heading':
      return {
        kind: 'heading',
        level: was?.kind === 'heading' ? was.level : 1,
        ...optional('number', form.number),
        title: form.title.trim(),
      };
    case 'paragraph':
      return { kind: 'paragraph', ...optional('lead', form.lead), text: form.text.trim(), style: form.style as Paragraph['style'] };
    case 'list':
      return { kind: 'list', points: editedPoints(was?.kind === 'list' ? was.points : [], form.points) };
    case 'definitions':
      return was?.kind === 'definitions' && blockForm(was).points === form.points.trim()
        ? was
        : { kind: 'definitions', entries: linesOf(form.points).map(entryOf) };
    case 'table':
      return was;
  }
}

function entryOf(line: string): { term: string; text: string } {
  const colon = line.indexOf(':');
  return colon < 0 ? { term: line, text: '…' } : { term: line.slice(0, colon).trim(), text: line.slice(colon + 1).trim() };
}

/** Whether what a form says can be shown as a document. */
export const shownContent = (form: EditForm, before: OfficialDocument): OfficialDocument | null => {
  const read = OfficialDocument.safeParse(contentOf(form, before));
  return read.success ? read.data : null;
};
