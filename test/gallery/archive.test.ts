import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samples } from '../../templates/gallery.ts';
import { certificatesOf } from '../../workflows/activities/pdf/certificate.ts';
import { openDevelopmentAuthority } from '../../workflows/activities/pdf/dev-certificates.ts';
import { openPdf } from '../../workflows/activities/pdf/increment.ts';
import { prepare } from '../../workflows/activities/pdf/prepare.ts';
import type { Renderer } from '../../workflows/activities/pdf/renderer.ts';
import { folded, testRenderer, textsOf } from '../../workflows/activities/pdf/test-kit.ts';
import { type Element, flat, readTagged } from '../../workflows/activities/pdf/test-kit-tagged.ts';
import { provenFields, reportOn } from '../support/proven.ts';
import { signWhole } from '../support/sign-whole.ts';
import { findOpenssl } from './openssl.ts';
import { findPades } from './pades.ts';
import { findPdfsig } from './pdfsig.ts';
import { type Judge, notTried } from './programs.ts';
import { findVerapdf } from './verapdf.ts';

const created = new Date('2026-01-05T02:00:00Z');
const all = samples();
const directory = mkdtempSync(join(tmpdir(), 'archive-'));
const anchor = join(directory, 'root.pem');
const authority = await openDevelopmentAuthority(join(directory, 'certificates'));
writeFileSync(anchor, authority.exportRoot());
const roots = certificatesOf(authority.exportRoot());

const verapdf = findVerapdf();
const pades = findPades(anchor, 2);
/** Programs that are no part of the product, where they are here; where not, the name of the test says so. */
const judges: [name: string, judge: Judge | undefined][] = [
  [`OpenSSL${notTried('openssl')}`, findOpenssl(anchor, directory)],
  [`poppler’s pdfsig${notTried('pdfsig', 'certutil')}`, findPdfsig(anchor, join(directory, 'trust'))],
  [`a validator of PAdES, at baseline LTA${pades ? '' : ' (NOT TRIED: PADES names none)'}`, pades],
  [`veraPDF, as PDF/A-3a and PDF/UA-1${verapdf ? '' : ' (NOT TRIED: VERAPDF names none)'}`, verapdf],
];

let renderer: Renderer;
beforeAll(async () => {
  renderer = await testRenderer();
});
afterAll(async () => {
  await renderer.close();
  rmSync(directory, { recursive: true, force: true });
});

let original: Promise<Buffer> | undefined;
/** A signed decision, to be attached to what is a copy of the whole. */
function originalSigned(): Promise<Buffer> {
  const decision = all.find(({ type, size }) => type === 'approval-decision' && size === 'normal')?.document;
  if (!decision) throw new Error('no sample decision');
  original ??= renderer.render(decision).then(async (printed) => signWhole(await prepare(printed, decision, created), decision, authority));
  return original;
}

const kinds = (elements: Element[], kind: RegExp) => elements.filter((element) => kind.test(element.kind));

describe.each(all)('$type ($size)', ({ type, size, document }) => {
  const files = { prepared: join(directory, `${type}.${size}.prepared.pdf`), signed: join(directory, `${type}.${size}.signed.pdf`) };

  test('is an archive form that can be read out, prepared and signed', { timeout: 600_000 }, async () => {
    const copy = document.copied && (await originalSigned());
    const attached = copy ? { ...document, copied: { sha256: createHash('sha256').update(copy).digest('hex') } } : document;
    const prepared = await prepare(await renderer.render(attached), attached, created, copy);
    const signed = await signWhole(prepared, document, authority);
    writeFileSync(files.prepared, prepared);
    writeFileSync(files.signed, signed);

    const top = readTagged(await openPdf(signed));
    const text = folded(top.text);
    expect(textsOf(document).filter((part) => !text.includes(part))).toEqual([]);
    const elements = flat(top);
    expect(kinds(elements, /^H1$/).length, 'one heading of the first level').toBeLessThanOrEqual(1);
    const levels = kinds(elements, /^H[1-6]$/).map(({ kind }) => Number(kind.slice(1)));
    expect(
      levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1),
      'levels that skip one',
    ).toEqual([]);
    expect(kinds(elements, /^(Figure|Form)$/).filter(({ alt }) => !alt)).toEqual([]);
    expect(kinds(elements, /^TH$/).filter(({ scope }) => !scope)).toEqual([]);
    for (const table of kinds(elements, /^Table$/)) expect(kinds(flat(table), /^TH$/).length).toBeGreaterThan(0);
    if (document.lookup) {
      expect(kinds(elements, /^Figure$/).map(({ alt }) => alt)).toEqual(['Mã QR tra cứu văn bản']);
      expect(text).toContain(`Mã tra cứu: ${document.lookup.code}`);
      expect(kinds(elements, /^Link$/).map((link) => folded(link.text))).toContain(`Tra cứu tại: ${document.lookup.url}`);
    }
  });

  test('is all right by our own verifier', () => {
    const report = reportOn(readFileSync(files.signed), roots);
    expect(report.emptyFields).toEqual([]);
    expect(provenFields(readFileSync(files.signed), roots)).toHaveLength(report.signatures.length);
  });

  test.concurrent.each(judges)('is accepted by %s', { timeout: 600_000 }, async (_, judge) => {
    expect((await judge?.(files.signed)) ?? 'nothing against it').toBe('nothing against it');
  });

  test(`is an archive form before it is signed, by veraPDF${verapdf ? '' : ' (NOT TRIED: VERAPDF names none)'}`, {
    timeout: 600_000,
  }, async () => {
    expect((await verapdf?.(files.prepared)) ?? 'nothing against it').toBe('nothing against it');
  });
});
