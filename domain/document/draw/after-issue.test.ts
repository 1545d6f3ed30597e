import { describe, expect, test } from 'vitest';
import { organisations, pack } from '../../test-kit.ts';
import { DraftDocument } from '../commands/draft-document.ts';
import { draw } from '../draw.ts';
import { issued } from '../examples.ts';
import type { DocumentFact } from '../facts.ts';
import type { DrawContext, Drawn } from './drawn.ts';
import { holders as sampleHolders } from './test-kit.ts';

/** The decision of the examples, after the clerk has said something of it. */
function context(fact: DocumentFact, changes: object = {}): DrawContext {
  const { type, ...data } = fact;
  const left = issued.by('clerk').and(fact);
  return {
    pack,
    today: '2022-05-18',
    now: '2022-05-18T02:00:00.000Z',
    rehearsal: null,
    sample: true,
    publicUrl: 'https://mau.test',
    thing: { id: 'the-thing', kind: 'document', route: 'central', state: left.state, data: { ...left.data, ...changes } },
    fact: { seq: 9, type, data, actor: 'clerk' },
    things: {},
    organisations,
    inForce: Object.keys(organisations),
    holders: sampleHolders,
    code: (nth) => `MAUTHU0123456789${nth}`,
  };
}

function only(drawn: Drawn[]): Drawn {
  const [one, ...others] = drawn;
  if (!one || others.length > 0) throw new Error('Not one document.');
  DraftDocument.parse(one);
  return one;
}

const known = { documentId: 'the-thing', symbol: '15/QĐ-BCT', date: '2022-05-16' };
const said = (document: Drawn) => JSON.stringify(document.content.body);

describe('after the issue', () => {
  test('a correction without a letter has one drawn up, that its receivers get and that says so to the decision once it is issued', () => {
    const letter = only(draw('correction', context({ type: 'corrected', reason: 'sai số trang', text: 'trang 3', documentId: null })));
    expect([letter.type, letter.issuerId, letter.drafter, letter.links]).toEqual([
      'correction',
      'bo-cong-thuong',
      'process',
      [{ kind: 'corrects', ...known }],
    ]);
    expect(letter.content).toMatchObject({ symbol: 'BCT-VP', addressees: ['Hiệp hội Thương mại điện tử Việt Nam', 'UBND tỉnh Bình Định'] });
    expect(said(letter)).toContain('tại Quyết định số 15/QĐ-BCT ngày 16 tháng 5 năm 2022 của Bộ Công Thương');
    expect(letter.recipients.map(({ organisationId }) => organisationId)).toEqual(['vecom', 'ubnd-tinh-binh-dinh']);
    expect(letter.whenIssued).toEqual([{ thing: 'the-thing', command: 'note-link', input: { kind: 'corrected-by' } }]);
  });

  test('a letter about a document of the agency is the agency’s', () => {
    const letter = only(
      draw(
        'correction',
        context({ type: 'corrected', reason: 'sai số trang', text: 'trang 3', documentId: null }, { issuerId: 'cuc-tmdt-kts' }),
      ),
    );
    expect([letter.issuerId, letter.content.signatures[0]?.title]).toEqual(['cuc-tmdt-kts', 'CỤC TRƯỞNG']);
  });

  test('a recall has a notice with the day by which receivers confirm', () => {
    const notice = only(draw('recall-notice', context({ type: 'recalled', reason: 'Ban hành nhầm' })));
    expect(said(notice)).toContain('trước ngày 19 tháng 5 năm 2022');
    expect([notice.content.typeName, notice.links]).toEqual(['THÔNG BÁO', [{ kind: 'recalls', ...known }]]);
  });

  test('a document in the place of another begins with its words, and an article that says what it replaces', () => {
    const other = only(draw('replacement', context({ type: 'replacement-begun', reason: 'Sai số tiền' })));
    const { content } = other;
    expect([other.type, content.number, content.date, content.symbol]).toEqual(['approval-decision', undefined, undefined, 'QĐ-BCT']);
    expect(content.body.map((block) => 'number' in block && block.number)).toEqual([1, 2, 3]);
    expect(said(other)).toContain('Quyết định này thay thế Quyết định số 15/QĐ-BCT ngày 16 tháng 5 năm 2022.');
    expect(content.annexes[0]?.reference).toContain('Quyết định số …/QĐ-BCT ngày … tháng … năm …');
    expect(other.whenIssued).toEqual([{ thing: 'the-thing', command: 'note-replaced', input: { reason: 'Sai số tiền' } }]);
    expect(other.whenReturned).toEqual([{ thing: 'the-thing', command: 'note-replacement-returned', input: {} }]);
  });

  test.each([
    ['certified-copy', 'sao-y', 'SY-BCT', 'SAO Y'],
    ['copy-of-copy', 'sao-luc', 'SL-BCT', 'SAO LỤC'],
    ['extract', 'trich-sao', 'TrS-BCT', 'TRÍCH SAO'],
  ] as const)(
    '%s: a page of form under a number of its own, signed by the clerk by order and bound to the bytes that are copied',
    (type, kind, symbol, typeName) => {
      const fact = {
        type: 'copy-certified',
        kind,
        to: 'Sở Tài chính',
        count: 2,
        ...(kind === 'trich-sao' && { excerpt: 'Điều 1.\n\nĐiều 2.' }),
      } as const;
      const copy = only(draw(type, context(fact)));
      expect(copy.content).toMatchObject({ type, symbol, typeName, form: 'copy', recipients: ['- Sở Tài chính;', '- Lưu: VT.'] });
      expect(copy.content.signatures).toMatchObject([{ capacity: ['TL. BỘ TRƯỞNG'], title: 'VĂN THƯ', name: 'Cao Thị Phương Thảo' }]);
      expect(said(copy)).toContain('eeeeeeeeeeeeeeee eeeeeeeeeeeeeeee');
      expect(copy.content.body).toHaveLength(kind === 'trich-sao' ? 3 : 1);
      expect([copy.links?.[0]?.kind, copy.recipients]).toEqual(['copies', []]);
    },
  );
});
