import { availableParallelism } from 'node:os';
import type { Browser } from 'puppeteer';
import type { OfficialDocument } from '../../../domain/document/model.ts';
import { documentBody, documentTitle } from '../../../templates/document.ts';
import { type BrowserPlace, launchBrowser } from './browser.ts';
import { sameBytes } from './same-bytes.ts';
import { openWarmPage, type WarmPage } from './warm-page.ts';

export type RendererOptions = BrowserPlace & {
  /** Documents printed side by side; more than cores only costs memory. */
  pages?: number;
  /** A page is closed after so many documents, before its memory grows. */
  documentsPerPage?: number;
  timeLimitMs?: number;
};

/** Prints official documents to tagged PDF, with one browser and a few warm pages. */
export type Renderer = {
  /**
   * The document as a tagged PDF with links where its signature fields come to stand (see `prepare`). The same document gives the same bytes.
   * A page or browser that crashes or exceeds the time limit is replaced and the job tried once more; then it rejects, as for a document that
   * is too long to be printed.
   */
  render(document: OfficialDocument): Promise<Uint8Array>;
  /** Ends the browser; documents still printing are rejected. */
  close(): Promise<void>;
};

/** A page that printed a document of so many characters is given up: it would keep the memory. What is much longer is not printed at all. */
const longBody = 500_000;
const longestBody = 16_000_000;

/** A browser with the pages that wait for work. */
type Instance = { browser: Browser; idle: WarmPage[] };

/** Starts a browser and opens a first page, so that the first document need not wait. */
export async function openRenderer(options: RendererOptions): Promise<Renderer> {
  const { pages = availableParallelism(), documentsPerPage = 100, timeLimitMs = 30_000 } = options;
  const inTurn = turns(pages);
  const launch = async (): Promise<Instance> => {
    const browser = await launchBrowser(options);
    return { browser, idle: [await openWarmPage(browser)] };
  };
  let instance = launch();
  let closed = false;

  /** The running browser, or a new one where the last has died. */
  async function running(): Promise<Instance> {
    const last = instance;
    const healthy = await last.then(
      ({ browser }) => browser.connected,
      () => false,
    );
    if (!healthy && !closed && instance === last) instance = launch();
    return instance;
  }

  /** Closes a page. One that cannot be closed hangs or has lost its browser: then the browser goes too. */
  async function abandon(page: WarmPage, { browser }: Instance): Promise<void> {
    try {
      await withinTime(page.close(), 2_000);
    } catch {
      browser.process()?.kill('SIGKILL');
      await browser.close().catch(() => undefined);
    }
  }

  async function print(body: string, title: string): Promise<Uint8Array> {
    const current = await running();
    const page = current.idle.pop() ?? (await withinTime(openWarmPage(current.browser), timeLimitMs));
    try {
      const bytes = await withinTime(page.print(body, title, timeLimitMs), timeLimitMs);
      if (page.printed() < documentsPerPage && body.length < longBody) current.idle.push(page);
      else await abandon(page, current);
      return bytes;
    } catch (error) {
      await abandon(page, current);
      throw error;
    }
  }

  await instance;
  return {
    render(document) {
      const body = documentBody(document, { withFields: true });
      if (body.length > longestBody) return Promise.reject(new Error(`the document is too long to be printed: ${body.length} characters`));
      const title = documentTitle(document);
      return inTurn(async () => {
        const printed = await print(body, title).catch((error: unknown) => {
          if (closed) throw error;
          return print(body, title);
        });
        return sameBytes(printed, document.date);
      });
    },
    async close() {
      closed = true;
      const last = await instance.catch(() => undefined);
      await last?.browser.close();
    },
  };
}

/** Lets so many jobs run at once; the others wait in order. */
function turns(count: number): <T>(job: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (job) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await job();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

async function withinTime<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
