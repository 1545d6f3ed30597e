import { describe, expect, test } from 'vitest';
import { composeDocument } from '../compose/all.ts';
import { sampleInputs, sampleSizes } from '../compose/samples/all.ts';
import { DocumentType } from '../model.ts';
import { edxmlOf, exchangeId, packetOf } from './edxml-of.ts';
import { xmlText } from './xml.ts';

const decision = composeDocument('approval-decision', sampleInputs['approval-decision'].normal);
const from = { organId: '000.00.00.MAU', organName: 'Bộ Công Thương' };

/** What stands between the tags of this name, the first time. */
const inside = (xml: string, name: string): string | undefined => new RegExp(`<edXML:${name}>([^<]*)<`).exec(xml)?.[1];

describe('a document in edXML', () => {
  const xml = edxmlOf(decision, {
    from,
    to: [{ organId: '000.00.01.MAU', organName: 'Sở Công Thương tỉnh Bình Định' }],
    pages: 3,
    sentAt: '2022-06-24T02:05:09Z',
    attachments: [{ name: 'van-ban.pdf', mime: 'application/pdf', description: '', data: 'JVBERi0=', sha256: 'a'.repeat(64) }],
  });

  test.each([
    ['CodeNumber', '1286'],
    ['CodeNotation', 'QĐ-BCT'],
    ['PromulgationDate', '2022/06/24'],
    ['Place', 'Hà Nội'],
    ['TypeName', 'Quyết định'],
    ['Competence', 'KT. BỘ TRƯỞNG'],
    ['Position', 'THỨ TRƯỞNG'],
    ['FullName', 'Đặng Hoàng Mẫu'],
    ['PageAmount', '3'],
    ['Timestamp', '2022/06/24 09:05:09'],
    ['DocumentId', '000.00.00.MAU,2022/06/24,1286/QĐ-BCT'],
    ['BussinessDocType', '0'],
    ['ContentTransferEncoded', 'JVBERi0='],
  ])('%s is %s', (name, text) => {
    expect(inside(xml, name)).toBe(text);
  });

  test('says the same twice', () => {
    expect(edxmlOf(decision, { from })).toBe(edxmlOf(decision, { from }));
  });

  test('a letter, which has no type name, is called one', () => {
    expect(packetOf(composeDocument('call-letter', sampleInputs['call-letter'].normal)).typeName).toBe('Công văn');
  });

  test('a paper without a number is known by its look-up code', () => {
    const sheet = composeDocument('score-sheet', sampleInputs['score-sheet'].normal);
    expect([packetOf(sheet).code, exchangeId(sheet).split(',').at(-1)]).toEqual([null, sheet.lookup?.code]);
  });
});

describe.each(DocumentType.options)('every %s', (type) => {
  test.each(sampleSizes)('(%s) fits the regulation’s fields', (size) => {
    expect(packetOf(composeDocument(type, sampleInputs[type][size])).subject.length).toBeLessThanOrEqual(500);
  });
});

test.each([
  ['Tài & Kế <hoạch> "2022"', '<a>Tài &amp; Kế &lt;hoạch&gt; &quot;2022&quot;</a>'],
  ['một\u0000hai\u0008ba\uFFFF', '<a>mộthaiba</a>'],
  ['nửa \uD800 chữ', '<a>nửa  chữ</a>'],
  [']]>', '<a>]]&gt;</a>'],
  ['', '<a/>'],
])('%j is written as %s', (text, written) => {
  expect(xmlText({ name: 'a', inside: text })).toBe(written);
});
