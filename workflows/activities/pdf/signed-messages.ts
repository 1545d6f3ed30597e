import { PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { trimmed } from './der.ts';
import { signatureFieldsOf } from './increment.ts';
import { openOwnPdf } from './own-pdf.ts';

/** The CMS messages and time-stamp tokens of a file by the names of their fields; empty fields are left out. */
export async function signedMessages(pdf: Uint8Array): Promise<Map<string, Buffer>> {
  const fields = signatureFieldsOf(openOwnPdf(pdf));
  return new Map(
    [...fields].flatMap(([name, [, field]]) => {
      const contents = field.lookupMaybe(PDFName.of('V'), PDFDict)?.lookup(PDFName.of('Contents'));
      return contents instanceof PDFHexString ? [[name, trimmed(Buffer.from(contents.asBytes()))] as const] : [];
    }),
  );
}
