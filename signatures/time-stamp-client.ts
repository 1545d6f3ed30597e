import { randomBytes } from 'node:crypto';
import { timeStampContent } from '../workflows/activities/pdf/cms.ts';
import { bool, inside, int, octets, seq, sha256, value } from '../workflows/activities/pdf/der.ts';
import { isIntact, readMessage } from '../workflows/activities/pdf/read-message.ts';
import type { TimeStamper } from '../workflows/activities/pdf/time-stamp.ts';
import { type Chain, chainTo } from './chain.ts';
import { instantIn, sha256Of } from './der-read.ts';
import { askByHttp } from './http-ask.ts';
import { SigningProblem } from './problem.ts';
import { timeStamping } from './read-certificate.ts';
import type { Trust } from './trust.ts';

/** The clock of this machine may differ so much from that of the time-stamping authority; beyond it nothing is signed. */
const clockToleranceMs = 300_000;

/** What a token says: when, over which digest, and by whom. */
export type TokenRead = { at: Date; digest: Buffer; nonce: Buffer | undefined; chain: Chain };

/** Reads and checks a time-stamp token (RFC 3161). Throws where it is broken, or its authority is not trusted to time-stamp. */
export function readToken(token: Buffer, trust: Trust): TokenRead {
  const message = readMessage(token);
  if (!message.content) throw new Error('a token without content');
  const [, , imprint, , time, ...rest] = inside(message.content);
  const [, digest] = imprint ? inside(imprint) : [];
  if (!digest || !time) throw new Error('a token that cannot be read');
  if (!isIntact(message, timeStampContent, sha256Of(message.content))) throw new Error('a token that its authority did not sign');
  const at = instantIn(time);
  const chain = chainTo(trust.anchors(), message.certificate, message.certificates, at);
  if (!chain?.[0]?.extendedUsage.includes(timeStamping)) throw new Error('a token by nobody who is trusted to time-stamp');
  return { at, digest: value(digest), nonce: rest.find((part) => part[0] === 0x02), chain };
}

/**
 * A time-stamping authority over HTTP (RFC 3161). Each token is checked before it is used: over this digest, by an authority that is trusted, and
 * by a clock that agrees with this machine's. Throws a SigningProblem where the authority is away or the clocks differ.
 */
export function httpTimeStamper(url: string, trust: Trust): TimeStamper {
  return {
    async token(digest) {
      const nonce = int(Buffer.concat([Buffer.from([0x40]), randomBytes(8)]));
      const question = seq(int(1), seq(sha256, octets(digest)), nonce, bool(true));
      const { token, read } = await asked(url, question, trust).catch((error: unknown) => {
        throw new SigningProblem({ kind: 'time-stamp-away' }, error);
      });
      if (!read.digest.equals(digest) || !read.nonce?.equals(nonce)) throw new SigningProblem({ kind: 'time-stamp-away' });
      const off = Math.abs(read.at.getTime() - Date.now());
      if (off > clockToleranceMs) throw new SigningProblem({ kind: 'clock-off', seconds: Math.round(off / 1000) });
      return token;
    },
  };
}

async function asked(url: string, question: Buffer, trust: Trust): Promise<{ token: Buffer; read: TokenRead }> {
  const answer = await askByHttp(url, { body: question, type: 'application/timestamp-query' });
  const [status, token] = inside(answer);
  const [code] = status ? inside(status) : [];
  const granted = code && (value(code)[0] === 0 || value(code)[0] === 1);
  if (!granted || !token) throw new Error(`${url} gives no time-stamp`);
  return { token, read: readToken(token, trust) };
}
