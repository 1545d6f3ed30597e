import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';
import { digestOf, sha256 } from './digest.ts';

const reference = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('sha256', () => {
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
  ])('of the standard’s example “%s”', (text, digest) => {
    expect(sha256(text)).toBe(digest);
  });

  test('agrees with the machine’s own at every length around a block', () => {
    for (let length = 0; length <= 200; length += 1) expect(sha256('ệ'.repeat(length))).toBe(reference('ệ'.repeat(length)));
  });

  test('agrees with the machine’s own for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (text) => sha256(text) === reference(text)),
      { numRuns: 50 },
    );
  });
});

describe('canonical JSON', () => {
  test('is the same whatever the order, and differs when anything differs', () => {
    expect(canonicalJson({ b: [1, undefined, null], a: { d: 'ế', c: undefined } })).toBe('{"a":{"d":"ế"},"b":[1,null,null]}');
    expect(digestOf({ a: 1, b: 2 })).toBe(digestOf({ b: 2, a: 1 }));
    expect(digestOf({ a: 1 })).not.toBe(digestOf({ a: '1' }));
  });

  test('reads back as what it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
