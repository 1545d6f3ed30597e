import { PDFDocument } from '@cantoo/pdf-lib';
import { patched, withIncrement, withTable } from './test-kit-pdf.ts';
import type { Tampering } from './test-kit-tampering.ts';

const appended = (bytes: Buffer, text: string): Buffer => Buffer.concat([bytes, Buffer.from(text, 'latin1')]);
const range = /\/ByteRange \[[^\]]*\]/g;

/** The numbers of the last byte range, changed and written as long as before. */
const ranged = (bytes: Buffer, change: (numbers: number[]) => number[]): Buffer =>
  patched(bytes, range, (found) => {
    const numbers = (found.match(/\d+/g) ?? []).map(Number);
    const text = `/ByteRange [${change(numbers).join(' ')}`;
    return `${text.padEnd(found.length - 1)}]`;
  });

/** The file cut, lengthened, or put together in another way, so that readers disagree about what it is. */
export const alteredBytes: Tampering[] = [
  { name: 'cut back to before anybody signed', ground: ['required-signature', 'person-missing'], make: ({ prepared }) => prepared },
  { name: 'cut back to the person’s signature', ground: ['required-signature', 'organisation-missing'], make: ({ byPerson }) => byPerson },
  { name: 'cut back to both signatures', ground: ['revocation', 'no-evidence'], make: ({ byBoth }) => byBoth },
  { name: 'cut back to before the time-stamp', ground: ['whole-file', 'not-covered'], make: ({ stored }) => stored },
  { name: 'cut in the middle', ground: ['readable', 'malformed'], make: ({ final }) => final.subarray(0, 50_000) },
  { name: 'a remark appended', ground: ['whole-file', 'bytes-after-the-end'], make: ({ final }) => appended(final, '% thêm\n') },
  { name: 'a line break appended', ground: ['whole-file', 'bytes-after-the-end'], make: ({ final }) => appended(final, '\n') },
  {
    name: 'many bytes appended that are no PDF',
    ground: ['whole-file', 'bytes-after-the-end'],
    make: ({ final }) => Buffer.concat([final, Buffer.alloc(5000, 0x41)]),
  },
  { name: 'an empty increment appended', ground: ['whole-file', 'not-covered'], make: ({ final }) => withIncrement(final, () => []) },
  { name: 'a whole other document appended', ground: ['readable', 'malformed'], make: ({ final, other }) => Buffer.concat([final, other]) },
  {
    name: 'replay of an earlier revision: its end appended again',
    ground: ['readable', 'malformed'],
    make: ({ final, prepared }) => Buffer.concat([final, prepared.subarray(prepared.lastIndexOf('startxref'))]),
  },
  {
    name: 'replay of an earlier object: a cross-reference that leads back to it',
    ground: ['permitted-changes', 'hidden-bytes'],
    make: ({ final }) => withTable(final, {}, { placed: [firstObject(final)] }),
  },
  {
    name: 'bytes hidden between the objects of an increment',
    ground: ['permitted-changes', 'hidden-bytes'],
    make: ({ final }) => withTable(appended(final, '%hidden\n'), {}),
  },
  {
    name: 'the same object twice in an increment',
    ground: ['permitted-changes', 'hidden-bytes'],
    make: ({ final }) => withTable(appended(final, '9001 0 obj\n<</A 1>>\nendobj\n'), { 9001: '<</A 2>>' }),
  },
  {
    name: 'a key twice in a dictionary',
    ground: ['readable', 'malformed'],
    make: ({ final }) => withTable(final, { 9001: '<<>>' }, { trailer: ' /Size 9002' }),
  },
  {
    name: 'two cross-references in one (hybrid)',
    ground: ['readable', 'hybrid'],
    make: ({ final }) => withTable(final, { 9001: '<<>>' }, { trailer: ' /XRefStm 15' }),
  },
  {
    name: 'encrypted',
    ground: ['readable', 'encrypted'],
    make: ({ final }) => withTable(final, {}, { trailer: ' /Encrypt <</Filter /Standard>>' }),
  },
  {
    name: 'byte range with a wider gap',
    ground: ['integrity', 'range-gap'],
    make: ({ final }) => ranged(final, ([a = 0, b = 0, c = 0, d = 0]) => [a, b - 10, c, d]),
  },
  {
    name: 'byte range whose parts overlap',
    ground: ['integrity', 'range-overlap'],
    make: ({ final }) => ranged(final, ([a = 0, b = 0, c = 0, d = 0]) => [a, c + 10, b, d]),
  },
  {
    name: 'byte range with a negative number',
    ground: ['integrity', 'range-negative'],
    make: ({ final }) => ranged(final, ([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, -d]),
  },
  {
    name: 'byte range beyond the end',
    ground: ['integrity', 'range-beyond'],
    make: ({ final }) => ranged(final, ([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d + 9999]),
  },
  {
    name: 'byte range that does not begin with the first byte',
    ground: ['integrity', 'range-gap'],
    make: ({ final }) => ranged(final, ([, b = 0, c = 0, d = 0]) => [9, b, c, d]),
  },
  {
    name: 'byte range that ends before its revision',
    ground: ['integrity', 'range-not-a-revision'],
    make: ({ final }) => ranged(final, ([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d - 7]),
  },
  {
    name: 'byte range of three numbers',
    ground: ['integrity', 'range-malformed'],
    make: ({ final }) => ranged(final, ([a = 0, b = 0, c = 0]) => [a, b, c]),
  },
  {
    name: 'bytes behind the message in its place',
    ground: ['integrity', 'message-with-more'],
    make: ({ final }) => patched(final, /00>/g, () => '41>'),
  },
  {
    name: 'the same signature in other letters',
    ground: ['exact-bytes', 'other'],
    make: ({ final }) => patched(final, /\/Contents <[0-9a-f]+>/g, (found) => found.toUpperCase().replace('/CONTENTS', '/Contents')),
  },
  {
    name: 'one bit of the message',
    ground: ['integrity', 'signature-wrong'],
    make: ({ final }) =>
      patched(final, /[0-9a-f]{30}[1-9a-f](?=0{1000,}>)/g, (found) => `${found.startsWith('ab') ? 'ac' : 'ab'}${found.slice(2)}`),
  },
  {
    name: 'one letter of the reason',
    ground: ['integrity', 'digest-differs'],
    make: ({ final }) => patched(final, /\/Reason <FEFF004B/g, () => '/Reason <FEFF004C', 'first'),
  },
  {
    name: 'the signer’s own word of the time',
    ground: ['integrity', 'digest-differs'],
    make: ({ final }) => patched(final, /\/M \(D:20\d\d/g, () => '/M (D:2019', 'first'),
  },
  {
    name: 'saved anew by another program',
    ground: ['integrity', 'range-gap'],
    make: async ({ final }) =>
      Buffer.from(await (await PDFDocument.load(final, { updateMetadata: false })).save({ updateFieldAppearances: false })),
  },
  {
    name: 'something before its beginning',
    ground: ['readable', 'not-a-pdf'],
    make: ({ final }) => Buffer.concat([Buffer.from('GIF89a\n'), final]),
  },
  { name: 'no PDF at all', ground: ['readable', 'not-a-pdf'], make: () => Buffer.from('MZ, tệp chương trình') },
];

/** The number and the place of an object that stands by itself in the first revision. */
function firstObject(pdf: Buffer): [number, number] {
  const found = /(?<=\n)(\d+) 0 obj\n/.exec(pdf.toString('latin1'));
  return [Number(found?.[1]), found?.index ?? 0];
}
