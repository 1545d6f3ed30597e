import type { Block, Point } from '../../../domain/document/block.ts';
import type { OfficialDocument } from '../../../domain/document/model.ts';
import { findPageText, type Language, pageText } from '../../../templates/page-texts.ts';

type Part = Block | Point;

/** A place in a document's content as an official names it: “Điều 2, khoản 1, điểm a)”; of a pointer that leads nowhere, as far as it leads. */
export function placeOf(pointer: string, content: OfficialDocument, language: Language): string {
  const [head = '', ...rest] = pointer.split('/').slice(1);
  if (head === '') return pageText('document.place.whole', language);
  const no = Number(rest[0]) + 1;
  if (head === 'body')
    return [blockPlace(content.body[no - 1], no, language), ...within(content.body[no - 1], rest.slice(1), language)].join(', ');
  if (head === 'annexes') return annexPlace(content, rest, language);
  const called = findPageText(`document.place.${head}`, language) ?? head;
  return Number.isNaN(no) ? called : `${called} ${no}`;
}

function annexPlace({ annexes }: OfficialDocument, [at = '', part = '', ...rest]: string[], language: Language): string {
  const no = Number(at) + 1;
  const annex = annexes[no - 1];
  const called = `${pageText('document.place.annexes', language)} ${no}`;
  if (part !== 'blocks' || !annex) {
    const name = findPageText(`document.place.${part}`, language);
    return name ? `${called}, ${name.toLocaleLowerCase(language)}` : called;
  }
  const block = Number(rest[0]) + 1;
  return [called, blockPlace(annex.blocks[block - 1], block, language), ...within(annex.blocks[block - 1], rest.slice(1), language)].join(
    ', ',
  );
}

function blockPlace(block: Block | undefined, no: number, language: Language): string {
  switch (block?.kind) {
    case 'article':
      return pageText('document.place.article', language, { no: block.number });
    case 'heading':
      return pageText('document.place.heading', language, { title: block.title });
    case 'table':
      return pageText('document.place.table', language);
    case 'list':
      return pageText('document.place.list', language, { no });
    default:
      return pageText('document.place.block', language, { no });
  }
}

/** The way on inside a block: points by their marks, rows of a table by their number. */
function within(part: Part | undefined, steps: string[], language: Language): string[] {
  const [name, at, ...rest] = steps;
  if (!part || name === undefined) return [];
  if (name === 'points' && 'points' in part) {
    const point = part.points[Number(at)];
    return point
      ? [pageText('document.place.point', language, { mark: point.mark || String(Number(at) + 1) }), ...within(point, rest, language)]
      : [];
  }
  if (name === 'table' && at === 'rows' && rest[0] !== undefined)
    return [pageText('document.place.row', language, { no: Number(rest[0]) + 1 })];
  return [];
}
