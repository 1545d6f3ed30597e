import type { Block, Point } from '../block.ts';
import type { Annex, OfficialDocument } from '../model.ts';
import { columnsOf } from '../table.ts';

/** What a text is to the document: sentences are held to more rules than names and cells. */
export type TextRole = 'sentence' | 'title' | 'name' | 'cell' | 'basis' | 'recipient';
/** A text of the document with the JSON pointer to it. */
export type PlacedText = { pointer: string; text: string; role: TextRole };

const placed = (pointer: string, text: string | undefined, role: TextRole): PlacedText[] =>
  text === undefined ? [] : [{ pointer, text, role }];

/** Every text that is printed of a document, in the order of its boxes. */
export function textsOf(document: OfficialDocument): PlacedText[] {
  const { issuer, place, symbol, typeName, abstract, addressees, authority, bases, body, signatures, recipients, annexes } = document;
  return [
    ...issuer.parent.flatMap((line, at) => placed(`/issuer/parent/${at}`, line, 'name')),
    ...issuer.lines.flatMap((line, at) => placed(`/issuer/lines/${at}`, line, 'name')),
    ...placed('/symbol', symbol, 'name'),
    ...placed('/place', place, 'name'),
    ...placed('/typeName', typeName, 'title'),
    ...placed('/abstract', abstract, 'title'),
    ...addressees.flatMap((line, at) => placed(`/addressees/${at}`, line, 'name')),
    ...placed('/authority', authority, 'title'),
    ...bases.flatMap((basis, at) => placed(`/bases/${at}`, basis, 'basis')),
    ...blockTexts('/body', body),
    ...signatures.flatMap(({ party, capacity, title, note, name }, at) => [
      ...placed(`/signatures/${at}/party`, party, 'name'),
      ...capacity.flatMap((line, nth) => placed(`/signatures/${at}/capacity/${nth}`, line, 'name')),
      ...placed(`/signatures/${at}/title`, title, 'name'),
      ...placed(`/signatures/${at}/note`, note, 'name'),
      ...placed(`/signatures/${at}/name`, name, 'name'),
    ]),
    ...recipients.flatMap((line, at) => placed(`/recipients/${at}`, line, 'recipient')),
    ...annexes.flatMap(annexTexts),
  ];
}

function annexTexts({ heading, title, reference, blocks, closing }: Annex, at: number): PlacedText[] {
  const pointer = `/annexes/${at}`;
  return [
    ...placed(`${pointer}/heading`, heading, 'title'),
    ...placed(`${pointer}/title`, title, 'title'),
    ...placed(`${pointer}/reference`, reference, 'title'),
    ...blockTexts(`${pointer}/blocks`, blocks),
    ...placed(`${pointer}/closing`, closing, 'sentence'),
  ];
}

/** The texts of blocks; `pointer` is that of their list. */
export function blockTexts(pointer: string, blocks: readonly Block[]): PlacedText[] {
  return blocks.flatMap((block, at) => textsOfBlock(`${pointer}/${at}`, block));
}

function textsOfBlock(pointer: string, block: Block): PlacedText[] {
  switch (block.kind) {
    case 'article':
      return [
        ...placed(`${pointer}/title`, block.title, 'title'),
        ...placed(`${pointer}/text`, block.text, 'sentence'),
        ...pointTexts(`${pointer}/points`, block.points),
      ];
    case 'heading':
      return placed(`${pointer}/title`, block.title, 'title');
    case 'paragraph':
      return [...placed(`${pointer}/lead`, block.lead, 'title'), ...placed(`${pointer}/text`, block.text, 'sentence')];
    case 'list':
      return pointTexts(`${pointer}/points`, block.points);
    case 'definitions':
      return block.entries.flatMap(({ term, text }, at) => [
        ...placed(`${pointer}/entries/${at}/term`, term, 'name'),
        ...placed(`${pointer}/entries/${at}/text`, text, 'cell'),
      ]);
    case 'table':
      return [
        ...placed(`${pointer}/table/unit`, block.table.unit, 'cell'),
        ...columnsOf(block.table.head).flatMap(({ title }, at) => placed(`${pointer}/table/head/${at}`, title, 'cell')),
        ...block.table.rows.flatMap(({ cells }, row) =>
          cells.flatMap((cell, column) =>
            typeof cell === 'string' && cell !== '' ? placed(`${pointer}/table/rows/${row}/cells/${column}`, cell, 'cell') : [],
          ),
        ),
      ];
  }
}

function pointTexts(pointer: string, points: readonly Point[]): PlacedText[] {
  return points.flatMap((point, at) => [
    ...placed(`${pointer}/${at}/text`, point.text, 'sentence'),
    ...pointTexts(`${pointer}/${at}/points`, point.points),
  ]);
}
