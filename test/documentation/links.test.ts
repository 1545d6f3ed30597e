import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './compose.ts';

const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: root })];
const sources = globSync(
  '{.ci,authority,commit,config,demo,docker,domain,files,prisma,regulations,scripts,server,signatures,templates,test,workflows}/**/*',
  {
    cwd: root,
  },
);
const names = new Set(sources.map((path) => basename(path)));
const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts;

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8');

  test('links to pages and folders that are there', () => {
    const targets = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !target.includes(':'));
    expect(targets.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  });

  test('names files that are there', () => {
    const named = [...text.matchAll(/`(?:node )?((?:[\w.-]+\/)*[\w.-]+\.(?:ts|mjs|json|hbs|css|sh|cjs))(?: [^`]*)?`/g)].map(
      ([, path = '']) => path,
    );
    const isThere = (path: string): boolean =>
      path.includes('/') ? existsSync(join(root, path)) : names.has(path) || existsSync(join(root, path));
    const known = ['van-ban.json'];
    expect(named.filter((path) => !known.includes(path) && !isThere(path))).toEqual([]);
  });

  test('names npm scripts that are there', () => {
    const named = [...text.matchAll(/`(?:[^`]* )?npm (?:run )?([\w-]+)[^`]*`/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !(script in scripts) && script !== 'ci')).toEqual([]);
  });
});
