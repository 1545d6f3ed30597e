import { constants, privateEncrypt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { certificatesOf } from '../workflows/activities/pdf/certificate.ts';
import { type CscKey, cscSigner } from './csc-signer.ts';
import { judgeMessage } from './judge.ts';
import { SigningProblem } from './problem.ts';
import { certified, digestOf, listening, messageBy, minister, type TestAuthority, testAuthority } from './test-kit.ts';

type Body = Record<string, unknown>;
const credential = 'bo-truong';
/** SHA-256 as a DigestInfo (RFC 8017): what PKCS #1 v1.5 signs of a hash. */
const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** A remote service as the CSC's API version 2 describes it, with one credential; it sees digests alone. */
function remoteService(
  { pem, key }: { pem: string; key: string },
  seen: { path: string; body: Body }[],
  state: { status: string },
): Server {
  const answers: Record<string, (body: Body) => [number, object]> = {
    '/csc/v2/credentials/info': () => [
      200,
      {
        key: { status: state.status, algo: ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.11'], len: 2048 },
        cert: { status: 'valid', certificates: certificatesOf(pem).map((one) => one.toString('base64')) },
        multisign: 1,
      },
    ],
    '/csc/v2/credentials/authorize': ({ authData }) => {
      const pin = (authData as { id: string; value: string }[] | undefined)?.find(({ id }) => id === 'PIN')?.value;
      return pin === '2468' ? [200, { SAD: 'một lần' }] : [400, { error: 'invalid_pin', error_description: 'The PIN is wrong.' }];
    },
    '/csc/v2/signatures/signHash': ({ SAD, hashes, hashAlgorithmOID, signAlgo, credentialID }) => {
      const asked = [SAD, hashAlgorithmOID, signAlgo, credentialID].join();
      if (asked !== ['một lần', '2.16.840.1.101.3.4.2.1', '1.2.840.113549.1.1.11', credential].join())
        return [400, { error: 'invalid_request' }];
      const signatures = (hashes as string[]).map((hash) =>
        privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([digestInfo, Buffer.from(hash, 'base64')])).toString(
          'base64',
        ),
      );
      return [200, { signatures }];
    },
  };
  return createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as Body;
    const path = request.url ?? '';
    seen.push({ path, body });
    const known = request.headers.authorization === 'Bearer the-truy-cap';
    const [status, answer] = known
      ? (answers[path]?.(body) ?? [404, {}])
      : [401, { error: 'invalid_token', error_description: 'The token is not known.' }];
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
  });
}

describe('a key at a remote service', () => {
  let here: TestAuthority;
  let server: Server;
  let folder: string;
  let key: CscKey;
  const seen: { path: string; body: Body }[] = [];
  const state = { status: 'enabled' };
  beforeAll(async () => {
    here = await testAuthority();
    folder = mkdtempSync(join(tmpdir(), 'csc-'));
    writeFileSync(join(folder, 'token'), 'the-truy-cap\n');
    writeFileSync(join(folder, 'pin'), '2468\n');
    server = remoteService(certified(here.authority, minister), seen, state);
    key = {
      kind: 'csc',
      url: `${await listening(server)}/csc/v2`,
      credential,
      tokenFile: join(folder, 'token'),
      pinFile: join(folder, 'pin'),
    };
  });
  afterEach(() => {
    state.status = 'enabled';
    seen.length = 0;
  });
  afterAll(async () => {
    server.close();
    await here.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('signs as a key in a file does', async () => {
    const digest = digestOf('tệp đã lập để ký');
    const message = await messageBy(cscSigner(key, minister.name), digest);
    await expect(judgeMessage(message, digest, minister, here.trust, new Date())).resolves.toBeDefined();
    expect(seen.map(({ path }) => path)).toEqual([
      '/csc/v2/credentials/info',
      '/csc/v2/credentials/authorize',
      '/csc/v2/signatures/signHash',
    ]);
  });

  test('is sent nothing but a digest', async () => {
    await cscSigner(key, minister.name).sign(Buffer.from('nội dung văn bản'));
    expect(seen.at(-1)?.body.hashes).toEqual([digestOf('nội dung văn bản').toString('base64')]);
    expect(JSON.stringify(seen)).not.toContain('nội dung');
  });

  test.each<[what: string, changes: () => Partial<CscKey>, why: RegExp]>([
    ['its PIN is wrong', () => ({ pinFile: join(folder, 'token') }), /PIN is wrong/],
    ['it does not know us', () => ({ tokenFile: join(folder, 'pin') }), /token is not known/],
    ['it does not answer', () => ({ url: 'http://127.0.0.1:9/csc/v2' }), /./],
    ['it knows no such address', () => ({ url: `${key.url}/khac` }), /404/],
    ['the token’s file is not there', () => ({ tokenFile: '/nowhere/token' }), /ENOENT/],
  ])('says why it cannot sign: %s', async (_what, changes, why) => {
    const failure = await cscSigner({ ...key, ...changes() }, minister.name)
      .sign(Buffer.from('x'))
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SigningProblem);
    expect((failure as SigningProblem).refusal).toMatchObject({ rule: 'signature.key-away', values: { why: expect.stringMatching(why) } });
  });

  test('says so where its credential is disabled, and asks again later', async () => {
    state.status = 'disabled';
    const signer = cscSigner(key, minister.name);
    await expect(signer.certificate()).rejects.toThrow('disabled');
    state.status = 'enabled';
    await expect(signer.certificate()).resolves.toBeInstanceOf(Buffer);
  });
});
