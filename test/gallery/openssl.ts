import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { children, dotted, type Node, nodeAt } from '../../verification/der.ts';
import { ask, installed, type Judge } from './programs.ts';
import { type SignedPart, signedPartsOf } from './signed-parts.ts';

const timeStampToken = '1.2.840.113549.1.9.16.2.14';

/**
 * OpenSSL where it is: every signature by `cms -verify`, the time-stamp over its value and every document time-stamp by `ts -verify`, all down to
 * the anchor (PEM). It works in a folder of its own for each file, under `folder`. Undefined where there is none.
 */
export function findOpenssl(anchor: string, folder: string): Judge | undefined {
  if (!installed('openssl')) return undefined;
  mkdirSync(folder, { recursive: true });
  return async (file) => {
    const place = mkdtempSync(join(folder, 'openssl-'));
    try {
      const parts = signedPartsOf(readFileSync(file));
      if (parts.length === 0) return 'nothing is signed';
      for (const [index, part] of parts.entries()) {
        for (const args of questions(part, place, anchor)) {
          const { ended, said } = await ask('openssl', args);
          if (!ended) return `${part.kind} ${index + 1}: openssl ${args.slice(0, 2).join(' ')}: ${said}`;
        }
      }
      return undefined;
    } finally {
      rmSync(place, { recursive: true });
    }
  };
}

/** What OpenSSL is asked about one part, as its arguments; what they name is written into the folder. */
function questions({ kind, message, content }: SignedPart, place: string, anchor: string): string[][] {
  const write = (name: string, bytes: Buffer): string => {
    writeFileSync(join(place, name), bytes);
    return join(place, name);
  };
  const signed = write('content', content);
  const whole = write('message.der', message);
  const stamp = (data: string, token: string) => ['ts', '-verify', '-data', data, '-in', token, '-token_in', '-CAfile', anchor];
  if (kind === 'time-stamp') return [stamp(signed, whole)];
  const { value, token } = stampedValue(message);
  return [
    [
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      whole,
      '-content',
      signed,
      '-CAfile',
      anchor,
      '-purpose',
      'any',
      '-out',
      '/dev/null',
    ],
    stamp(write('value', value), write('token.der', token)),
  ];
}

/** The value of the only signature in a message, and the time-stamp over it. */
function stampedValue(message: Buffer): { value: Buffer; token: Buffer } {
  const [, explicit] = children(nodeAt(message));
  const [signedData] = children(explicit);
  const [signer] = children(children(signedData).at(-1));
  const parts = children(signer);
  const value = parts.find(({ tag }) => tag === 0x04);
  const unsigned = parts.find(({ tag }) => tag === 0xa1);
  const attribute = children(unsigned).find((one) => dotted(children(one)[0]) === timeStampToken);
  const [, values] = children(attribute);
  const [token] = children(values) as [Node?];
  if (!value || !token) throw new Error('a signature without a time-stamp');
  return { value: value.content, token: token.whole };
}
