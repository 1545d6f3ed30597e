import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import puppeteer, { type Browser } from 'puppeteer';
import { browserEnvironment } from '../config/browser-environment.ts';
import { composeDocument } from '../domain/document/compose/all.ts';
import { sampleInputs } from '../domain/document/compose/samples/all.ts';
import type { OfficialDocument } from '../domain/document/model.ts';
import { documentBody, documentPage, documentTitle } from '../templates/document.ts';
import { launchBrowser } from '../workflows/activities/pdf/browser.ts';
import { openPdf } from '../workflows/activities/pdf/increment.ts';
import { openRenderer, type Renderer } from '../workflows/activities/pdf/renderer.ts';
import { type Finding, median, ms, perSecond, perSecondOf, type Row, times, took } from './measure.ts';
import type { OwnServices } from './own-services.ts';

const rounds = 5;
const warmEachRound = 12;
const launchedEachRound = 2;
const pagesWanted = 5;
/** Warm against a full browser launched for each document. */
const target = 17;

/** A way to print: how many documents it prints in a round, and what it took, one at a time and several at once. */
type Way = { print(): Promise<unknown>; eachRound: number; oneMs: number[]; rate: number[] };
const way = (print: () => Promise<unknown>, eachRound: number): Way => ({ print, eachRound, oneMs: [], rate: [] });

/**
 * A decision on the warm renderer, against a browser that is launched for it: a full one as puppeteer starts it by default, and the headless
 * shell that is used here, with our options. As many at once as the render worker does, and one at a time.
 */
export async function pages(own: OwnServices): Promise<Finding> {
  const { executablePath, libraries, fonts, version } = await own.browser();
  const place = { executablePath, env: browserEnvironment(libraries, fonts) };
  const atOnce = availableParallelism();
  const renderer = await openRenderer({ ...place, pages: atOnce });
  own.inTheEnd(() => renderer.close());
  const paper = await decisionOfPages(renderer, pagesWanted);
  const fullPath = process.env.BENCH_FULL_CHROMIUM ?? '/usr/bin/chromium';
  const fullVersion = existsSync(fullPath) ? await versionOf(() => launchFull(fullPath)) : undefined;

  const warm = way(() => renderer.render(paper), warmEachRound);
  const shell = way(() => printInNew(() => launchBrowser(place), paper), launchedEachRound);
  const full = fullVersion === undefined ? undefined : way(() => printInNew(() => launchFull(fullPath), paper), launchedEachRound);
  await Promise.all(Array.from({ length: atOnce * 2 }, warm.print));
  for (let round = 0; round < rounds; round += 1) {
    for (const { print, eachRound, oneMs, rate } of full ? [warm, shell, full] : [warm, shell]) {
      for (let i = 0; i < eachRound; i += 1) oneMs.push(await took(print));
      rate.push(await perSecondOf(atOnce, eachRound, print));
    }
  }

  const what = `a decision of ${pagesWanted} pages with its annex, tagged PDF`;
  const several = `${what}, ${atOnce} at once as the render worker does`;
  const figure = perSecond(median(warm.rate));
  const against = (launched: Way, name: string, atLeast?: number): Row[] => {
    const faster = median(warm.rate) / median(launched.rate);
    return [
      {
        what: several,
        figure,
        baseline: `${perSecond(median(launched.rate))}, ${name} launched for each, ${atOnce} at once`,
        ratio: times(faster),
        target: atLeast === undefined ? '–' : `≥ ${atLeast}×`,
        met: atLeast === undefined ? null : faster >= atLeast,
      },
      {
        what: `${what}, one at a time`,
        figure: ms(median(warm.oneMs)),
        baseline: `${ms(median(launched.oneMs))}, ${name} launched for it`,
        ratio: times(median(launched.oneMs) / median(warm.oneMs)),
        target: '–',
        met: null,
      },
    ];
  };
  const notMeasured = {
    what: several,
    figure,
    baseline: 'a full browser launched for each: not measured',
    ratio: '–',
    target: `≥ ${target}×`,
    met: null,
  };
  return {
    rows: [...(full ? against(full, 'a full browser', target) : [notMeasured]), ...against(shell, 'the headless shell')],
    notes: [
      `Medians of ${rounds} rounds, warm and launched in turn; the same content, fonts, styles and PDF options.`,
      `The headless shell is the warm worker's own browser (${version}), launched with its options.`,
      fullVersion === undefined
        ? `No full browser is here (${fullPath}; BENCH_FULL_CHROMIUM names another), so that the figure asked for is not measured.`
        : `The full browser is ${fullVersion} (${fullPath}), launched as \`puppeteer.launch()\` does by default: new headless mode, no options of ours.`,
    ],
  };
}

/** The sample decision with as many schemes in its annex as fill so many pages. */
export async function decisionOfPages(renderer: Renderer, wanted: number): Promise<OfficialDocument> {
  const { schemes, ...rest } = sampleInputs['approval-decision'].normal as { schemes: object[] };
  for (let count = 1; count <= 100; count += 1) {
    const many = Array.from({ length: count }, (_, index) => schemes[index % schemes.length]);
    const document = composeDocument('approval-decision', { ...rest, schemes: many });
    if ((await openPdf(await renderer.render(document))).getPageCount() === wanted) return document;
  }
  throw new Error(`No number of schemes gives a decision of ${wanted} pages.`);
}

/** As puppeteer starts a browser where it is told nothing else; only as root it needs to go without its sandbox. */
function launchFull(executablePath: string): Promise<Browser> {
  return puppeteer.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

async function versionOf(launch: () => Promise<Browser>): Promise<string> {
  const browser = await launch();
  try {
    return await browser.version();
  } finally {
    await browser.close();
  }
}

async function printInNew(launch: () => Promise<Browser>, paper: OfficialDocument): Promise<Uint8Array> {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.setContent(documentPage(documentBody(paper, { withFields: true }), documentTitle(paper)), { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  } finally {
    await browser.close();
  }
}
