import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approvedFolder, differences, picturesOf } from '../../scripts/gallery/approved.ts';
import { type Draughtsman, openDraughtsman } from '../../scripts/gallery/pictures.ts';
import { documentPreview } from '../../templates/document.ts';
import { samples } from '../../templates/gallery.ts';
import type { Renderer } from '../../workflows/activities/pdf/renderer.ts';
import { testRenderer } from '../../workflows/activities/pdf/test-kit.ts';

const all = samples();
let renderer: Renderer;
let draughtsman: Draughtsman;
beforeAll(async () => {
  [renderer, draughtsman] = await Promise.all([testRenderer(), openDraughtsman()]);
});
afterAll(async () => {
  draughtsman.close();
  await renderer.close();
});

describe.each(all)('$type ($size)', ({ type, size, document }) => {
  const name = `${type}.${size}`;

  test('looks as approved', async () => {
    expect(differences(name, await picturesOf(draughtsman, name, size, await renderer.render(document)))).toEqual([]);
  });

  test('is shown on a screen without a script, and loads nothing', () => {
    const page = documentPreview(document);
    expect(page).toContain('<body class="preview">');
    expect(page).not.toMatch(/<script|<iframe|<link |<img |\son\w+=|@import|url\((?!"?data:)/);
  });
});

test('no picture is kept of what is no longer in the gallery', () => {
  const names = all.map(({ type, size }) => `${type}.${size}`);
  const kept = readdirSync(approvedFolder).map((file) => file.split('.').slice(0, 2).join('.'));
  expect([...new Set(kept)].filter((name) => !names.includes(name))).toEqual([]);
});
