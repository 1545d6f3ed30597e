import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { browserEnvironment } from '../config/browser-environment.ts';
import { signWhole } from '../test/support/sign-whole.ts';
import { openDevelopmentAuthority } from '../workflows/activities/pdf/dev-certificates.ts';
import { prepare } from '../workflows/activities/pdf/prepare.ts';
import { openRenderer } from '../workflows/activities/pdf/renderer.ts';
import { type Finding, median, ms, perSecond, perSecondOf, share, took, until } from './measure.ts';
import { megabytes, treeBytes } from './memory.ts';
import type { OwnServices } from './own-services.ts';
import { decisionOfPages } from './pages.ts';

const rounds = 5;
const eachRound = 12;
const pagesWanted = 5;
const documentsForMemory = 2_000;
/** After so many documents every page has been given up once, and memory rises and falls as it always does: it is watched over as many. */
const settledAfter = 400;

/** What is done to a printed decision until it lasts: mending and preparing beside printing, whole documents beside unsigned ones, and memory. */
export async function documents(own: OwnServices): Promise<Finding> {
  const { executablePath, libraries, fonts } = await own.browser();
  const atOnce = availableParallelism();
  const env = browserEnvironment(libraries, fonts);
  const renderer = await openRenderer({ executablePath, env, profiles: join(own.folder, 'browsers'), pages: atOnce });
  own.inTheEnd(() => renderer.close());
  const authority = await openDevelopmentAuthority(join(own.folder, 'certificates'));
  const paper = await decisionOfPages(renderer, pagesWanted);
  const created = new Date();
  const printed = await renderer.render(paper);
  const whole = async () => signWhole(await prepare(await renderer.render(paper), paper, created), paper, authority);
  for (let i = 0; i < 2 * eachRound; i += 1) await whole();

  const one = { printed: [] as number[], prepared: [] as number[] };
  const rate = { unsigned: [] as number[], whole: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (let i = 0; i < eachRound; i += 1) {
      one.printed.push(await took(() => renderer.render(paper)));
      one.prepared.push(await took(() => prepare(printed, paper, created)));
    }
    rate.unsigned.push(await perSecondOf(atOnce, eachRound, () => renderer.render(paper)));
    rate.whole.push(await perSecondOf(atOnce, eachRound, whole));
  }
  const prepared = median(one.prepared) / median(one.printed);
  const lasting = median(rate.whole) / median(rate.unsigned);
  const memory = await memoryOverMany(own);
  const what = `a decision of ${pagesWanted} pages with its annex`;
  return {
    rows: [
      {
        what: `${what}: mended and prepared (PDF/A-3a, PDF/UA-1, fields, attachments)`,
        figure: ms(median(one.prepared)),
        baseline: `${ms(median(one.printed))}, printed on the warm worker`,
        ratio: share(prepared),
        target: '≤ 30 %',
        met: prepared <= 0.3,
      },
      {
        what: `${what}: printed, prepared, signed twice, evidence, time-stamp (PAdES B-LTA), ${atOnce} at once`,
        figure: perSecond(median(rate.whole)),
        baseline: `${perSecond(median(rate.unsigned))}, unsigned, ${atOnce} at once`,
        ratio: share(lasting),
        target: '≥ 40 %',
        met: lasting >= 0.4,
      },
      {
        what: `memory of printing and preparing with its browser, over the last ${settledAfter} of ${documentsForMemory} documents`,
        figure: megabytes(memory.late),
        baseline: `${megabytes(memory.early)}, over as many after the first ${settledAfter}`,
        ratio: share(memory.late / memory.early),
        target: '≤ 115 %',
        met: memory.late / memory.early <= 1.15,
      },
    ],
    notes: [
      `Medians of ${rounds} rounds of ${eachRound} in turn. Keys, OCSP answers and time-stamps are local; all but the browser runs in one process, on one thread.`,
      `Memory is what the process and its browser hold on the average over ${settledAfter} documents, all types of the gallery in turn, everyday size.`,
    ],
  };
}

/** Memory that a process of its own holds, which prints and prepares one document after the other: after the first and over the last of them. */
async function memoryOverMany(own: OwnServices): Promise<{ early: number; late: number }> {
  let file = '';
  const variables = { DOCUMENTS: String(documentsForMemory) };
  const { pid, stop } = await own.program('bench/bare/print-many.ts', variables, async (log) => {
    file = log;
    return printedBy(log) >= settledAfter;
  });
  const early = await heldUntil(pid, () => printedBy(file) >= 2 * settledAfter);
  await until('most documents are printed', async () => printedBy(file) >= documentsForMemory - settledAfter, 600_000);
  const late = await heldUntil(pid, () => printedBy(file) >= documentsForMemory);
  await stop();
  return { early, late };
}

async function heldUntil(pid: number, done: () => boolean): Promise<number> {
  const held: number[] = [];
  for (const end = Date.now() + 300_000; !done() && Date.now() < end; await pause(100)) held.push(treeBytes(pid));
  return held.reduce((sum, bytes) => sum + bytes, 0) / held.length;
}

/** How many documents a log says were printed. */
const printedBy = (log: string): number => (existsSync(log) ? Number(readFileSync(log, 'utf8').match(/\d+/g)?.at(-1) ?? 0) : 0);
