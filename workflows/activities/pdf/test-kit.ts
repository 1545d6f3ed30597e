import { execFileSync } from 'node:child_process';
import { type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { inject } from 'vitest';
import { browserEnvironment } from '../../../config/browser-environment.ts';
import type { OfficialDocument } from '../../../domain/document/model.ts';
import { streamText } from './page-fonts.ts';
import { openRenderer, type Renderer, type RendererOptions } from './renderer.ts';

/** A renderer on the real browser of this run. */
export function testRenderer(options: Partial<RendererOptions> = {}): Promise<Renderer> {
  const { executablePath, libraries, fonts } = inject('browser');
  return openRenderer({ executablePath, env: browserEnvironment(libraries, fonts), pages: 2, ...options });
}

/** Text with every run of white space as one space. */
export function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** What readers must find in the text: every text of a document but what the layout words differently. */
export function textsOf(document: OfficialDocument): string[] {
  const { body, annexes, bases, recipients, signatures, abstract, typeName, place, issuer, form } = document;
  const shown = [
    ...strings(body),
    ...strings(annexes.map(({ heading, title, reference, blocks, closing }) => [heading, title, reference, blocks, closing])),
    ...strings(signatures.map(({ party, capacity, title, name }) => [party, capacity, title, name])),
    ...bases,
    ...recipients,
    ...(form === 'contract' ? [] : [...issuer.parent, ...issuer.lines]),
    abstract,
    typeName,
    place,
  ];
  return shown.filter((text) => text !== undefined && text !== '').map((text) => folded(text ?? ''));
}

/** Every text in a value, except the words of the model itself (kinds, alignments, styles, orientation). */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    ['kind', 'align', 'style', 'orientation', 'note'].includes(key) ? [] : strings(part),
  );
}

/** How large each page is printed against how large it was laid out: below 1 where something was too wide and the browser shrank the page. */
export function pageScales(doc: PDFDocument): number[] {
  return doc.getPages().flatMap((page) => {
    const contents = streamText(page.node.lookup(PDFName.of('Contents')));
    const scales = [...contents.matchAll(/^([\d.]+) 0 0 (-?)\1 \S+ \S+ cm$/gm)];
    const device = Number(scales[0]?.[1]);
    return scales.filter(([, , flipped]) => flipped === '').map(([, layout]) => (device * Number(layout)) / 0.75);
  });
}

/** The processes that this one has started and that are still there. */
export function childProcesses(): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' });
  const rows = table
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/));
  return rows.flatMap(([pid, parent, command]) => (Number(parent) === process.pid && command !== 'ps' ? [Number(pid)] : []));
}
