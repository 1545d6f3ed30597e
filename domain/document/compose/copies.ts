import { z } from 'zod';
import type { DocumentType } from '../model.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { About, aboutInFull } from './correction.ts';
import { officialDocument } from './document.ts';
import { Frame } from './frame.ts';
import { closed, paragraph } from './wording.ts';

export const CopyInput = z.object({
  frame: Frame,
  /** What is copied. */
  original: About,
  pages: z.int().positive().max(10_000),
  /** SHA-256 of the file that is copied: it binds the copy to exactly these bytes. */
  sha256: z.hash('sha256'),
  copies: z.int().positive().max(1_000),
});
export type CopyInput = z.infer<typeof CopyInput>;
export const ExtractInput = CopyInput.extend({ excerpt: z.array(Line).min(1) });
export type ExtractInput = z.infer<typeof ExtractInput>;

type Form = { type: DocumentType; typeName: string; act: string };

/** What every form of copy says of what it is taken from. */
function taken({ act }: Form, { original, pages, sha256, copies, frame }: CopyInput) {
  const parts = [
    `${act} từ ${aboutInFull(original)}`,
    `văn bản được sao gồm ${pages} trang`,
    `số lượng bản sao: ${copies}`,
    `mã băm SHA-256 của tệp được sao: ${sha256.replace(/.{16}(?!$)/g, '$& ')}`,
  ];
  return { frame, about: closed(parts.join('; ')) };
}

/** `excerpt`: the words that an extract gives; without them the copy is of the whole, which then goes with it. */
function copy(form: Form, input: CopyInput, excerpt: readonly string[]) {
  const { frame, about } = taken(form, input);
  return officialDocument(frame, {
    type: form.type,
    form: 'copy',
    typeName: form.typeName,
    abstract: `${form.act} ${input.original.kind} số ${input.original.number}`,
    body: [...excerpt.map((part) => paragraph(part)), paragraph(about)],
    ...(excerpt.length === 0 && { copied: { sha256: input.sha256 } }),
  });
}

const trueForm: Form = { type: 'certified-copy', typeName: 'SAO Y', act: 'Sao y' };
const againForm: Form = { type: 'copy-of-copy', typeName: 'SAO LỤC', act: 'Sao lục' };
const partForm: Form = { type: 'extract', typeName: 'TRÍCH SAO', act: 'Trích sao' };

/** The page of form that makes a true copy (sao y): who copies, under which number, from what (Decree 30/2020/NĐ-CP, Article 25 and Annex I, part III). */
export const certifiedCopy = composer(CopyInput, (input) => copy(trueForm, input, []));
/** The same of a copy of a true copy (sao lục). */
export const copyOfCopy = composer(CopyInput, (input) => copy(againForm, input, []));
/** The same of an extract (trích sao), under the words it gives. */
export const extract = composer(ExtractInput, ({ excerpt, ...input }) => copy(partForm, input, excerpt));
