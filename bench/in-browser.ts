import type { Browser, Page } from 'puppeteer';
import { openPageBrowser } from '../scripts/gallery/page-browser.ts';
import { completeProposal } from '../test/support/proposals.ts';
import { openActing, roundId } from './acting.ts';
import { openHttp, signIn } from './http-client.ts';
import { median, ms, percentile, type Row } from './measure.ts';
import type { OwnServices } from './own-services.ts';

const lines = 300;
const strokes = 120;
const frameMs = 1000 / 60;
const changes = 20;
const promptMs = 1_000;

/** What is felt in the browser: a keystroke in a grid of 300 lines until its sum is painted, and a change by somebody else until the inbox shows it. */
export async function inBrowser(own: OwnServices): Promise<Row[]> {
  const database = await own.database();
  const acting = await openActing(database);
  await acting.openRound();
  const line = completeProposal().lines?.[0];
  if (!line) throw new Error('The sample proposal has no line.');
  const proposal = completeProposal({
    lines: Array.from({ length: lines }, (_, no) => ({ ...line, item: `${line.item}, đợt ${no + 1}` })),
  });
  const { id } = await acting.act('host-drafter.vecom', 'scheme', null, 'draft-scheme', { roundId, proposal });
  const { port } = await own.server(database);
  const browser = await openPageBrowser(await own.browser());
  own.inTheEnd(() => browser.close());
  try {
    return [
      await keystrokes(await pageOf(browser, port, 'host-drafter.vecom'), port, id),
      await promptness(await pageOf(browser, port, 'agency-officer'), port, acting),
    ];
  } finally {
    await browser.close();
    await acting.close();
  }
}

async function pageOf(browser: Browser, port: number, person: string): Promise<Page> {
  const client = await openHttp(port);
  const token = await signIn(client, person);
  client.close();
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setCookie({ name: 'session', value: token, url: `http://127.0.0.1:${port}` });
  return page;
}

/**
 * Digits typed into a cell in the middle of the grid, each as a frame begins; measured from the key until that frame, with the new sum, is laid
 * out and painted: whether all of it fits into the frame, without the wait for the frame's beginning, which is the screen's.
 */
async function keystrokes(page: Page, port: number, id: string): Promise<Row> {
  await page.goto(`http://127.0.0.1:${port}/schemes/${id}/proposal/lines`, { waitUntil: 'load' });
  await page.$eval(`table[data-grid] tbody tr:nth-child(${lines / 2}) input[name$="[quantity]"]`, (field) =>
    (field as HTMLInputElement).focus(),
  );
  await page.keyboard.press('F2');
  const taken = await page.evaluate(async (times) => {
    const field = document.activeElement as HTMLInputElement;
    const all: number[] = [];
    for (let stroke = 0; stroke < times; stroke += 1) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      await new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          const began = performance.now();
          field.value = String(1 + (stroke % 9));
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            all.push(performance.now() - began);
            resolve();
          };
          port2.postMessage(null); // after this frame's layout and paint
        });
      });
    }
    return all;
  }, strokes);
  const figure = median(taken.slice(10));
  return {
    what: `budget grid of ${lines} lines: a keystroke until its sum is painted, p50 (p95 ${ms(percentile(taken.slice(10), 95))})`,
    figure: ms(figure),
    baseline: `one frame, ${ms(frameMs)}`,
    ratio: '–',
    target: '≤ one frame',
    met: figure <= frameMs,
  };
}

/** Somebody hands in a scheme; measured from the answer until the open inbox of the agency's officer shows one more. */
async function promptness(page: Page, port: number, acting: Awaited<ReturnType<typeof openActing>>): Promise<Row> {
  const drafts: string[] = [];
  for (let i = 0; i < changes; i += 1) drafts.push(await acting.draft(`Đề án đo số ${i + 1}`));
  await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'load' });
  const shown = (title: string) =>
    page.waitForFunction(
      (text) => document.querySelector('main')?.textContent?.includes(text),
      { timeout: 20_000, polling: 'mutation' },
      title,
    );
  const taken: number[] = [];
  for (const [no, id] of drafts.entries()) {
    await acting.act('host-head.vecom', 'scheme', id, 'submit');
    await acting.act('process', 'scheme', id, 'begin-intake').catch(() => undefined);
    const began = performance.now();
    await shown(`Đề án đo số ${no + 1}`);
    taken.push(performance.now() - began);
  }
  const figure = percentile(taken, 95);
  return {
    what: 'an open inbox shows what another person changed, p95',
    figure: ms(figure),
    baseline: `${changes} schemes handed in one after the other`,
    ratio: '–',
    target: '≤ 1 s',
    met: figure <= promptMs,
  };
}
