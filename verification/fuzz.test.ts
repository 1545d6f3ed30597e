import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { testRenderer } from '../workflows/activities/pdf/test-kit.ts';
import { examine } from './examine.ts';
import { issuedDecision, type Original } from './test-kit.ts';
import { verdictOf } from './verdict.ts';

let of: Original;
beforeAll(async () => {
  const renderer = await testRenderer({ pages: 1 });
  of = await issuedDecision(renderer);
  await renderer.close();
});

/** The verdict as if the register took any bytes for the issued ones: what the file alone has to catch. */
const verdict = (bytes: Buffer) =>
  verdictOf(examine(bytes, { roots: of.roots, now: new Date() }), { status: 'in-force', sameFile: 'same', required: of.required }).verdict;

/** Letters of a hexadecimal string may be written large or small: the only change without meaning, and only the register's hash sees it. */
const meaning = (bytes: Buffer): string => bytes.toString('latin1').toLowerCase();

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const flips = fc.array(fc.record({ place, bits: fc.integer({ min: 1, max: 255 }) }), { minLength: 1, maxLength: 4 });

test('bytes changed anywhere never pass', () => {
  fc.assert(
    fc.property(flips, (changes) => {
      const changed = Buffer.from(of.final);
      for (const { place: at, bits } of changes) changed[Math.floor(at * changed.length)]! ^= bits;
      if (verdict(changed) === 'valid') expect(meaning(changed)).toBe(meaning(of.final));
    }),
    { numRuns: 150 },
  );
});

test('pieces cut out, doubled or moved never pass', () => {
  fc.assert(
    fc.property(place, place, place, fc.constantFrom('cut', 'double', 'move'), (one, other, to, how) => {
      const [from = 0, end = 0] = [one, other].map((at) => Math.floor(at * of.final.length)).toSorted((a, b) => a - b);
      const piece = of.final.subarray(from, end);
      const without = Buffer.concat([of.final.subarray(0, from), of.final.subarray(end)]);
      const base = how === 'double' ? of.final : without;
      const at = Math.floor(to * base.length);
      const changed = how === 'cut' ? without : Buffer.concat([base.subarray(0, at), piece, base.subarray(at)]);
      if (verdict(changed) === 'valid') expect(changed.equals(of.final)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('bytes of the increments alone, where no page is, never pass', () => {
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 255 }), (at, bits) => {
      const changed = Buffer.from(of.final);
      changed[of.byBoth.length + Math.floor(at * (changed.length - of.byBoth.length))]! ^= bits;
      if (verdict(changed) === 'valid') expect(meaning(changed)).toBe(meaning(of.final));
    }),
    { numRuns: 150 },
  );
});

test('anything at all is looked at without an accident', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      expect(examine(Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes]), { roots: of.roots, now: new Date() }).readable).toBe(false);
    }),
    { numRuns: 300 },
  );
});
