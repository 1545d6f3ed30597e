import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Express } from 'express';
import { ProblemError } from '../http/problem.ts';

type Asset = { type: string; plain: Buffer; gzip: Buffer; brotli: Buffer };

const find = createRequire(import.meta.url);
const root = join(import.meta.dirname, '..', '..');
const templates = join(root, 'templates');
const types = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const;
const year = 31_536_000;

/** Rules that the browser follows as the server does, from the one place where they stand: pure, and importing nothing at run time but each other. */
const shared = ['domain/money/read-number.ts', 'domain/money/format.ts', 'domain/money/share.ts', 'domain/scheme/line-amount.ts'];

/** A script as it is sent: without its types, and looking for its neighbours beside itself, wherever they stand here. */
const browserScript = (text: string): string =>
  stripTypeScriptTypes(text).replace(/(from\s+['"])\.{1,2}\/(?:[\w./-]+\/)?([\w-]+)\.ts(['"])/g, '$1./$2.js$3');

/** Sheets and scripts by name. Our own scripts are TypeScript of which the types are left out; nothing is bundled. */
const sources: Record<string, () => string> = {
  'tabler.css': () => readFileSync(find.resolve('@tabler/core/dist/css/tabler.min.css'), 'utf8').replace(/\/\*# sourceMappingURL.*$/m, ''),
  'pages.css': () => {
    const folder = join(templates, 'styles', 'pages');
    return readdirSync(folder)
      .toSorted((a, b) => Number(b === 'base.css') - Number(a === 'base.css') || (a < b ? -1 : 1))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
  },
  'htmx.js': () => readFileSync(find.resolve('htmx.org/dist/htmx.min.js'), 'utf8'),
  ...Object.fromEntries(
    [...readdirSync(join(templates, 'browser')).map((name) => join(templates, 'browser', name)), ...shared.map((path) => join(root, path))]
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .map((path) => [basename(path).replace(/\.ts$/, '.js'), () => browserScript(readFileSync(path, 'utf8'))]),
  ),
};

const assets = new Map(Object.entries(sources).map(([name, read]) => [name, packed(name, read())]));
/** One word for all of them: an address never changes its content, and scripts find each other beside themselves. */
const edition = createHash('sha256')
  .update([...assets.values()].map(({ plain }) => createHash('sha256').update(plain).digest('hex')).join())
  .digest('hex')
  .slice(0, 16);

function packed(name: string, text: string): Asset {
  const plain = Buffer.from(text);
  const brotli = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  return { type: types[name.endsWith('.css') ? 'css' : 'js'], plain, gzip: gzipSync(plain), brotli };
}

/** Where a sheet or script is: an address that holds for ever. @throws Error for a name that is not there */
export function assetUrl(name: string): string {
  if (!assets.has(name)) throw new Error(`There is no asset "${name}".`);
  return `/assets/${edition}/${name}`;
}

/** Serves sheets and scripts, compressed once at the start, to be kept for a year. */
export function mountAssets(app: Express): void {
  app.get('/assets/:edition/:name', (request, response) => {
    const asset = assets.get(request.params.name);
    if (!asset) throw new ProblemError('not-found');
    const encoding = request.acceptsEncodings('br', 'gzip');
    const body = encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : asset.plain;
    if (encoding === 'br' || encoding === 'gzip') response.set('Content-Encoding', encoding);
    const current = request.params.edition === edition;
    response
      .set('Cache-Control', current ? `public, max-age=${year}, immutable` : 'no-cache')
      .set('Vary', 'Accept-Encoding')
      .set('Content-Length', String(body.length))
      .type(asset.type)
      .end(body);
  });
}
