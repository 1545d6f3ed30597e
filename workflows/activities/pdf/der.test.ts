import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bits, dotted, inside, int, octets, oid, seq, set, tlv, trimmed, utf8, value } from './der.ts';

describe('DER', () => {
  test.each([
    [oid('1.2.840.113549.1.7.1'), '06092a864886f70d010701'],
    [oid('2.16.840.1.101.3.4.2.1'), '0609608648016503040201'],
    [int(0), '020100'],
    [int(127), '02017f'],
    [int(128), '02020080'],
    [int(65_537), '0203010001'],
    [bits(Buffer.from([0x06]), 1), '03020106'],
    [utf8('Đỗ'), '0c05c490e1bb97'],
    [set(int(2), int(1)), '3106020101020102'],
  ])('writes %#', (written, hex) => expect(written.toString('hex')).toBe(hex));

  test('reads back what it wrote, whatever its length', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 5 }), (parts) => {
        const read = inside(seq(...parts.map(octets)));
        expect(read.map((part) => [...value(part)])).toEqual(parts.map((part) => [...part]));
      }),
    );
    expect(value(octets(Buffer.alloc(70_000, 1)))).toHaveLength(70_000);
  });

  test.each(['1.2.840.113549.1.9.16.2.47', '2.5.4.3', '2.16.840.1.101.3.4.2.1'])('%s keeps its name', (id) =>
    expect(dotted(oid(id))).toBe(id),
  );

  test('cuts off the zeros that fill a place up', () => {
    const message = seq(int(5));
    expect(trimmed(Buffer.concat([message, Buffer.alloc(100)]))).toEqual(message);
  });

  test('refuses what ends too early or claims too much', () => {
    expect(() => inside(Buffer.from('300502', 'hex'))).toThrow('DER ends too early');
    expect(() => inside(Buffer.from('3089ffffffffffffffffff', 'hex'))).toThrow('DER has a length that does not fit');
    expect(() => value(tlv(4, Buffer.alloc(3)).subarray(0, 3))).toThrow('DER ends too early');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          inside(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
    );
  });
});
