import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFPage, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { fieldAddress } from '../../../templates/document-view.ts';
import { appearance, append, type Change } from './increment.ts';
import { structure } from './mend-structure.ts';

const N = PDFName.of;
const text = (value: string): PDFHexString => PDFHexString.fromText(value);

/** A field of the file; a reader shows and reads out its label. `hidden`: it has no place on a page. */
export type Field = { name: string; label: string; hidden?: true };

/** The field of the document's time-stamp; it has no place on a page. */
export const timeStampField = { name: 'DauThoiGian', label: 'Dấu thời gian của văn bản' };

/**
 * Makes every signature field of a document before the first signature, because afterwards none may be added. A field
 * comes to stand where the template put a link with its name; a hidden one, and the time-stamp's, have no size. Returns the fields as they stand
 * in the text, then the hidden ones, the time-stamp's last.
 *
 * Field and widget are one object (some validators allow no new appearance to a separate widget), and the empty appearance
 * has every key of the later one already (a new /Filter counts as an undefined change).
 */
export function addSignatureFields(doc: PDFDocument, fields: Field[]): PDFRef[] {
  const { context } = doc;
  const { root, top, tree } = structure(doc);
  const made = new Map<string, PDFRef>();

  const make = (field: Field, page: PDFPage, rect: number[], widget: PDFRef, key: number): PDFDict => {
    const dict = context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: text(field.name),
      TU: text(field.label),
      F: 132,
      Rect: rect,
      P: page.ref,
      StructParent: key,
      AP: { N: context.register(appearance(context, rect, '')) },
    });
    // EU DSS calls a new /V undefined when it comes to the widget through the structure tree, and fine below /Annots; it follows
    // each reference once. This private entry, which readers ignore, lets it come below /Annots first.
    if (made.size === 0) dict.set(N('XXStructure'), top);
    context.assign(widget, dict);
    made.set(field.name, widget);
    return context.obj({ Type: 'OBJR', Obj: widget, Pg: page.ref });
  };

  let last = doc.getPages()[0];
  for (const { page, ref, link, name } of placesOf(doc)) {
    const field = fields.find((one) => one.name === name);
    if (!field) throw new Error(`the template has a place for ${name}, which the document does not name`);
    const key = link.lookup(N('StructParent'), PDFNumber).asNumber();
    const element = tree.nums.lookup(tree.indexOf.get(key) ?? -1, PDFDict);
    const rect = link
      .lookup(N('Rect'), PDFArray)
      .asArray()
      .map((side) => context.lookup(side, PDFNumber).asNumber());
    element.set(N('K'), make(field, page, rect, ref, key));
    element.set(N('S'), N('Form'));
    element.set(N('Alt'), text(field.label));
    // pyHanko takes a widget that is its parent's only child for one that something else leads to as well, and refuses its signature.
    const parent = element.lookup(N('P'), PDFDict);
    const only = parent.get(N('K'));
    if (only instanceof PDFRef && context.lookup(only) === element) parent.set(N('K'), context.obj([only]));
    last = page;
  }
  const missing = fields.filter(({ name, hidden }) => !hidden && !made.has(name));
  if (missing.length > 0 || !last) throw new Error(`the template has no place for ${missing.map(({ name }) => name).join(', ')}`);

  const placeless = [...fields.filter(({ hidden }) => hidden), timeStampField];
  for (const [index, field] of placeless.entries()) {
    const key = tree.nextKey + index;
    const widget = context.nextRef();
    const kid = make(field, last, [0, 0, 0, 0], widget, key);
    const element = context.register(context.obj({ Type: 'StructElem', S: 'Form', P: top, Pg: last.ref, Alt: text(field.label), K: kid }));
    last.node.Annots()?.push(widget);
    context.lookup(top, PDFDict).lookup(N('K'), PDFArray).push(element);
    tree.nums.push(context.obj(key));
    tree.nums.push(element);
  }
  root.set(N('ParentTreeNextKey'), context.obj(tree.nextKey + placeless.length));
  return [...made.values()];
}

/**
 * The file with one more empty field for a time-stamp, when those before are used: DauThoiGian2, DauThoiGian3 … It has no size and lies outside
 * every page, so that it needs no place in the structure; readers and validators allow it after a certifying signature, as they do no visible one.
 */
export function addTimeStampField(base: Uint8Array, doc: PDFDocument, names: string[]): { bytes: Buffer; field: string } {
  const { context, catalog } = doc;
  const { Root } = context.trailerInfo;
  const page = doc.getPages().findLast(({ node }) => node.Annots() !== undefined) ?? doc.getPages()[0];
  const form = catalog.lookup(N('AcroForm'), PDFDict);
  if (!(Root instanceof PDFRef) || !page) throw new Error('a file without catalog or pages');
  const count = names.filter((name) => name.startsWith(timeStampField.name)).length;
  const field = `${timeStampField.name}${count + 1}`;
  const widget = context.nextRef();
  const dict = context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: text(field),
    TU: text(timeStampField.label),
    F: 132,
    Rect: [0, 0, 0, 0],
  });
  dict.set(N('P'), page.ref);
  form.lookup(N('Fields'), PDFArray).push(widget);
  const annotations = page.node.Annots();
  if (annotations) annotations.push(widget);
  else page.node.set(N('Annots'), context.obj([widget]));
  const owners: [PDFRef | undefined, PDFDict | PDFArray | undefined][] = [
    [refIn(catalog, 'AcroForm') ?? Root, refIn(catalog, 'AcroForm') ? form : catalog],
    [refIn(page.node, 'Annots') ?? page.ref, refIn(page.node, 'Annots') ? page.node.Annots() : page.node],
  ];
  const changes = owners.flatMap(([ref, object]): Change[] => (ref && object ? [[ref, object]] : []));
  return { bytes: append(base, doc, [[widget, dict], ...changes]), field };
}

/** The reference under which a value is kept, where it is not written in its place. */
function refIn(dict: PDFDict, key: string): PDFRef | undefined {
  const found = dict.get(N(key));
  return found instanceof PDFRef ? found : undefined;
}

/** The links that hold the places of signature fields. */
function placesOf(doc: PDFDocument): { page: PDFPage; ref: PDFRef; link: PDFDict; name: string }[] {
  return doc.getPages().flatMap((page) =>
    (page.node.Annots()?.asArray() ?? []).flatMap((ref) => {
      if (!(ref instanceof PDFRef)) return [];
      const link = doc.context.lookup(ref, PDFDict);
      const address = link.lookupMaybe(N('A'), PDFDict)?.lookupMaybe(N('URI'), PDFString)?.asString();
      return address?.startsWith(fieldAddress) ? [{ page, ref, link, name: address.slice(fieldAddress.length) }] : [];
    }),
  );
}
