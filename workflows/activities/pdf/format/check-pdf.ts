import { type Finding, type FormatContext, type Found, judged } from '../../../../domain/document/format/finding.ts';
import type { OfficialDocument } from '../../../../domain/document/model.ts';
import { openOwnPdf } from '../own-pdf.ts';
import { boxes } from './boxes.ts';
import { closing } from './closing.ts';
import { marks, numbering, paper } from './pages.ts';
import { paragraphs } from './paragraphs.ts';
import { tables } from './rows.ts';
import { type Look, readSheet } from './sheet.ts';
import { annexStarts, overlaps, readBack } from './text.ts';

const looks: Look[] = [paper, numbering, marks, boxes, paragraphs, closing, tables, annexStarts, overlaps, readBack];

/**
 * Holds a finished PDF against its data and the form that Decree 30/2020/NĐ-CP, Annex I, asks for: sizes, places, fonts, page numbers, and
 * every text read back. The file is read, never run; what cannot be read within bounds is itself a finding. Same file, same findings.
 */
export function checkPdf(file: Uint8Array, document: OfficialDocument, { pack, on }: FormatContext): Finding[] {
  const context: FormatContext = { pack, on: document.date ?? on };
  return judged(context, found(file, document, context));
}

function found(file: Uint8Array, document: OfficialDocument, context: FormatContext): Found[] {
  try {
    const sheet = readSheet(openOwnPdf(file), document, context);
    return looks.flatMap((look) => look(sheet));
  } catch (error) {
    return [{ rule: 'page.unreadable', pointer: '', values: { why: error instanceof Error ? error.message : String(error) } }];
  }
}
