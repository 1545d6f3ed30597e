import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { SampleSize } from '../../domain/document/compose/samples/all.ts';
import { type Draughtsman, fromPng, type Picture, sheet, toPng, toRgba } from './pictures.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Pictures of how documents shall look; `npm run gallery -- --approve` makes them anew. */
export const approvedFolder = join(root, 'test', 'gallery', 'approved');
export const differencesFolder = join(root, 'var', 'gallery', 'differences');

/** Of long samples a sheet of very small pages is kept, of all others every page. */
const pageDpi = 40;
const sheetDpi = 11;
const sheetColumns = 12;
/** Share of a picture's pixels that may differ: none do on the browser of the packages; another one may smooth a letter differently. */
const tolerance = 0.0005;

export type Named = { name: string; picture: Picture };

/** The pictures of a sample that are kept and compared: "approval-decision.normal.1", …; "approval-decision.extreme". */
export async function picturesOf(draughtsman: Draughtsman, sample: string, size: SampleSize, pdf: Uint8Array): Promise<Named[]> {
  if (size === 'extreme') return [{ name: sample, picture: sheet(await draughtsman.pages(pdf, sheetDpi), sheetColumns) }];
  const pages = await draughtsman.pages(pdf, pageDpi);
  return pages.map((picture, index) => ({ name: `${sample}.${index + 1}`, picture }));
}

/** Names of all approved pictures of a sample. */
export const approvedNames = (sample: string): string[] =>
  (existsSync(approvedFolder) ? readdirSync(approvedFolder) : [])
    .filter((file) => file === `${sample}.png` || (file.startsWith(`${sample}.`) && /^\d+\.png$/.test(file.slice(sample.length + 1))))
    .map((file) => file.slice(0, -'.png'.length));

/** Keeps the pictures of a sample as approved, and forgets those that it no longer has. */
export function approve(sample: string, pictures: readonly Named[]): void {
  mkdirSync(approvedFolder, { recursive: true });
  for (const name of approvedNames(sample)) rmSync(join(approvedFolder, `${name}.png`));
  for (const { name, picture } of pictures) writeFileSync(join(approvedFolder, `${name}.png`), toPng(picture));
}

/** What is not as approved, in words: pages too many or too few, pages that look different and where the picture of the difference lies. */
export function differences(sample: string, pictures: readonly Named[]): string[] {
  const approved = approvedNames(sample);
  const missing = approved.filter((name) => !pictures.some((one) => one.name === name));
  return [
    ...missing.map((name) => `${name}: approved, and not there any more`),
    ...pictures.flatMap(({ name, picture }) => {
      if (!approved.includes(name)) return [`${name}: not approved yet`];
      const difference = compared(name, fromPng(readFileSync(join(approvedFolder, `${name}.png`))), picture);
      return difference === undefined ? [] : [difference];
    }),
  ];
}

function compared(name: string, approved: Picture, now: Picture): string | undefined {
  const { width, height } = now;
  if (approved.width !== width || approved.height !== height) {
    return `${name}: ${width} × ${height} pixels instead of ${approved.width} × ${approved.height}; now: ${kept(name, toPng(now))}`;
  }
  if (Buffer.compare(approved.grey, now.grey) === 0) return undefined;
  const shown = new PNG({ width, height });
  const count = pixelmatch(toRgba(approved), toRgba(now), shown.data, width, height, { threshold: 0.1 });
  if (count / (width * height) <= tolerance) return undefined;
  return `${name}: ${count} of ${width * height} pixels differ, in red in ${kept(name, PNG.sync.write(shown))}`;
}

function kept(name: string, png: Buffer): string {
  mkdirSync(differencesFolder, { recursive: true });
  const file = join(differencesFolder, `${name}.png`);
  writeFileSync(file, png);
  return file;
}
