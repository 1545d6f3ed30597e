import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFHexString } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pemSigner } from '../../../signatures/development-signer.ts';
import { samples } from '../../../templates/gallery.ts';
import { findPdfsig } from '../../../test/gallery/pdfsig.ts';
import { notTried } from '../../../test/gallery/programs.ts';
import { provenFields, reportOn } from '../../../test/support/proven.ts';
import { examine } from '../../../verification/examine.ts';
import { certificatesOf } from './certificate.ts';
import { type DevelopmentAuthority, openDevelopmentAuthority } from './dev-certificates.ts';
import { makeLongTerm } from './long-term.ts';
import { prepare } from './prepare.ts';
import type { Renderer } from './renderer.ts';
import { prepareSignature } from './sign.ts';
import { inventedHand, inventedSeal } from './signature-pictures.ts';
import { signField } from './signer.ts';
import { testRenderer } from './test-kit.ts';

const decision = samples(['normal']).find(({ type }) => type === 'approval-decision')?.document;
if (!decision) throw new Error('no sample decision');
const signerName = decision.signatures[0]?.name ?? '';
const now = new Date();

let directory: string;
let renderer: Renderer;
let authority: DevelopmentAuthority;
let roots: Buffer[];
let prepared: Buffer;
let byPerson: Buffer;
let byBoth: Buffer;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'sign-'));
  [renderer, authority] = await Promise.all([testRenderer({ pages: 1 }), openDevelopmentAuthority(join(directory, 'certificates'))]);
  roots = certificatesOf(authority.exportRoot());
  prepared = await prepare(await renderer.render(decision), decision, now);
  const person = await authority.signerFor({ kind: 'person', id: 'mau', name: signerName, organisation: decision.issuer.name });
  const ministry = await authority.signerFor({
    kind: 'organisation',
    id: 'bct',
    name: decision.issuer.name,
    organisation: decision.issuer.name,
  });
  byPerson = await signField(prepared, person, {
    field: 'ChuKy',
    at: now,
    name: signerName,
    reason: 'Ký ban hành',
    location: decision.place,
    certify: true,
    drawing: inventedHand(signerName),
  });
  byBoth = await signField(byPerson, ministry, {
    field: 'ConDau',
    at: now,
    name: decision.issuer.name,
    reason: 'Phát hành văn bản',
    drawing: inventedSeal,
  });
});
afterAll(async () => {
  await renderer.close();
  rmSync(directory, { recursive: true, force: true });
});

const ok = expect.objectContaining({ result: 'passed' });
const day = 86_400_000;

describe('a signed decision', () => {
  test('names its signer, is intact and trusted, says why it was signed, and nothing follows', () => {
    const { signatures, wholeFile, certification } = reportOn(byPerson, roots, now);
    expect(signatures).toEqual([expect.objectContaining({ field: 'ChuKy', signer: signerName, range: ok, integrity: ok, chain: ok })]);
    expect([wholeFile, certification]).toEqual([ok, ok]);
    expect(byPerson.includes(PDFHexString.fromText('Ký ban hành').toString())).toBe(true);
  });

  test('says in its certificate that it is a sample', () => {
    expect(reportOn(byPerson, roots, now).signatures[0]?.organisation).toBe('Bộ Công Thương (MẪU THỬ – KHÔNG CÓ GIÁ TRỊ)');
  });

  test('stays intact under the organisation’s signature, which covers the whole file', () => {
    expect(byBoth.subarray(0, byPerson.length).equals(byPerson)).toBe(true);
    const { signatures, changes, wholeFile } = reportOn(byBoth, roots, now);
    expect(signatures).toEqual(['ChuKy', 'ConDau'].map((field) => expect.objectContaining({ field, range: ok, integrity: ok, chain: ok })));
    expect([changes, wholeFile]).toEqual([[], ok]);
  });

  test('is not intact once a single bit has changed', () => {
    const changed = Buffer.from(byBoth);
    const at = Math.floor(prepared.length / 2);
    changed[at] = (changed[at] ?? 0) ^ 1;
    const report = examine(changed, { roots, now });
    expect(report.readable ? report.signatures.filter(({ integrity }) => integrity.result === 'passed') : []).toEqual([]);
  });

  test('is not trusted by whoever trusts another root', async () => {
    const other = await openDevelopmentAuthority(join(directory, 'other'));
    const [found] = reportOn(byPerson, certificatesOf(other.exportRoot()), now).signatures;
    expect(found).toMatchObject({ integrity: ok, chain: { result: 'failed' } });
  });

  test('is not trusted after its certificate has run out', () => {
    const [found] = reportOn(byPerson, roots, new Date(now.getTime() + 6 * 365 * day)).signatures;
    expect(found).toMatchObject({ integrity: ok, chain: { result: 'failed', why: 'expired' } });
  });

  test('takes no second signature in the same field, and none where there is no field', async () => {
    await expect(prepareSignature(byPerson, { field: 'ChuKy', at: now, reserve: 100 })).rejects.toThrow('ChuKy is signed already');
    await expect(prepareSignature(byPerson, { field: 'KhongCo', at: now, reserve: 100 })).rejects.toThrow('no signature field KhongCo');
  });

  test('keeps the key elsewhere: what is prepared can be stored, and embedded later', async () => {
    const pending = await prepareSignature(prepared, { field: 'ChuKy', at: now, reserve: 4096 });
    expect(pending.digest).toHaveLength(32);
    expect(pending.bytes.subarray(pending.from, pending.to).toString('latin1')).toBe(`<${'0'.repeat(8192)}>`);
  });

  test(`is read as valid by poppler${notTried('pdfsig', 'certutil')}`, async () => {
    writeFileSync(join(directory, 'root.pem'), authority.exportRoot());
    writeFileSync(join(directory, 'signed.pdf'), byBoth);
    const judge = findPdfsig(join(directory, 'root.pem'), join(directory, 'nss'));
    expect((await judge?.(join(directory, 'signed.pdf'))) ?? 'nothing against it').toBe('nothing against it');
  });
});

