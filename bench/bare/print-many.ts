import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { browserEnvironment } from '../../config/browser-environment.ts';
import { environment } from '../../config/environment.ts';
import { findBrowser } from '../../scripts/setup/browser.ts';
import { samples } from '../../templates/gallery.ts';
import { prepare } from '../../workflows/activities/pdf/prepare.ts';
import { openRenderer } from '../../workflows/activities/pdf/renderer.ts';

/** Prints and prepares DOCUMENTS documents as the render worker does, says after every ten how many, and then waits to be stopped. */
const many = Number(process.env.DOCUMENTS);
const place = await findBrowser(join(import.meta.dirname, '..', '..', 'var', 'browser'), {
  path: environment.chromiumPath,
  libraries: environment.chromiumLibraries,
  fonts: environment.chromiumFonts,
});
const pages = availableParallelism();
const env = browserEnvironment(place.libraries, place.fonts);
const profiles = join(environment.dataDir, 'browsers');
const renderer = await openRenderer({ executablePath: place.executablePath, env, profiles, pages });
const all = samples(['normal']);
let printed = 0;
let taken = 0;
const line = async (): Promise<void> => {
  while (taken < many) {
    const sample = all[taken % all.length];
    taken += 1;
    if (!sample) continue;
    await prepare(await renderer.render(sample.document), sample.document, new Date());
    printed += 1;
    if (printed % 10 === 0) console.log(printed);
  }
};
await Promise.all(Array.from({ length: pages }, line));
console.log(printed);
await pause(600_000);
