import { createHash } from 'node:crypto';
import { Unreadable } from './limits.ts';
import type { PdfFile, View } from './pdf-file.ts';
import { decodedText, isDict, isList, isStream, isText, type Stream } from './pdf-syntax.ts';

const [data, original] = ['van-ban.json', 'van-ban-goc.pdf'];
const dataBytes = 2_000_000;

/** What the files inside a document of ours say. They prove nothing: they say with what to compare. */
export type Attached = {
  /** The look-up code in its data; null where there is none. */
  code: string | null;
  /** SHA-256 of the original attached to a copy; null where none is. */
  original: string | null;
};

/** Reads the attachments that our documents carry. Those of others are left alone. */
export function attachedIn(file: PdfFile, view: View): Attached {
  return { code: reading(() => codeIn(file, view)), original: reading(() => digestOfOriginal(file, view)) };
}

function reading(read: () => string | null): string | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Unreadable && error.reason !== 'too-much')) return null;
    throw error;
  }
}

function codeIn(file: PdfFile, view: View): string | null {
  const stream = attachment(view, data);
  if (!stream || stream.raw.length >= dataBytes) return null;
  const said: unknown = JSON.parse(file.inflate(stream).toString('utf8'));
  const lookup = typeof said === 'object' && said !== null && 'lookup' in said ? said.lookup : null;
  const code = typeof lookup === 'object' && lookup !== null && 'code' in lookup ? lookup.code : null;
  return typeof code === 'string' && /^[A-Za-z0-9-]{4,64}$/.test(code) ? code : null;
}

function digestOfOriginal(file: PdfFile, view: View): string | null {
  const stream = attachment(view, original);
  return stream && createHash('sha256').update(file.inflate(stream)).digest('hex');
}

/** A file by its name in the catalog's tree of embedded files. */
function attachment(view: View, name: string): Stream | null {
  const names = view.resolve(view.catalog.entries.get('Names'));
  const tree = isDict(names) ? view.resolve(names.entries.get('EmbeddedFiles')) : null;
  const list = isDict(tree) ? view.resolve(tree.entries.get('Names')) : null;
  const items = isList(list) ? list.items : [];
  const at = items.findIndex((item) => isText(item) && decodedText(item) === name);
  const specification = at < 0 ? null : view.resolve(items[at + 1]);
  const files = isDict(specification) ? view.resolve(specification.entries.get('EF')) : null;
  const stream = isDict(files) ? view.resolve(files.entries.get('F')) : null;
  return isStream(stream) ? stream : null;
}
