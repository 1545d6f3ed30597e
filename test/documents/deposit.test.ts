import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPackage } from '../../archive/check-package.ts';
import { type FactLine, Manifest } from '../../archive/package.ts';
import type { Scheme } from '../../domain/scheme/state.ts';
import { zipEntries, zipOf } from '../../files/zip.ts';
import { type Served, serve } from '../api/server.ts';
import { manyLives } from '../support/lives.ts';
import { freshWorld } from '../support/world.ts';

const run = promisify(execFile);

describe('the archive package of a deposited scheme', () => {
  let world: Awaited<ReturnType<typeof freshWorld>>;
  let id: string;
  let scheme: Scheme;
  let zip: Buffer;
  let files: Map<string, Buffer>;
  beforeAll(async () => {
    world = await freshWorld();
    id = (await manyLives(world)).archived ?? '';
    scheme = (await world.database.query<{ data: Scheme }>('SELECT data FROM thing WHERE id = $1', [id])).rows[0]?.data as Scheme;
    zip = await world.files.get(scheme.deposit?.file ?? '');
    files = new Map();
    for (const entry of zipEntries(zip) ?? []) files.set(entry.name, await entry.unpack(100_000_000));
  }, 120_000);
  afterAll(() => world.close());

  const changed = (change: (copy: Map<string, Buffer>) => void): Buffer => {
    const copy = new Map(files);
    change(copy);
    return zipOf(copy);
  };
  const named = (part: string): string => [...files.keys()].find((name) => name.includes(part)) ?? '';
  /** The manifest with something changed in it. */
  const manifest = (change: (of: Manifest) => void): Buffer => {
    const whole = Manifest.parse(JSON.parse(files.get('manifest.json')?.toString() ?? ''));
    change(whole);
    return Buffer.from(JSON.stringify(whole));
  };

  test('holds all that the scheme’s deposit names, and is whole', async () => {
    const report = await checkPackage(zip);
    expect(report.wrong).toEqual([]);
    expect(report.manifest?.documents.map(({ documentId }) => documentId).toSorted()).toEqual(
      scheme.documents.map(({ documentId }) => documentId).toSorted(),
    );
    expect(report.manifest?.chains).toHaveLength(scheme.documents.length + 1);
    expect(report.sound).toHaveLength(3);
  });

  test('has a page to read it by, which loads nothing', () => {
    const page = files.get('index.html')?.toString() ?? '';
    expect(page).toContain("default-src 'none'");
    for (const { path } of Manifest.parse(JSON.parse(files.get('manifest.json')?.toString() ?? '')).documents)
      expect(page).toContain(`href="${path}"`);
  });

  test.each<[string, () => Buffer]>([
    ['a document with other bytes', () => changed((copy) => copy.set(named('.pdf'), Buffer.from('other')))],
    [
      'a document with other bytes, and the manifest with their hash',
      () =>
        changed((copy) => {
          const path = named('.pdf');
          const other = Buffer.from('other');
          copy.set(path, other);
          const hash = 'd9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa';
          copy.set(
            'manifest.json',
            manifest((of) => {
              for (const one of [...of.files, ...of.documents])
                if (one.path === path) Object.assign(one, { sha256: hash, ...('bytes' in one && { bytes: other.length }) });
            }),
          );
        }),
    ],
    ['a document left out', () => changed((copy) => copy.delete(named('.pdf')))],
    ['a file added', () => changed((copy) => copy.set('documents/more.pdf', Buffer.from('more')))],
    ['the manifest left out', () => changed((copy) => copy.delete('manifest.json'))],
    ['a manifest of something else', () => changed((copy) => copy.set('manifest.json', Buffer.from('{}')))],
    [
      'a fact changed',
      () =>
        changed((copy) => {
          const path = named('facts/scheme-');
          const lines = (files.get(path)?.toString() ?? '').split('\n').filter((line) => line !== '');
          const facts = lines.map((line) => JSON.parse(line) as FactLine);
          const [first] = facts;
          if (first) first.actor = 'somebody-else';
          copy.set(path, Buffer.from(facts.map((fact) => `${JSON.stringify(fact)}\n`).join('')));
        }),
    ],
    [
      'a chain cut short, and the manifest told so',
      () =>
        changed((copy) => {
          const path = named('facts/scheme-');
          const lines = (files.get(path)?.toString() ?? '')
            .split('\n')
            .filter((line) => line !== '')
            .slice(0, -1);
          copy.set(path, Buffer.from(`${lines.join('\n')}\n`));
          const head = (JSON.parse(lines.at(-1) ?? '{}') as FactLine).hash;
          copy.set(
            'manifest.json',
            manifest((of) => Object.assign(of.chains[0] ?? {}, { facts: lines.length, head })),
          );
        }),
    ],
    ['the archive cut off', () => zip.subarray(0, zip.length - 30)],
    ['something else', () => Buffer.from('no archive')],
  ])('%s: is found', async (_what, broken) => {
    expect((await checkPackage(broken())).wrong).not.toEqual([]);
  });

  test('is checked by one command with nothing but itself', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    const path = join(folder, 'package.zip');
    writeFileSync(
      path,
      changed((copy) => copy.delete(named('.pdf'))),
    );
    const failure = await run(process.execPath, ['scripts/verify-bundle.ts', path]).catch(
      (error: { code: number; stdout: string }) => error,
    );
    rmSync(folder, { recursive: true });
    expect(failure).toMatchObject({ code: 1, stdout: expect.stringContaining('is missing.') });
    expect(failure.stdout).toContain('The package is NOT whole.');
  });

  describe('over HTTP', () => {
    let served: Served;
    beforeAll(async () => {
      served = await serve({ DATABASE_URL: world.url });
      await served.parts.files.put(zip);
    });
    afterAll(() => served.close());

    test.each([
      ['clerk', 200],
      ['auditor', 200],
      ['agency-head', 404],
      ['host-head.binh-dinh', 404],
    ])('%s asks for it: %d', async (as, status) => {
      const answer = await served.send('GET', `/api/schemes/${id}/deposit`, { as });
      expect(answer.status).toBe(status);
      if (status === 200) expect(answer.headers.get('content-type')).toBe('application/zip');
    });
  });
});
