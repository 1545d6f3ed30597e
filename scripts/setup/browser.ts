import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { browserEnvironment } from '../../config/browser-environment.ts';
import { run } from './command.ts';
import { SetupError } from './progress.ts';

/** The browser that renders documents, and what must be added to its environment (its own libraries, its own fonts), never to ours. */
export type Browser = { executablePath: string; libraries: string | undefined; fonts: string | undefined; version: string; how: string };

const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

async function proven(how: string, executablePath: string, libraries?: string, fonts?: string): Promise<Browser> {
  const said = await run({ file: executablePath, args: ['--version', '--no-sandbox'], env: browserEnvironment(libraries, fonts) }, 20_000);
  const version = said.match(/\d+(\.\d+){3}/)?.[0];
  if (version === undefined) throw new Error(`${executablePath} --version said: ${said.trim().slice(0, 80)}`);
  return { executablePath, libraries, fonts, version, how };
}

/** Unpacks the browser of the packages with the libraries and fonts it brings, once for each of its versions. */
async function unpacked(home: string): Promise<string> {
  const packageFile = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../../package.json');
  const place = join(home, `chromium-${JSON.parse(readFileSync(packageFile, 'utf8')).version}`);
  if (existsSync(join(place, 'chromium'))) return place;
  mkdirSync(home, { recursive: true });
  const half = mkdtempSync(join(home, 'unpack-'));
  try {
    const script = "await (await import('@sparticuz/chromium')).default.executablePath()";
    // The variable makes the package unpack its libraries too; it unpacks into the temporary folder.
    const env = { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
    await run({ file: process.execPath, args: ['--input-type=module', '-e', script], env });
    if (!existsSync(place)) renameSync(half, place);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
  return place;
}

async function fromPackages(home: string): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('only for linux x64');
  const place = await unpacked(home);
  const systemFonts = existsSync('/usr/share/fonts') || existsSync('/usr/local/share/fonts');
  return proven('from the packages', join(place, 'chromium'), join(place, 'al2023', 'lib'), systemFonts ? undefined : join(place, 'fonts'));
}

async function downloaded(home: string): Promise<Browser> {
  const cli = join(dirname(createRequire(import.meta.url).resolve('puppeteer/package.json')), 'lib', 'puppeteer', 'node', 'cli.js');
  const args = [cli, 'browsers', 'install', 'chrome-headless-shell@stable', '--path', home, '--format', '{{path}}'];
  const said = await run({ file: process.execPath, args, env: process.env }, 300_000);
  return proven('downloaded', said.trim().split('\n').at(-1) ?? '');
}

/**
 * The browser: as told by CHROMIUM_PATH, out of the packages (one version everywhere, so the same bytes everywhere), in one of the usual places,
 * or downloaded into `home`. Whatever is found must answer to `--version`.
 * @throws SetupError with all that was tried and why it failed.
 */
export async function findBrowser(
  home: string,
  told: { path: string | undefined; libraries: string | undefined; fonts: string | undefined },
): Promise<Browser> {
  if (told.path !== undefined) {
    try {
      return await proven('CHROMIUM_PATH', told.path, told.libraries, told.fonts);
    } catch (error) {
      throw new SetupError(
        `CHROMIUM_PATH does not name a browser that starts: ${error instanceof Error ? error.message : String(error)}`,
        'Correct or unset CHROMIUM_PATH.',
      );
    }
  }
  const places = usualPlaces.filter((path) => existsSync(path));
  const tries: [string, () => Promise<Browser>][] = [
    ['from the packages', () => fromPackages(home)],
    ...places.map((path): [string, () => Promise<Browser>] => [path, () => proven(path, path)]),
    ['download', () => downloaded(home)],
  ];
  const failed: string[] = [];
  for (const [how, get] of tries) {
    try {
      return await get();
    } catch (error) {
      failed.push(`${how}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
  }
  throw new SetupError(
    `No browser to render documents with was found or obtained. Tried:\n      ${failed.join('\n      ')}`,
    'Install one (Debian, Ubuntu: apt-get install chromium fonts-dejavu-core), or set CHROMIUM_PATH to one, then start again.',
  );
}
