import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificatesOf } from '../workflows/activities/pdf/certificate.ts';
import { judgeMessage } from './judge.ts';
import { type Pkcs11Key, pkcs11Signer } from './pkcs11-signer.ts';
import { SigningProblem } from './problem.ts';
import { certified, digestOf, messageBy, minister, type TestAuthority, testAuthority } from './test-kit.ts';

const modules = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib64/softhsm/libsofthsm2.so',
];
const softHsm = modules.find(existsSync);
const onPath = (program: string): boolean => (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, program)));
const absent = [...(softHsm ? [] : ['SoftHSM2']), ...['pkcs11-tool', 'softhsm2-util'].filter((program) => !onPath(program))];
/** What could not be tried here stands in the test's own name. */
const tried = absent.length === 0 ? '' : ` (NOT TRIED: this machine has no ${absent.join(', ')})`;

const programMissing = { vi: expect.stringContaining('pkcs11-tool'), en: expect.stringContaining('pkcs11-tool') };

describe(`a key on a token${tried}`, () => {
  let here: TestAuthority;
  let folder: string;
  let key: Pkcs11Key;
  const chainOf = async (): Promise<Buffer[]> => certificatesOf(certified(here.authority, minister).pem).slice(1);

  beforeAll(async () => {
    here = await testAuthority();
    folder = mkdtempSync(join(tmpdir(), 'token-'));
    writeFileSync(join(folder, 'pin'), '5678\n');
    key = {
      kind: 'pkcs11',
      module: softHsm ?? '/nowhere/libsofthsm2.so',
      token: 'bct',
      label: 'minister',
      pinFile: join(folder, 'pin'),
      chain: join(folder, 'chain.pem'),
    };
    if (absent.length > 0) return;
    mkdirSync(join(folder, 'tokens'));
    writeFileSync(join(folder, 'softhsm2.conf'), `directories.tokendir = ${join(folder, 'tokens')}\n`);
    process.env.SOFTHSM2_CONF = join(folder, 'softhsm2.conf');
    const { pem, key: secret } = certified(here.authority, minister);
    writeFileSync(join(folder, 'key.pem'), secret);
    writeFileSync(join(folder, 'certificate.der'), certificatesOf(pem)[0] ?? '');
    const quietly = { stdio: 'pipe' } as const;
    execFileSync('softhsm2-util', ['--init-token', '--free', '--label', 'bct', '--so-pin', '1234', '--pin', '5678'], quietly);
    execFileSync(
      'softhsm2-util',
      ['--import', join(folder, 'key.pem'), '--token', 'bct', '--label', 'minister', '--id', 'a1', '--pin', '5678'],
      quietly,
    );
    const written = [
      '--login',
      '--pin',
      '5678',
      '--write-object',
      join(folder, 'certificate.der'),
      '--type',
      'cert',
      '--label',
      'minister',
      '--id',
      'a1',
    ];
    execFileSync('pkcs11-tool', ['--module', key.module, '--token-label', 'bct', ...written], quietly);
  });
  afterAll(async () => {
    await here.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('signs as a key in a file does', async () => {
    if (absent.length > 0) return;
    const digest = digestOf('tệp đã lập để ký');
    const message = await messageBy(pkcs11Signer(key, minister.name, chainOf), digest);
    await expect(judgeMessage(message, digest, minister, here.trust, new Date())).resolves.toBeDefined();
  });

  test.each<[what: string, changes: Partial<Pkcs11Key>, why: RegExp]>([
    ['another PIN', { pinFile: '/dev/null' }, /./],
    ['no file with the PIN', { pinFile: '/nowhere/pin' }, /ENOENT/],
    ['a token that is not there', { token: 'khác' }, /./],
    ['no library', { module: '/nowhere/module.so' }, /./],
  ])('says why it cannot sign: %s', async (_what, changes, why) => {
    const failure = await pkcs11Signer({ ...key, ...changes }, minister.name, chainOf)
      .sign(Buffer.from('x'))
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SigningProblem);
    const { rule, values } = (failure as SigningProblem).refusal;
    // Where the program itself is missing, that is what is said first.
    const said = String(why) !== String(/ENOENT/) && absent.includes('pkcs11-tool') ? programMissing : expect.stringMatching(why);
    expect([rule, values.name, values.why]).toEqual(['signature.key-away', minister.name, said]);
  });

  test('says which program is missing where it is', async () => {
    const path = process.env.PATH;
    process.env.PATH = '/nowhere';
    const failure = await pkcs11Signer(key, minister.name, chainOf)
      .certificate()
      .catch((error: unknown) => error);
    process.env.PATH = path;
    expect((failure as SigningProblem).refusal.values.why).toEqual(programMissing);
  });
});
