import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skeletonOf, walk } from '../../scripts/gallery/atlas.ts';
import { manyLives } from '../support/lives.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site } from './site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const persons = [
  ['host-drafter.vecom', 'vi'],
  ['host-head.binh-dinh', 'en'],
  ['province-officer.binh-dinh', 'vi'],
  ['agency-officer', 'vi'],
  ['agency-head', 'en'],
  ['finance-officer', 'vi'],
  ['finance-head', 'en'],
  ['clerk', 'vi'],
  ['signer', 'en'],
  ['format-checker', 'vi'],
  ['council-1', 'en'],
  ['auditor', 'vi'],
  ['administrator', 'en'],
  ['-', 'vi'],
] as const;
const phone = 360;

let world: Awaited<ReturnType<typeof freshWorld>>;
let site: Site;
/** Pages whose make-up was looked at already: the same elements, roles and classes give the same findings. */
const looked = new Set<string>();
beforeAll(async () => {
  world = await freshWorld();
  await manyLives(world);
  site = await openSite(world);
}, 300_000);
afterAll(async () => {
  await site.close();
  await world.close();
});

type Violation = { id: string; impact: string; nodes: { target: string[]; html: string; failureSummary: string }[] };

describe('whoever cannot see, use a mouse, or has a small screen', () => {
  test.each(persons)(
    '%s (%s): axe finds nothing of any level, and nothing is wider than a phone',
    { timeout: 600_000 },
    async (person, language) => {
      const visitor = await site.visitor(person, { language });
      const { page } = visitor;
      const findings: string[] = [];
      await walk(page, site.url, { times: 2, most: 120 }, async (path, status) => {
        if (status >= 500) findings.push(`${path}: ${status}`);
        const skeleton = createHash('sha256')
          .update(await skeletonOf(page))
          .digest('hex');
        if (looked.has(skeleton)) return;
        looked.add(skeleton);
        const violations = (await page.evaluate(
          `${axe};axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations)`,
        )) as Violation[];
        for (const { id, impact, nodes } of violations) {
          findings.push(
            `${path}: ${id} (${impact}) at ${nodes
              .slice(0, 2)
              .map(({ target, html }) => `${target.join(' ')} ${html.slice(0, 120)}`)
              .join(' | ')}`,
          );
        }
        await page.setViewport({ width: phone, height: 740 });
        const wide = await page.evaluate(() => {
          const screen = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= screen) return null;
          const held = (element: Element): boolean => element.closest('.table-responsive, .scrolls') !== null;
          const widest = [...document.querySelectorAll('body *')].find(
            (one) => !held(one) && one.getBoundingClientRect().right > screen + 1,
          );
          return widest?.outerHTML.slice(0, 160) ?? `${document.documentElement.scrollWidth} px`;
        });
        await page.setViewport({ width: 1280, height: 900 });
        if (wide) findings.push(`${path}: wider than ${phone} px: ${wide}`);
      });
      await visitor.leave();
      expect(findings).toEqual([]);
    },
  );

  test('many pages of different make were looked at', () => {
    expect(looked.size).toBeGreaterThan(60);
  });
});
