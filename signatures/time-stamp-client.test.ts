import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerTimeStampRequest } from '../workflows/activities/pdf/time-stamp.ts';
import { SigningProblem } from './problem.ts';
import { certified, digestOf, listening, minister, type TestAuthority, testAuthority, trusting } from './test-kit.ts';
import { httpTimeStamper, readToken } from './time-stamp-client.ts';

const digest = digestOf('chữ ký');
let here: TestAuthority;
let other: TestAuthority;
const servers: Server[] = [];
beforeAll(async () => {
  [here, other] = await Promise.all([testAuthority(), testAuthority()]);
});
afterAll(async () => {
  for (const server of servers) server.close();
  await Promise.all([here.close(), other.close()]);
});

/** A time-stamping authority that answers as the test wants. */
async function answering(answer: (request: Buffer) => Promise<Buffer>): Promise<string> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    response.end(await answer(Buffer.concat(parts)));
  });
  servers.push(server);
  return listening(server);
}

const refusalOf = async (url: string): Promise<{ rule: string; values: object }> => {
  const failure = await httpTimeStamper(url, here.trust)
    .token(digest)
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(SigningProblem);
  return (failure as SigningProblem).refusal;
};

describe('a time-stamp', () => {
  test('proves when a digest existed', async () => {
    const token = await httpTimeStamper(`${here.url}/tsa`, here.trust).token(digest);
    const { at, digest: stamped } = readToken(token, here.trust);
    expect(stamped).toEqual(digest);
    expect(Math.abs(at.getTime() - Date.now())).toBeLessThan(5_000);
  });

  test.each([
    ['nobody answers', async () => 'http://127.0.0.1:9/tsa'],
    ['the address is another one’s', async () => `${here.url}/healthz`],
    ['the authority is not trusted', async () => `${other.url}/tsa`],
    ['what comes is not a token', () => answering(async () => Buffer.from('30030201ff', 'hex'))],
    ['the token is an old one', () => answering(() => here.authority.answerTimeStamp(requestFor(digest)))],
    [
      'it is by somebody who may not time-stamp',
      () => answering((request) => answerTimeStampRequest(request, certified(here.authority, minister).signer)),
    ],
  ])('is away where %s', async (_what, url) => {
    expect((await refusalOf(await url())).rule).toBe('signature.time-stamp-away');
  });

  test('by a clock that differs is not believed, and the difference is told', async () => {
    const hourAgo = () => new Date(Date.now() - 3_600_000);
    const url = await answering((request) => here.authority.answerTimeStamp(request, hourAgo));
    const { rule, values } = await refusalOf(url);
    expect(rule).toBe('signature.clock-off');
    expect(values).toEqual({ seconds: expect.closeTo(3_600, -1) });
  });

  test('of an authority that is trusted is not that of another root', async () => {
    const token = await httpTimeStamper(`${here.url}/tsa`, here.trust).token(digest);
    expect(() => readToken(token, trusting(other.authority, other.url))).toThrow('trusted');
  });
});

/** A request for a time-stamp without a nonce of ours, as somebody made it earlier. */
const requestFor = (of: Buffer): Buffer =>
  Buffer.concat([Buffer.from('30390201013031300d060960864801650304020105000420', 'hex'), of, Buffer.from('0101ff', 'hex')]);
