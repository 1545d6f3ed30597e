import type { OfficialDocument } from '../model.ts';
import { annexes } from './annexes.ts';
import { articles } from './articles.ts';
import { authority } from './authority.ts';
import { bases } from './bases.ts';
import { components } from './components.ts';
import { type Finding, type FormatContext, judged } from './finding.ts';
import { header } from './header.ts';
import { recipients } from './recipients.ts';
import { sums } from './sums.ts';
import { tables } from './tables.ts';
import { wording } from './wording.ts';

/**
 * Holds a document's data against the form and technique of presentation of Decree 30/2020/NĐ-CP, Annex I, on its own day, or on the day
 * asked about while it has none. The same document, law and day give the same findings, errors first.
 */
export function checkFormat(document: OfficialDocument, { pack, on }: FormatContext): Finding[] {
  const context: FormatContext = { pack, on: document.date ?? on };
  return judged(context, [
    ...components(document, context),
    ...header(document),
    ...authority(document),
    ...bases(document, context),
    ...articles(document),
    ...sums(document),
    ...tables(document),
    ...annexes(document),
    ...recipients(document),
    ...wording(document),
  ]);
}
