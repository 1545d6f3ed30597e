import type { Browser, CDPSession, Page } from 'puppeteer';
import { documentPage } from '../../../templates/document.ts';

/** A page that keeps styles and fonts, and prints one body after another. */
export type WarmPage = {
  /** Prints a body to a tagged PDF. Rejects when nothing readable came out. */
  print(body: string, title: string, timeLimitMs: number): Promise<Uint8Array>;
  /** How many documents it has printed. */
  printed(): number;
  close(): Promise<void>;
};

/** On screen there is nothing, not even a root to paint: a body put into the page would else be laid out twice, for the screen and for the paper. */
const paperOnly = '<style>@media screen{html{display:none}}</style></head>';

/** Opens a page with scripts off and loads styles and fonts into it, once. */
export async function openWarmPage(browser: Browser): Promise<WarmPage> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setContent(documentPage('', '').replace('</head>', paperOnly), { waitUntil: 'load' });
  // Printing waits for no font: all of them are there before the first document.
  await page.evaluate(() => Promise.all(Array.from(document.fonts, (font) => font.load())).then(() => undefined));
  const devTools = await page.createCDPSession();
  let printed = 0;
  return {
    async print(body, title, timeLimitMs) {
      await replaceBody(page, body, title);
      const bytes = await printToPdf(devTools, timeLimitMs);
      assertReadable(bytes);
      printed += 1;
      return bytes;
    },
    printed: () => printed,
    close: () => page.close(),
  };
}

async function replaceBody(page: Page, body: string, title: string): Promise<void> {
  await page.evaluate(
    (html, name) => {
      document.title = name;
      document.body.innerHTML = html;
    },
    body,
    title,
  );
}

/** Said to the browser itself: `page.pdf` looks at fonts again, and fetches the file bit by bit. */
async function printToPdf(devTools: CDPSession, timeLimitMs: number): Promise<Uint8Array> {
  const { data } = await devTools.send(
    'Page.printToPDF',
    { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true },
    { timeout: timeLimitMs },
  );
  return Buffer.from(data, 'base64');
}

/** Where a machine has no font at all, Chromium prints pages without any text and reports no error. */
function assertReadable(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.includes('/ToUnicode') || !file.includes('+Tinos')) throw new Error('the browser printed pages without readable text');
}
