import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserEnvironment } from '../config/browser-environment.ts';
import { environment } from '../config/environment.ts';
import { type SampleSize, sampleSizes } from '../domain/document/compose/samples/all.ts';
import { documentPreview } from '../templates/document.ts';
import { type Sample, samples } from '../templates/gallery.ts';
import { prepare } from '../workflows/activities/pdf/prepare.ts';
import { openRenderer } from '../workflows/activities/pdf/renderer.ts';
import { approve, differences, picturesOf } from './gallery/approved.ts';
import { indexPage, type Shown } from './gallery/index-page.ts';
import { type Draughtsman, openDraughtsman, toPng } from './gallery/pictures.ts';
import { findBrowser } from './setup/browser.ts';
import { explain, say, step } from './setup/progress.ts';

/**
 * `npm run gallery`: every type of document in every size, as PDF, as on screen and as pictures, with an index page in var/gallery; says what
 * does not look as approved. `npm run gallery -- minutes contract` makes some types alone; `--approve` keeps the pictures as they are now.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'var', 'gallery');
const sizeNames: Record<SampleSize, string> = {
  short: 'Ngắn nhất · short',
  normal: 'Thường gặp · normal',
  extreme: 'Nhiều nhất · extreme',
};
const shownDpi = 60;
/** Of long documents the first pages and the last. */
const shownPages = 6;
/** The same whenever it is made, so that the files can be compared. */
const made = new Date('2026-01-05T02:00:00Z');

const asked = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const approving = process.argv.includes('--approve');

async function shownOf({ type, size, document }: Sample, pdf: Uint8Array, draughtsman: Draughtsman): Promise<Shown['cases'][number]> {
  const name = `${type}.${size}`;
  const pages = await draughtsman.count(pdf);
  const first = await draughtsman.pages(pdf, shownDpi, 1, shownPages);
  const last = pages > shownPages ? await draughtsman.pages(pdf, shownDpi, pages, pages) : [];
  const pictures = [...first, ...last].map((picture, index) => {
    const file = `${name}.${index < first.length ? index + 1 : pages}.png`;
    writeFileSync(join(folder, file), toPng(picture));
    return file;
  });
  writeFileSync(join(folder, `${name}.pdf`), await prepare(pdf, document, made));
  writeFileSync(join(folder, `${name}.html`), documentPreview(document));
  return { size: sizeNames[size], pages, pdf: `${name}.pdf`, preview: `${name}.html`, pictures };
}

async function gallery(): Promise<void> {
  const place = await findBrowser(join(root, 'var', 'browser'), {
    path: environment.chromiumPath,
    libraries: environment.chromiumLibraries,
    fonts: environment.chromiumFonts,
  });
  const env = browserEnvironment(place.libraries, place.fonts);
  const renderer = await openRenderer({ executablePath: place.executablePath, env, profiles: join(root, 'var', 'run', 'browsers') });
  const draughtsman = await openDraughtsman();
  const found: string[] = [];
  const shown = new Map<string, Shown>();
  if (asked.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    for (const sample of samples([...sampleSizes].sort((a, b) => order(a) - order(b)))) {
      const { type, size, document } = sample;
      if (asked.length > 0 && !asked.includes(type)) continue;
      const pdf = await renderer.render(document);
      const name = `${type}.${size}`;
      const pictures = await picturesOf(draughtsman, name, size, pdf);
      if (approving) approve(name, pictures);
      else found.push(...differences(name, pictures));
      const entry = shown.get(type) ?? { type, title: document.typeName ?? 'CÔNG VĂN', cases: [] };
      entry.cases.push(await shownOf(sample, pdf, draughtsman));
      shown.set(type, entry);
    }
  } finally {
    draughtsman.close();
    await renderer.close();
  }
  writeFileSync(join(folder, 'index.html'), indexPage([...shown.values()], `Chromium ${place.version}`));
  say(`  ${join(folder, 'index.html')}`);
  for (const one of found) say(`  ✗ ${one}`);
  if (found.length > 0) {
    say('  Look at them; where they are as they shall be: npm run gallery -- --approve');
    process.exitCode = 1;
  }
}

const order = (size: SampleSize): number => ['short', 'normal', 'extreme'].indexOf(size);

try {
  await step('gallery', gallery);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
