import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SigningProblem } from './problem.ts';
import { openSigners } from './signers.ts';
import { certified, minister, type TestAuthority, testAuthority } from './test-kit.ts';

const ministry = { kind: 'organisation' as const, id: 'bo-cong-thuong', name: 'Bộ Công Thương', organisation: 'Bộ Công Thương' };
const development = { kind: 'development' };

describe('whose key is where', () => {
  let here: TestAuthority;
  let folder: string;
  beforeAll(async () => {
    here = await testAuthority();
    folder = mkdtempSync(join(tmpdir(), 'signers-'));
  });
  afterAll(async () => {
    await here.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const opened = (file?: object, authorityUrl: string | undefined = here.url) => {
    const signers = join(folder, 'signers.json');
    if (file) writeFileSync(signers, JSON.stringify(file));
    return openSigners({ signers: file && signers, authorityUrl, dataDir: folder });
  };
  const ruleOf = (failure: unknown) => (failure instanceof SigningProblem ? failure.refusal.rule : failure);

  test('without settings everybody has one of the development authority, the same each time', async () => {
    const [one, again] = await Promise.all([opened().of(minister), opened().of(minister)]);
    expect(await one.certificate()).toEqual(await again.certificate());
    expect(await (await opened().of(ministry)).certificate()).not.toEqual(await one.certificate());
  });

  test('who is named has their own; all others have that of the others', async () => {
    const path = join(folder, 'minister.pem');
    const { pem, signer } = certified(here.authority, minister);
    writeFileSync(path, pem);
    const others = { persons: { kind: 'own-computer' }, organisations: development };
    const signers = opened({ persons: { signer: { key: { kind: 'file', path } } }, others });
    expect(await (await signers.of(minister)).certificate()).toEqual(await signer.certificate());
    expect(signers.isElsewhere(minister)).toBe(false);
    expect(signers.isElsewhere({ ...minister, id: 'signer-2' })).toBe(true);
    expect(ruleOf(await signers.of({ ...minister, id: 'signer-2' }).catch((e: unknown) => e))).toBe('signature.key-elsewhere');
    await expect(signers.of(ministry)).resolves.toBeDefined();
  });

  test('a named certificate is the only one that counts', () => {
    const certificate = 'b'.repeat(64);
    const signers = opened({
      persons: { signer: { key: development, certificate } },
      others: { persons: development, organisations: development },
    });
    expect(signers.pinned(minister).fingerprint).toBe(certificate);
    expect(signers.pinned(ministry).fingerprint).toBeUndefined();
  });

  test.each([
    ['a file that is not there', { kind: 'file', path: '/nowhere.pem' }, 'signature.key-away'],
    ['a kind that nobody knows', { kind: 'giấy' }, /SIGNERS=.*cannot be used/],
    ['a token without its PIN', { kind: 'pkcs11', module: 'm', token: 't', label: 'l' }, /pinFile/],
  ])('%s is told', async (_what, key, told) => {
    const others = { persons: key, organisations: development };
    const failure = await (async () => opened({ others }).of(minister))().catch((e: unknown) => e);
    if (typeof told === 'string') expect(ruleOf(failure)).toBe(told);
    else expect(String(failure)).toMatch(told);
  });

  test('without a development authority there is no key of it', async () => {
    const signers = openSigners({ signers: undefined, authorityUrl: undefined, dataDir: folder });
    expect(ruleOf(await signers.of(minister).catch((e: unknown) => e))).toBe('signature.key-away');
  });
});
