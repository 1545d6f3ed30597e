import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { Busy, type Examiner, openExaminer } from './examine-apart.ts';

const anchors = { roots: [], now: new Date('2026-01-01T00:00:00Z') };
let examiner: Examiner;
afterEach(() => examiner.close());

type Stream = { dict?: string; data: Buffer };
/** A PDF with a cross-reference table out of objects as text or streams. */
function pdf(objects: (string | Stream)[], trailer = '/Root 1 0 R'): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  const write = (...added: Buffer[]): void => {
    parts.push(...added);
    for (const one of added) length += one.length;
  };
  write(Buffer.from('%PDF-1.7\n'));
  const places = objects.map((object, index) => {
    const at = length;
    write(Buffer.from(`${index + 1} 0 obj\n`), ...bodyOf(object), Buffer.from('\nendobj\n'));
    return at;
  });
  const lines = places.map((at) => `${String(at).padStart(10, '0')} 00000 n\r\n`).join('');
  const start = length;
  const tail = `trailer\n<</Size ${objects.length + 1} ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  write(Buffer.from(`xref\n1 ${objects.length}\n${lines}${tail}`));
  return Buffer.concat(parts);
}

function bodyOf(object: string | Stream): Buffer[] {
  if (typeof object === 'string') return [Buffer.from(object)];
  return [Buffer.from(`<</Length ${object.data.length} ${object.dict ?? ''}>>\nstream\n`), object.data, Buffer.from('\nendstream')];
}

const catalog = '<</Type /Catalog /AcroForm <</Fields []>> /DSS 2 0 R>>';
const bomb = deflateSync(Buffer.alloc(200_000_000), { level: 9 });
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const many = (count: number): Buffer => pdf(Array.from({ length: count }, (_, index) => (index === 0 ? catalog : 'null')));

describe('a hostile file', () => {
  test.each([
    ['nested a million deep', () => pdf([catalog, nested(1_000_000)]), 'too-much'],
    [
      'a stream that inflates to 200 MB',
      () => pdf([catalog, '<</Certs [3 0 R]>>', { dict: '/Filter /FlateDecode', data: bomb }]),
      'too-much',
    ],
    [
      'ten thousand times the same bomb',
      () => pdf([catalog, `<</Certs [${'3 0 R '.repeat(10_000)}]>>`, { dict: '/Filter /FlateDecode', data: bomb }]),
      'too-much',
    ],
    [
      'a bomb in a bomb',
      () => pdf([catalog, '<</Certs [3 0 R]>>', { dict: '/Filter [/FlateDecode /FlateDecode]', data: deflateSync(bomb) }]),
      'unsupported',
    ],
    ['half a million objects', () => many(500_000), 'too-much'],
    [
      'a cross-reference that leads to itself',
      () => Buffer.from('%PDF-1.7\nxref\n0 0\ntrailer\n<</Root 1 0 R /Prev 9>>\nstartxref\n9\n%%EOF\n'),
      'malformed',
    ],
    ['a reference that leads to itself', () => pdf(['1 0 R']), 'malformed'],
    ['references in a circle', () => pdf([catalog, '3 0 R', '2 0 R']), 'malformed'],
    ['a length that leads to itself', () => pdf([catalog, '<</Length 2 0 R>>\nstream\n\nendstream']), 'malformed'],
    ['a length beyond the file', () => pdf([catalog, '<</Length 999999999>>\nstream\n\nendstream']), 'malformed'],
    ['fields in a circle', () => pdf(['<</AcroForm <</Fields [2 0 R]>>>>', '<</T (a) /Kids [2 0 R]>>']), 'malformed'],
    ['a string without end', () => pdf([catalog, `(${'('.repeat(5_000_000)}`]), 'malformed'],
    [
      'a cross-reference of a billion objects',
      () => Buffer.from('%PDF-1.7\nxref\n0 1000000000\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n'),
      'too-much',
    ],
    ['nothing but ends', () => Buffer.from(`%PDF-1.7\n${'startxref\n9\n%%EOF\n'.repeat(100_000)}`), 'malformed'],
    ['26 MB', () => Buffer.alloc(26_000_000, 'x'), 'too-much'],
    ['nothing', () => Buffer.alloc(0), 'not-a-pdf'],
  ])('%s is given up for what it is, in bounded time', async (_, make, reason) => {
    examiner = openExaminer();
    const began = performance.now();
    expect(await examiner.examine(make(), anchors)).toEqual({ readable: false, reason });
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('the process that looks at a file', () => {
  const harmless = pdf(['<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [] /Count 0>>']);

  test('says of a file without signatures that nobody signed it', async () => {
    examiner = openExaminer();
    expect(await examiner.examine(harmless, anchors)).toMatchObject({ readable: true, signatures: [], wholeFile: { why: 'no-signature' } });
  });

  test('is killed when it takes too long', async () => {
    examiner = openExaminer({ withinMs: 1 });
    expect(await examiner.examine(harmless, anchors)).toEqual({ readable: false, reason: 'took-too-long' });
  });

  test('ends alone when its memory is full', async () => {
    examiner = openExaminer({ heapMb: 24 });
    const heavy = pdf([catalog, `(${'x'.repeat(20_000_000)})`]);
    expect(await examiner.examine(heavy, anchors)).toEqual({ readable: false, reason: 'broke' });
  });

  test('is one of few at a time: who comes when all are taken and the line is full is sent away', async () => {
    examiner = openExaminer({ atOnce: 1, waiting: 1 });
    const [first, second, third] = await Promise.allSettled([1, 2, 3].map(() => examiner.examine(harmless, anchors)));
    expect([first?.status, second?.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(third).toMatchObject({ status: 'rejected', reason: expect.any(Busy) });
    expect(await examiner.examine(harmless, anchors)).toMatchObject({ readable: true });
  });
});
