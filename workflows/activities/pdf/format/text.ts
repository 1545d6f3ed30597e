import type { Found } from '../../../../domain/document/format/finding.ts';
import { textsOf } from '../../../../domain/document/format/texts.ts';
import { numberAndSymbol } from '../../../../domain/document/model.ts';
import { folded } from './read-structure.ts';
import { type Line, type Look, placeOf, type Sheet, short } from './sheet.ts';

/** The tagged text says every text of the data, whole words, letter for letter. */
export const readBack: Look = ({ document, blocks }) => {
  const whole = ` ${blocks.map(({ text }) => text).join(' ')} `;
  const asked = textsOf(document).filter(({ pointer }) => document.form !== 'contract' || !pointer.startsWith('/issuer/'));
  const number = numberAndSymbol(document);
  if (number !== undefined) asked.push({ pointer: '/number', text: number, role: 'name' });
  return asked.flatMap(({ pointer, text }): Found[] =>
    says(whole, folded(text)) ? [] : [{ rule: 'page.text-lost', pointer, values: { text: short(text) } }],
  );
};

const letter = /[\p{L}\p{N}]/u;
/** Whether a text holds another at the borders of words. */
function says(whole: string, text: string): boolean {
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
    const [before = ' ', after = ' '] = [whole[at - 1], whole[at + text.length]];
    const open = letter.test(before) && letter.test(text[0] ?? '');
    const close = letter.test(after) && letter.test(text.at(-1) ?? '');
    if (!open && !close) return true;
  }
  return false;
}

/** An annex begins on a page of its own. */
export const annexStarts: Look = (sheet) => {
  const { document, sections, blocks } = sheet;
  return document.annexes.flatMap(({ heading, title }, at): Found[] => {
    const section = sections.find(({ annex }) => annex === at);
    const pointer = `/annexes/${at}`;
    if (!section) return [{ rule: 'page.annex-start', pointer, values: { text: short(`${heading}. ${title}`) } }];
    const start = blocks.findIndex(
      (block, nth) => block.page === section.first && block.text === folded(heading) && blocks[nth + 1]?.text === folded(title),
    );
    const alone =
      blocks.slice(0, start).every(({ lastPage }) => lastPage < section.first) && placeOf(sheet, section.first).section.annex === at;
    return alone ? [] : [{ rule: 'page.annex-start', pointer, page: section.first, values: { text: short(`${heading}. ${title}`) } }];
  });
};

/** Text of one block printed over that of another. */
export const overlaps: Look = ({ blocks }: Sheet) => {
  const byPage = Map.groupBy(
    blocks.flatMap((block) => block.lines.map((line) => ({ block, line }))),
    ({ line }) => line.page,
  );
  return [...byPage].flatMap(([page, lines]): Found[] => {
    const sorted = lines.toSorted((a, b) => a.line.y - b.line.y);
    const over = sorted.find((one, at) =>
      sorted.slice(at + 1, at + 14).some((other) => one.block !== other.block && covers(one.line, other.line)),
    );
    return over ? [{ rule: 'page.overlap', pointer: '', page, values: { page, text: short(over.block.text) } }] : [];
  });
};

function covers(one: Line, other: Line): boolean {
  const high = Math.min(one.sizePt, other.sizePt) * 0.3528;
  const apart = Math.abs(one.y - other.y);
  const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  return apart < high * 0.55 && shared > 1.5;
}
