import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPacks } from '../../config/regulations.ts';
import { documented, fillMarks } from '../../scripts/diagrams.ts';
import { root } from './compose.ts';

const packs = loadPacks(join(root, 'regulations'));

test.each(documented)('%s shows the charts as they are (npm run diagrams)', (name) => {
  const text = readFileSync(join(root, name), 'utf8');
  expect(text).toMatch(/<!-- diagram /);
  expect(fillMarks(text, packs)).toBe(text);
});
