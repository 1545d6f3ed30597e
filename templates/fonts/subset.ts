/** Cuts the four faces of Tinos down to the characters of official documents: `node templates/fonts/subset.ts`. Run again only for a new release of the font. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { advanceWidths } from './advance-widths.ts';

const here = import.meta.dirname;
const require = createRequire(import.meta.url);

/** Basic and extended Latin with all Vietnamese letters, punctuation, the đồng sign and the mathematical signs of budgets. */
const characters = [
  span(0x20, 0x7e),
  span(0xa0, 0x17f),
  'ƠơƯư',
  span(0x300, 0x309),
  '\u0323',
  span(0x1ea0, 0x1ef9),
  span(0x2010, 0x2026),
  '‰′″₫€→−≈≠≤≥√∑■□●',
].join('');

for (const [face, file] of [
  ['400Regular', 'tinos-regular'],
  ['400Regular_Italic', 'tinos-italic'],
  ['700Bold', 'tinos-bold'],
  ['700Bold_Italic', 'tinos-bold-italic'],
] as const) {
  const whole = readFileSync(require.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`));
  writeFileSync(join(here, `${file}.woff2`), await subsetFont(whole, characters, { targetFormat: 'woff2' }));
  if (file === 'tinos-bold') writeFileSync(join(here, `${file}-widths.json`), `${JSON.stringify(advanceWidths(whole, characters))}\n`);
}
copyFileSync(join(require.resolve('@expo-google-fonts/tinos/package.json'), '..', 'LICENSE_FONT'), join(here, 'LICENSE.txt'));

function span(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
}
