/**
 * Makes a printed file depend on what it shows alone: the browser writes the time of printing, and the ids of its nodes, which count on from one
 * document to the next. Both are overwritten in place, at equal length; `date` is the document's own day.
 */
export function sameBytes(printed: Uint8Array, date: string | undefined): Buffer {
  const bytes = Buffer.from(printed);
  const day = (date ?? '2000-01-01').replaceAll('-', '');
  for (const [at] of places(bytes, '(D:', /^\(D:\d{14}/)) bytes.write(`${day}000000`, at + 3, 'latin1');
  const found = places(bytes, '(node', /^\(node\d{8}\)/);
  const inOrder = [...new Set(found.map(([, id]) => id))].toSorted();
  const renamed = new Map(inOrder.map((id, index) => [id, `(node${String(index + 1).padStart(8, '0')})`]));
  for (const [at, id] of found) bytes.write(renamed.get(id) ?? id, at, 'latin1');
  return bytes;
}

/** Where a text of a certain form stands outside compressed data. */
function places(bytes: Buffer, start: string, form: RegExp): [at: number, text: string][] {
  const found: [number, string][] = [];
  for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1)) {
    const text = form.exec(bytes.toString('latin1', at, at + 24))?.[0];
    if (text !== undefined) found.push([at, text]);
  }
  return found;
}