describe('a decision made to last', () => {
  /** The person's certificate runs out long before the time-stamping authority's. */
  const daysOfPerson = 30;
  let lasting: Buffer;
  beforeAll(async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const holder = { kind: 'person' as const, id: 'mau', name: signerName, organisation: decision.issuer.name };
    const person = pemSigner(`${authority.certify(holder, publicKey, daysOfPerson)}${privateKey}`);
    const place = { field: 'ChuKy', at: now, name: signerName, certify: true };
    const signed = await signField(prepared, person, place, authority.timeStamper);
    lasting = await makeLongTerm(signed, await authority.evidenceFor([person]), authority.timeStamper);
  });

  test('proves when it was signed, and that nothing followed', () => {
    expect(provenFields(lasting, roots)).toEqual(['ChuKy', 'DauThoiGian']);
    const { signatures } = reportOn(lasting, roots);
    expect(signatures.map(({ kind, atIsProven }) => [kind, atIsProven])).toEqual([
      ['signature', true],
      ['time-stamp', true],
    ]);
    expect(Math.abs(Date.parse(signatures[0]?.at ?? '') - now.getTime())).toBeLessThan(60_000);
  });

  test.each([
    // days later   person’s certificate   its time-stamp
    [5, 'passed', 'passed'],
    [60, 'passed', 'passed'],
    [4 * 365, 'passed', 'passed'],
    [6 * 365, 'failed', 'unproven'],
  ])(
    '%d days later its signer’s certificate has %s, by a time-stamp that is %s: it holds as long as that of the authority',
    (days, chain, time) => {
      const report = reportOn(lasting, roots, new Date(now.getTime() + days * day));
      expect(report.signatures.map(({ integrity }) => integrity.result)).toEqual(['passed', 'passed']);
      expect([report.signatures[0]?.chain.result, report.signatures[1]?.time.result]).toEqual([chain, time]);
      if (time === 'passed') {
        expect(
          report.signatures.flatMap(({ range, integrity, chain, revocation, time }) => [range, integrity, chain, revocation, time]),
        ).toEqual(Array(10).fill(ok));
      }
    },
  );

  test('no longer covers the file once anything is appended', () => {
    const report = examine(Buffer.concat([lasting, Buffer.from('% thêm\n')]), { roots, now });
    expect(report.readable ? report.wholeFile.result : 'failed').toBe('failed');
  });

  test('has another time-stamp authority’s word for nothing', async () => {
    const other = await openDevelopmentAuthority(join(directory, 'other'));
    const person = await authority.signerFor({ kind: 'person', id: 'mau', name: signerName, organisation: decision.issuer.name });
    const signed = await signField(prepared, person, { field: 'ChuKy', at: now, name: signerName }, other.timeStamper);
    expect(reportOn(signed, roots, now).signatures).toEqual([
      expect.objectContaining({ integrity: ok, atIsProven: false, time: { result: 'failed', why: 'time-stamp-not-trusted' } }),
    ]);
  });
});

describe('the development authority', () => {
  test('gives the same certificate each time, also to another process', async () => {
    const holder = { kind: 'person' as const, id: 'x', name: 'Trần Thị Ước Mẫu', organisation: 'Sở Công Thương' };
    const again = await openDevelopmentAuthority(join(directory, 'certificates'));
    const [first, second] = await Promise.all([authority.signerFor(holder), again.signerFor(holder)]);
    expect((await first.certificate()).equals(await second.certificate())).toBe(true);
    expect(again.exportRoot()).toBe(authority.exportRoot());
  });

  test('tells namesakes apart', async () => {
    const [one, other] = await Promise.all(
      ['a', 'b'].map((id) => authority.signerFor({ kind: 'person', id, name: 'Nguyễn Văn Mẫu', organisation: 'Bộ Công Thương' })),
    );
    expect(await one?.certificate()).not.toEqual(await other?.certificate());
  });
});
