import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Renderer } from '../workflows/activities/pdf/renderer.ts';
import { testRenderer } from '../workflows/activities/pdf/test-kit.ts';
import { compareFiles } from './compare-files.ts';
import { examine } from './examine.ts';
import { issuedDecision, type Original } from './test-kit.ts';
import { tamperings } from './test-kit-tampering.ts';
import { type Status, verdictOf } from './verdict.ts';

let renderer: Renderer;
let of: Original;
beforeAll(async () => {
  renderer = await testRenderer({ pages: 1 });
  of = await issuedDecision(renderer);
});
afterAll(() => renderer.close());

const judged = (bytes: Buffer, status: Exclude<Status, 'unknown'> = 'in-force') =>
  verdictOf(examine(bytes, { roots: of.roots, now: new Date() }), {
    status,
    sameFile: compareFiles(bytes, of.final),
    required: of.required,
  });

describe('the issued document', () => {
  test('is valid, and every ground of it passes', () => {
    const { verdict, grounds } = judged(of.final);
    expect(grounds.filter(({ result }) => result !== 'passed')).toEqual([]);
    expect(verdict).toBe('valid');
  });
});

describe('a box that is nobody’s', () => {
  const vacant = (field: string, required: Original['required']) =>
    verdictOf(examine(of.final, { roots: of.roots, now: new Date() }), {
      status: 'in-force',
      sameFile: 'same',
      required: [...required, { field, by: 'nobody', name: 'CHỦ TRÌ' }],
    });

  test('is told as what it is while it is empty', () => {
    const { verdict, grounds } = vacant('ChuKy2', of.required);
    expect(verdict).toBe('valid');
    expect(grounds).toContainEqual({ rule: 'required-signature', result: 'passed', why: 'vacant', field: 'ChuKy2', signer: 'CHỦ TRÌ' });
  });

  test('must not be signed by anybody', () => {
    const { verdict, grounds } = vacant('ChuKy', of.required.slice(1));
    expect(verdict).toBe('altered');
    expect(grounds).toContainEqual(expect.objectContaining({ rule: 'no-strangers', result: 'failed', field: 'ChuKy' }));
  });
});

describe('a changed document is refused, on the right ground', () => {
  test('in more than forty ways, each under a name of its own', () => {
    expect(new Set(tamperings.map(({ name }) => name)).size).toBe(tamperings.length);
    expect(tamperings.length).toBeGreaterThan(40);
  });

  test.each(tamperings)('$name', async ({ make, ground: [rule, why] }) => {
    const changed = await make(of);
    expect(createHash('sha256').update(changed).digest('hex')).not.toBe(createHash('sha256').update(of.final).digest('hex'));
    const { verdict, grounds } = judged(changed);
    expect(verdict).toBe('altered');
    const failed = grounds.filter(({ result }) => result !== 'passed').map((ground) => [ground.rule, ground.why]);
    expect(failed).toContainEqual([rule, why]);
    expect(failed.some(([name]) => name === 'exact-bytes')).toBe(true);
  });
});
